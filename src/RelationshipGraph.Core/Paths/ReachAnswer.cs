using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>How a count of who is within reach ended. All are ordinary answers.</summary>
public abstract record ReachAnswer
{
    private ReachAnswer() { }

    /// <summary>Who is within reach, by the hops it takes at least.</summary>
    /// <param name="Layers">For each number of hops from 1 who was not within fewer.</param>
    public sealed record Found(ValueList<ReachLayer> Layers) : ReachAnswer;

    /// <summary>There are too many to be counted.</summary>
    /// <param name="Layers">What was counted until then; the last one may be too low.</param>
    /// <param name="Limit">The limit's name in <see cref="Limits"/>.</param>
    /// <param name="Max">Its value.</param>
    public sealed record GaveUp(ValueList<ReachLayer> Layers, string Limit, long Max) : ReachAnswer;

    /// <summary>A person who is not there, or whom the viewer may not see.</summary>
    /// <param name="Id">The id that was asked for.</param>
    public sealed record NotFound(RecordId Id) : ReachAnswer;
}

/// <summary>Who is within so many hops, and not within fewer.</summary>
/// <param name="Hops">The hops.</param>
/// <param name="People">Of them people.</param>
/// <param name="Companies">Companies where one of them works on the day, and nobody nearer.</param>
public sealed record ReachLayer(int Hops, int People, int Companies);
