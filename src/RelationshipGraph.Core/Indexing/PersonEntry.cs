using RelationshipGraph.Model;

namespace RelationshipGraph.Indexing;

/// <summary>A person that changed since the snapshot, as a whole; immutable.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="IsThere">Whether the person still exists.</param>
/// <param name="Access">The person's rule in the access table.</param>
/// <param name="MayStart">Whether it is an employee who still works here.</param>
/// <param name="Arcs">Sorted.</param>
/// <param name="PublicArcs">How many of them, from the first on, everyone may see.</param>
/// <param name="Bounds">What ties cost at least.</param>
/// <param name="Joinings">The memberships.</param>
internal sealed record PersonEntry(
    RecordId Id, bool IsThere, int Access, bool MayStart, Arc[] Arcs, int PublicArcs, CostBounds Bounds, Joining[] Joinings);
