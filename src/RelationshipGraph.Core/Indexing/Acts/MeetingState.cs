using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>A meeting with those who attended it, as far as it makes contacts of them.</summary>
internal sealed class MeetingState
{
    /// <summary>Fewer make no pair, and where there are more the two need not have met.</summary>
    private const int AttendeesMax = 40;

    private const long MillisecondsADay = 86_400_000;

    /// <summary>The meeting itself; null while only its relationships are known.</summary>
    public Point? Meeting { get; set; }

    /// <summary>ATTENDED by its number.</summary>
    public Dictionary<long, Link> Attended { get; } = [];

    public bool IsEmpty => Meeting is null && Attended.Count == 0;

    /// <summary>
    /// The pairs that met there: of all whom everyone may know to have been there, at a meeting that everyone may see.
    /// </summary>
    /// <param name="numberOf">The number of a person whom everyone may see; -1 for anybody else.</param>
    public IEnumerable<(int A, int B, ActRow Row)> Pairs(Func<RecordId, int> numberOf)
    {
        if (Meeting is not { Visibility: Visibility.Everyone, From: > int.MinValue } meeting)
        {
            yield break;
        }

        var people = Attended.Values.Where(link => link is { IsActive: true, Visibility: Visibility.Everyone })
            .Select(link => numberOf(link.FromId)).Where(person => person >= 0).Distinct().Order().ToArray();
        if (people.Length is < 2 or > AttendeesMax)
        {
            yield break;
        }

        var row = new ActRow(
            meeting.Id.Value, meeting.From * MillisecondsADay, ContactDirection.Mutual, people.Length - 1);
        for (var first = 0; first < people.Length; first++)
        {
            for (var second = first + 1; second < people.Length; second++)
            {
                yield return (people[first], people[second], row);
            }
        }
    }
}
