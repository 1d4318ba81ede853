using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Paths;

/// <summary>Ways to several people, with the session they were found in and the language of their sentences.</summary>
internal sealed record FoundWays(WaysIn Ways, Session Session, TieText Text)
{
    public IEnumerable<FoundWay> All => Ways.Ways.Select(way => new FoundWay(way, Session, Text));
}

/// <summary>The best way in for one person.</summary>
internal sealed record FoundWay(WayIn Way, Session Session, TieText Text);

/// <summary>A map with the session it was found in.</summary>
internal sealed record FoundMap(MapAnswer Answer, Session Session)
{
    public NearnessEnding Ending => Answer switch
    {
        MapAnswer.Found => NearnessEnding.Found,
        MapAnswer.GaveUp => NearnessEnding.GaveUp,
        _ => NearnessEnding.NotFound,
    };

    public RecordId? Missing => (Answer as MapAnswer.NotFound)?.Id;

    public MapAnswer.GaveUp? GaveUp => Answer as MapAnswer.GaveUp;

    public MapAnswer.Found? Found => Answer as MapAnswer.Found;

    public IEnumerable<SeenPart<MapPerson>> People =>
        (Found?.People ?? []).Select(one => new SeenPart<MapPerson>(one, Session));

    public IEnumerable<SeenPart<MapGroup>> Groups =>
        (Found?.Groups ?? []).Select(one => new SeenPart<MapGroup>(one, Session));
}

/// <summary>A part of an answer that names records.</summary>
internal sealed record SeenPart<T>(T Part, Session Session)
{
    /// <summary>A record that it names, read together with others.</summary>
    public Deferred Read(RecordId id) => Seen.Read(Session, id);
}
