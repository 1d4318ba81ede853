using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>Of which part of the graph a drawing is wanted.</summary>
/// <param name="Around">The people in its middle, from 1 to <see cref="Limits.MapCentresMax"/>.</param>
/// <param name="AsOf">The day on which ties hold and memberships have begun.</param>
public sealed record MapQuery(ValueList<RecordId> Around, DateOnly AsOf)
{
    /// <summary>How far from them, from 0 (only what joins them) to <see cref="Limits.MapHopsMax"/>.</summary>
    public int HopsMax { get; init; } = 1;

    /// <summary>People in it at most, besides those in the middle, from 1 to <see cref="Limits.PageRowsMax"/>.</summary>
    public int PeopleMax { get; init; } = 50;

    /// <summary>What every hop must reach at least.</summary>
    public TieStrength StrengthMin { get; init; }

    /// <summary>By what people may be joined.</summary>
    public Through Through { get; init; } = Through.All;
}

/// <summary>How a look at a part of the graph ended. All are ordinary answers.</summary>
public abstract record MapAnswer
{
    private MapAnswer() { }

    /// <summary>The part.</summary>
    /// <param name="People">Those in the middle first, in the order asked; then the nearest first, of equal ones by id.</param>
    /// <param name="Ties">The strongest of each two of them, by their places among the people.</param>
    /// <param name="Groups">Companies and networks that join two of them or more.</param>
    /// <param name="Memberships">What makes whom a member.</param>
    /// <param name="IsCut">Whether there were more people than are shown.</param>
    public sealed record Found(
        ValueList<MapPerson> People, ValueList<MapTie> Ties, ValueList<MapGroup> Groups, ValueList<MapMembership> Memberships,
        bool IsCut) : MapAnswer;

    /// <summary>There is too much to look at.</summary>
    /// <param name="Limit">The limit's name in <see cref="Limits"/>.</param>
    /// <param name="Max">Its value.</param>
    public sealed record GaveUp(string Limit, long Max) : MapAnswer;

    /// <summary>A person who is not there, or whom the viewer may not see.</summary>
    /// <param name="Id">The id that was asked for.</param>
    public sealed record NotFound(RecordId Id) : MapAnswer;
}

/// <summary>A person of a map.</summary>
/// <param name="Id">The person.</param>
/// <param name="Hops">How far from the middle.</param>
/// <param name="Score">The score of the strongest way from there; 1 in the middle.</param>
public sealed record MapPerson(RecordId Id, int Hops, double Score);

/// <summary>A tie of two people of a map.</summary>
/// <param name="One">One of them.</param>
/// <param name="Other">The other, with the greater id.</param>
/// <param name="Strength">How strong it is.</param>
public sealed record MapTie(RecordId One, RecordId Other, TieStrength Strength);

/// <summary>A company or network of a map.</summary>
/// <param name="Id">Which.</param>
/// <param name="MemberCount">Its memberships that everyone may see and that have begun.</param>
public sealed record MapGroup(RecordId Id, int MemberCount);

/// <summary>A person's membership in a group of a map.</summary>
/// <param name="Person">The person.</param>
/// <param name="Group">The group.</param>
/// <param name="Record">The WORKS_AT, MEMBER_OF or seat that says so.</param>
public sealed record MapMembership(RecordId Person, RecordId Group, RecordId Record);
