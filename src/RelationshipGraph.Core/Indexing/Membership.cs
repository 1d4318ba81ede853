using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>A membership by itself, whoever it joins to what.</summary>
/// <param name="Record">The WORKS_AT, MEMBER_OF or seat that says so, by its number.</param>
/// <param name="From">First day as recorded; <see cref="int.MinValue"/> where unknown.</param>
/// <param name="Begin">First day: the day from which it was known, where the first day is not.</param>
/// <param name="Until">First day after.</param>
/// <param name="Access">Its rule in the access table.</param>
internal readonly record struct Membership(long Record, int From, int Begin, int Until, int Access)
{
    public static Membership Of(Link link, AccessTable access) => new(
        link.Id.Value, link.From, link.From == int.MinValue ? link.KnownSince : link.From, link.Until,
        access.NumberOf(link.Visibility, link.OwnerId));

    /// <summary>Seen from the person.</summary>
    public Joining To(int group) => new(Record, group, From, Begin, Until, Access);

    /// <summary>Seen from the group; whether everyone may see it is settled with the group's other members.</summary>
    public Member Of(int person) => new(Record, person, From, Begin, Until, Access, IsPublic: false);
}
