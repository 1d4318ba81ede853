using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Paths.Evaluation;

/// <summary>What the ways of ranking gain at a moment, with strengths of one form.</summary>
/// <param name="CandidateCount">Pairs with a common contact and no contact by then.</param>
/// <param name="MetCount">Those of them that met afterwards.</param>
/// <param name="PersonCount">People who met at least one of theirs: what the gains are the means over.</param>
/// <param name="Likelihood">Of the product's own order; each gain as in <see cref="DiscountedGain"/>.</param>
/// <param name="AdamicAdar">Of the order by rare common contacts.</param>
/// <param name="StrongestPath">Of the order by the strongest single path.</param>
internal readonly record struct MeetingGains(
    int CandidateCount, int MetCount, int PersonCount, double Likelihood, double AdamicAdar, double StrongestPath)
{
    public static MeetingGains Of(LogMoment moment, StrengthForm form)
    {
        var ties = new KnownTies(moment, StrengthModel.Shipped[form]);
        var walk = new MeetingWalk(ties);

        // Pairs are numbered as they first act: these had not acted.
        var meetings = moment.Log.Ends.Skip(moment.PairCount)
            .SelectMany(ends => new[] { (Of: ends.First, Other: ends.Second), (Of: ends.Second, Other: ends.First) })
            .ToLookup(end => end.Of, end => end.Other);
        var (candidates, met, people) = (0, 0, 0);
        var (likelihood, adamicAdar, strongestPath) = (0.0, 0.0, 0.0);
        for (var person = 0; person < ties.PersonCount; person++)
        {
            walk.LookFrom(person);
            candidates += walk.Found.Count;
            var others = meetings[person].ToHashSet();
            var cameTrue = walk.Found.Select(others.Contains).ToArray();
            var hits = cameTrue.Count(came => came);
            if (hits == 0)
            {
                continue;
            }

            met += hits;
            people++;
            likelihood += DiscountedGain.Of(walk.Scores(score => score.Likelihood), cameTrue);
            adamicAdar += DiscountedGain.Of(walk.Scores(score => score.AdamicAdar), cameTrue);
            strongestPath += DiscountedGain.Of(walk.Scores(score => score.StrongestPath), cameTrue);
        }

        // Each pair was found from both its ends.
        return new MeetingGains(
            candidates / 2, met / 2, people, likelihood / people, adamicAdar / people, strongestPath / people);
    }
}
