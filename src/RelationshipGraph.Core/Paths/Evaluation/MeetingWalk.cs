namespace RelationshipGraph.Paths.Evaluation;

/// <summary>Looks at the contacts' contacts of one person after another.</summary>
internal sealed class MeetingWalk(KnownTies ties)
{
    private readonly PersonSet _known = new();
    private readonly Stamped<MeetingScore> _scores = new();

    /// <summary>Who has a common contact with the person looked at last, and is none of that person's own.</summary>
    public List<int> Found { get; } = [];

    public void LookFrom(int person)
    {
        _known.Clear(ties.PersonCount);
        _scores.Clear(ties.PersonCount);
        Found.Clear();
        _known.Add(person);
        foreach (var tie in ties.Of(person))
        {
            _known.Add(tie.Other);
        }

        foreach (var tie in ties.Of(person))
        {
            LookAt(tie);
        }
    }

    /// <summary>One figure of all who were found, in their order.</summary>
    public long[] Scores(Func<MeetingScore, long> figure) => [.. Found.Select(other => figure(_scores.At(other, out _)))];

    private void LookAt(KnownTie contact)
    {
        var further = ties.Of(contact.Other);
        var weight = SecondDegreeSearch.Weight(contact.Strength, ties.OwnOf(contact.Other));

        // The logarithm of 1 is not divided by: who has one tie is nobody's common contact.
        var rarity = further.Length > 1 ? FixedPoint.Of(1 / Math.Log(further.Length)) : 0;
        foreach (var tie in further)
        {
            if (_known.Has(tie.Other))
            {
                continue;
            }

            ref var score = ref _scores.At(tie.Other, out var isNew);
            if (isNew)
            {
                Found.Add(tie.Other);
            }

            score.Likelihood += SecondDegreeSearch.Share(weight, tie.Strength);
            score.AdamicAdar += rarity;
            score.StrongestPath = Math.Max(score.StrongestPath, FixedPoint.Of(contact.Strength * tie.Strength));
        }
    }
}
