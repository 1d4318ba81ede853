using RelationshipGraph.Model;

namespace RelationshipGraph.Indexing;

/// <summary>A company or network that changed since the snapshot, as a whole; immutable.</summary>
/// <param name="Id">The group's id.</param>
/// <param name="IsThere">Whether it still exists.</param>
/// <param name="Access">Its rule in the access table.</param>
/// <param name="IsSensitive">Whether to belong to it is nobody else's business.</param>
/// <param name="Members">Sorted.</param>
/// <param name="PublicMembers">How many of them, from the first on, everyone may see.</param>
internal sealed record GroupEntry(
    RecordId Id, bool IsThere, int Access, bool IsSensitive, Member[] Members, int PublicMembers);
