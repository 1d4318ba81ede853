using RelationshipGraph.Api.Graph;
using RelationshipGraph.Introductions;
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

/// <summary>An answer with the session it was found in, and the language of its sentences.</summary>
internal sealed record FoundPaths(PathAnswer Answer, Session Session, TieText Text)
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
    }).Select(path => new FoundPath(path, Session, Text));
}

/// <summary>One path.</summary>
internal sealed record FoundPath(IntroductionPath Path, Session Session, TieText Text)
{
    public ScoreBand Band => Path.Score switch
    {
        PathScore.Banded(var band) => band,
        PathScore.Exact(var value) => ScoreBands.Of(value),
        _ => ScoreBand.Dormant,
    };

    public IEnumerable<FoundHop> Hops => Path.Steps.OfType<PathStep.Hop>().Select(hop => new FoundHop(hop, Session, Text));

    /// <summary>How much the first introducer is asked; null where the path needs none.</summary>
    public object? Load()
    {
        if (RankedPaths.IntroducerOf(Path) is not { } introducer)
        {
            return null;
        }

        var load = IntroducerLoads.Of(Session).Ask(introducer);
        return new Deferred(async () => await load());
    }

    /// <summary>The step that is not told; null where all of the path is.</summary>
    public FoundClosedStep? ClosedStep =>
        Path.Steps is [.., PathStep.Closed(var from)] ? new FoundClosedStep(from, Session) : null;
}

/// <summary>One hop of a path.</summary>
internal sealed record FoundHop(PathStep.Hop Hop, Session Session, TieText Text)
{
    /// <summary>What it rests on, in a sentence.</summary>
    public Deferred Why()
    {
        if (Hop.Via is not HopVia.Group via)
        {
            var tie = Session.Ties.Ask(Hop.From, Hop.To);
            return new Deferred(async () => await tie() is TieAnswer.Found found ? Text.Of(found.Tie.Reading) : string.Empty);
        }

        var (group, next) = (Session.Records.Ask(via.Id), Session.Ties.NextMeetings.Ask(via.Id));
        return new Deferred(async () => Text.Of(
            await group() switch
            {
                Network network => network.Name,
                Company company => company.Name,
                _ => null,
            },
            via, await next()));
    }

    /// <summary>The next meeting of the group that joins the two; null where none is known.</summary>
    public Deferred NextMeeting()
    {
        var next = Session.Ties.NextMeetings.Ask(((HopVia.Group)Hop.Via).Id);
        return new Deferred(async () => await next() is { } meeting ? new Seen(meeting, Session) : null);
    }

    /// <summary>A record that the hop names, read together with those of other hops.</summary>
    public Deferred Read(RecordId id) => Seen.Read(Session, id);
}

/// <summary>The end of a path that is not told.</summary>
internal sealed record FoundClosedStep(RecordId From, Session Session);
