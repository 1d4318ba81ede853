namespace RelationshipGraph.Model;

/// <summary>The whole model, read once from the records that declare it.</summary>
public static class GraphModel
{
    private static readonly RecordModel?[] ByKind = new RecordModel?[64];

    static GraphModel()
    {
        foreach (var type in typeof(Record).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Record)) && !t.IsAbstract))
        {
            var model = new RecordModel(type);
            ByKind[(int)model.Kind] = model;
        }

        Kinds = [.. ByKind.OfType<RecordModel>()];
        Nodes = [.. Kinds.Where(k => k.IsNode)];
        Relationships = [.. Kinds.Where(k => !k.IsNode)];
    }

    /// <summary>Every kind, nodes first, in the order of their numbers.</summary>
    public static IReadOnlyList<RecordModel> Kinds { get; }

    /// <summary>The node kinds.</summary>
    public static IReadOnlyList<RecordModel> Nodes { get; }

    /// <summary>The relationship types.</summary>
    public static IReadOnlyList<RecordModel> Relationships { get; }

    /// <summary>The kind's declaration.</summary>
    public static RecordModel Of(RecordKind kind) => ByKind[(int)kind] ?? throw new ArgumentOutOfRangeException(nameof(kind));

    /// <summary>The declaration of the kind that the id names.</summary>
    public static RecordModel Of(RecordId id) => Of(id.Kind);

    /// <summary>The relationship types that may start (outgoing) or end (incoming) at a node of the kind.</summary>
    public static IEnumerable<RecordModel> At(RecordKind node, bool outgoing) =>
        Relationships.Where(r => (outgoing ? r.FromKinds : r.ToKinds).Contains(node));

    /// <summary>The kind of that type name, or null.</summary>
    public static RecordModel? Find(string name) => Kinds.FirstOrDefault(k => k.Name == name);
}
