using System.Runtime.InteropServices;
using RelationshipGraph.Importing.Tables;
using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Writing;

/// <summary>The nodes of the source by their ids there: those of the files, and those of the store that a row named.</summary>
/// <remarks>Holds an id for each, not the record: that is what lets a file be larger than the memory.</remarks>
internal sealed class NodeMap(RecordKind personsAs)
{
    private readonly Dictionary<string, Node>?[] _byKind = new Dictionary<string, Node>?[64];

    private readonly RecordKind[] _persons = personsAs == RecordKind.Employee
        ? [RecordKind.Employee, RecordKind.Contact]
        : [RecordKind.Contact, RecordKind.Employee];

    /// <summary>The kinds a reference may name, the likelier first.</summary>
    public IReadOnlyList<RecordKind> KindsOf(NodeSpace space) => space switch
    {
        NodeSpace.Person => _persons,
        NodeSpace.Group => [RecordKind.Network, RecordKind.Company],
        NodeSpace.Company => [RecordKind.Company],
        NodeSpace.Network => [RecordKind.Network],
        _ => [RecordKind.Meeting],
    };

    public bool TryFind(in NodeRef named, out RecordId id)
    {
        switch (named.Space)
        {
            case NodeSpace.Person:
                return TryFind(_persons[0], named.ExternalId, out id) || TryFind(_persons[1], named.ExternalId, out id);
            case NodeSpace.Group:
                return TryFind(RecordKind.Network, named.ExternalId, out id)
                    || TryFind(RecordKind.Company, named.ExternalId, out id);
            case NodeSpace.Company:
                return TryFind(RecordKind.Company, named.ExternalId, out id);
            case NodeSpace.Network:
                return TryFind(RecordKind.Network, named.ExternalId, out id);
            default:
                return TryFind(RecordKind.Meeting, named.ExternalId, out id);
        }
    }

    /// <summary>Notes that a row of the files is this node.</summary>
    /// <returns>Whether it is the first.</returns>
    public bool MarkRow(RecordKind kind, string externalId)
    {
        // An employee and a contact are persons of one table: an id is one of them.
        var rows = kind == RecordKind.Employee ? RecordKind.Contact : kind;
        ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(Of(rows), externalId, out _);
        var isFirst = !node.HasRow;
        node.HasRow = true;
        return isFirst;
    }

    public void Put(RecordId id, string externalId)
    {
        ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(Of(id.Kind), externalId, out _);
        node.Id = id;
    }

    /// <summary>Forgets that the node is there; whether it had a row is still known.</summary>
    public void Forget(RecordKind kind, string externalId)
    {
        ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(Of(kind), externalId, out _);
        node.Id = default;
    }

    private bool TryFind(RecordKind kind, string externalId, out RecordId id)
    {
        id = _byKind[(int)kind] is { } nodes && nodes.TryGetValue(externalId, out var node) ? node.Id : default;
        return !id.IsNone;
    }

    private Dictionary<string, Node> Of(RecordKind kind) =>
        _byKind[(int)kind] ??= new Dictionary<string, Node>(StringComparer.Ordinal);

    private struct Node
    {
        public RecordId Id;
        public bool HasRow;
    }
}
