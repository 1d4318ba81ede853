using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>How a search for paths ended. All are ordinary answers.</summary>
public abstract record PathAnswer
{
    private PathAnswer() { }

    /// <summary>The strongest paths there are, at most as many as were asked for.</summary>
    /// <param name="Paths">Best first; of equal score those with fewer hops first, then by the people's ids, read from the
    /// person who is to be reached back to the one who asks.</param>
    public sealed record Found(ValueList<IntroductionPath> Paths) : PathAnswer;

    /// <summary>Nobody leads there within the hops allowed.</summary>
    public sealed record NoPath : PathAnswer;

    /// <summary>The search met its limit. There may be stronger paths, and others.</summary>
    /// <param name="Paths">What was found until then, best first; possibly nothing.</param>
    /// <param name="Limit">The limit's name in <see cref="Limits"/>.</param>
    /// <param name="Max">Its value.</param>
    public sealed record GaveUp(ValueList<IntroductionPath> Paths, string Limit, long Max) : PathAnswer;

    /// <summary>An end that is not there, or that the viewer may not see.</summary>
    /// <param name="Id">The id that was asked for.</param>
    public sealed record NotFound(RecordId Id) : PathAnswer;
}
