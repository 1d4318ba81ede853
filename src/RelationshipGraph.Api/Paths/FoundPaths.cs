using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Sessions;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Api.Paths;

/// <summary>How a search for paths ended.</summary>
internal enum PathEnding
{
    Found,
    NoPath,
    GaveUp,
    NotFound,
}

/// <summary>An answer with the session it was found in.</summary>
internal sealed record FoundPaths(PathAnswer Answer, Session Session)
{
    public PathEnding Ending => Answer switch
    {
        PathAnswer.Found => PathEnding.Found,
        PathAnswer.GaveUp => PathEnding.GaveUp,
        PathAnswer.NotFound => PathEnding.NotFound,
        _ => PathEnding.NoPath,
    };

    public IEnumerable<FoundPath> Paths => (Answer switch
    {
        PathAnswer.Found(var paths) => paths,
        PathAnswer.GaveUp(var paths, _, _) => paths,
        _ => [],
    }).Select(path => new FoundPath(path, Session));
}

/// <summary>One path.</summary>
internal sealed record FoundPath(IntroductionPath Path, Session Session)
{
    public ScoreBand Band => Path.Score switch
    {
        PathScore.Banded(var band) => band,
        PathScore.Exact(var value) => ScoreBands.Of(value),
        _ => ScoreBand.Dormant,
    };

    public IEnumerable<FoundHop> Hops => Path.Steps.OfType<PathStep.Hop>().Select(hop => new FoundHop(hop, Session));

    /// <summary>The step that is not told; null where all of the path is.</summary>
    public FoundClosedStep? ClosedStep =>
        Path.Steps is [.., PathStep.Closed(var from)] ? new FoundClosedStep(from, Session) : null;
}

/// <summary>One hop of a path.</summary>
internal sealed record FoundHop(PathStep.Hop Hop, Session Session)
{
    /// <summary>A record that the hop names, read together with those of other hops.</summary>
    public Deferred Read(RecordId id) => Seen.Read(Session, id);
}

/// <summary>The end of a path that is not told.</summary>
internal sealed record FoundClosedStep(RecordId From, Session Session);
