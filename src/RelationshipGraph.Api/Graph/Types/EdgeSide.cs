using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Api.Graph;

/// <summary>A relationship type as it is seen from one of its ends.</summary>
/// <param name="Relationship">The type.</param>
/// <param name="Direction">Seen from the end; both where direction says nothing.</param>
internal sealed record EdgeSide(RecordModel Relationship, Direction Direction)
{
    /// <summary>The name of the field at the end.</summary>
    public string Name => Direction == Direction.Incoming ? Relationship.Incoming : Relationship.Outgoing;

    /// <summary>The beginning of the names of the types that belong to this side.</summary>
    public string TypeName => Direction == Direction.Incoming ? Relationship.Name + "Incoming" : Relationship.Name;

    /// <summary>The kinds of node that may be at the other end.</summary>
    public IReadOnlyList<RecordKind> EndKinds => Direction switch
    {
        Direction.Outgoing => Relationship.ToKinds,
        Direction.Incoming => Relationship.FromKinds,
        _ => [.. Relationship.FromKinds.Union(Relationship.ToKinds)],
    };

    /// <summary>Both sides of a relationship type, or its only one.</summary>
    public static IEnumerable<EdgeSide> Of(RecordModel relationship) => relationship.IsUndirected
        ? [new(relationship, Direction.Both)]
        : [new(relationship, Direction.Outgoing), new(relationship, Direction.Incoming)];

    /// <summary>Everything that can be seen from a node of the kind.</summary>
    public static IEnumerable<EdgeSide> At(RecordKind node) =>
        from relationship in GraphModel.Relationships
        from side in Of(relationship)
        let own = side.Direction switch
        {
            Direction.Outgoing => relationship.FromKinds,
            Direction.Incoming => relationship.ToKinds,
            _ => [.. relationship.FromKinds.Union(relationship.ToKinds)],
        }
        where own.Contains(node)
        select side;

    /// <summary>The node at the other end of a relationship, seen from an end.</summary>
    public RecordId EndOf(Relationship relationship, RecordId anchor) => Direction switch
    {
        Direction.Outgoing => relationship.ToId,
        Direction.Incoming => relationship.FromId,
        _ => relationship.FromId == anchor ? relationship.ToId : relationship.FromId,
    };
}
