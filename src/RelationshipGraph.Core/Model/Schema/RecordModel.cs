using System.Reflection;

namespace RelationshipGraph.Model;

/// <summary>
/// One kind of node or relationship as it is declared on its record. Everything that is printed or generated comes from here.
/// </summary>
public sealed class RecordModel
{
    private readonly Type _type;
    private readonly Dictionary<string, PropertyModel> _byName;

    internal RecordModel(Type type)
    {
        _type = type;
        Properties = PropertyModel.AllOf(type);
        _byName = Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        if (type.GetCustomAttribute<NodeAttribute>() is { } node)
        {
            (Kind, Label, Plural, Meaning, Writers, IsOwnWritable) = (node.Kind, type.Name, node.Plural, node.Meaning,
                node.Writers, node.Own);
        }
        else
        {
            var edge = type.GetCustomAttribute<RelationshipAttribute>()!;
            (Kind, Label, Meaning, Writers, IsOwnWritable) = (edge.Kind, edge.Label, edge.Meaning, edge.Writers, edge.Own);
            (FromKinds, ToKinds, Outgoing, Incoming, IsDerived) = (edge.FromKinds, edge.ToKinds, edge.Outgoing, edge.Incoming,
                edge.Derived);
            Plural = CodeNames.Camel(type.Name);
        }

        Moment = Properties.FirstOrDefault(p => p.IsMoment);
        From = Moment is null ? Find("from") : null;
        Until = Moment is null ? Find("until") : null;
        NameProperty = Properties.FirstOrDefault(p => p.IsName);
    }

    public RecordKind Kind { get; }

    /// <summary>The name of the type, as GraphQL and imports use it: <c>WorksAt</c>.</summary>
    public string Name => _type.Name;

    /// <summary>The name in the graph: the type's name for a node, upper snake case for a relationship.</summary>
    public string Label { get; }

    /// <summary>What a list of them is called, camel case.</summary>
    public string Plural { get; }

    /// <summary>The table a relational store keeps it in.</summary>
    public string Table => CodeNames.Snake(Name);

    /// <summary>What it is, in a sentence or two.</summary>
    public string Meaning { get; }

    /// <summary>Whether it is a node; else it is a relationship.</summary>
    public bool IsNode => Kind < RecordKind.WorksAt;

    /// <summary>Whether it is a person.</summary>
    public bool IsPerson => typeof(Person).IsAssignableFrom(_type);

    /// <summary>Every property: those of all records first, then those of nodes or relationships, then its own.</summary>
    public IReadOnlyList<PropertyModel> Properties { get; }

    /// <summary>What the record is called; null where a kind has no name.</summary>
    public PropertyModel? NameProperty { get; }

    /// <summary>Whether text search finds it.</summary>
    public bool IsSearched => IsNode && Properties.Any(p => p.IsSearched);

    /// <summary>When a record of the kind counts.</summary>
    public TimeRule Time => Moment is not null ? TimeRule.Moment : From is not null ? TimeRule.Period : TimeRule.Always;

    /// <summary>The property that says when it happened; null where nothing does.</summary>
    public PropertyModel? Moment { get; }

    /// <summary>The property with the first day; null where it has no period.</summary>
    public PropertyModel? From { get; }

    /// <summary>The property with the first day after; null where it has no period.</summary>
    public PropertyModel? Until { get; }

    /// <summary>The roles beside administrator that may write every record of the kind.</summary>
    public Roles Writers { get; }

    /// <summary>Whether an employee may write the records that are the employee's own.</summary>
    public bool IsOwnWritable { get; }

    /// <summary>The node kinds a relationship may start at.</summary>
    public IReadOnlyList<RecordKind> FromKinds { get; } = [];

    /// <summary>The node kinds a relationship may end at.</summary>
    public IReadOnlyList<RecordKind> ToKinds { get; } = [];

    /// <summary>What a relationship is called seen from its start.</summary>
    public string Outgoing { get; } = string.Empty;

    /// <summary>What a relationship is called seen from its end.</summary>
    public string Incoming { get; } = string.Empty;

    /// <summary>Whether direction says nothing: it is read from both ends alike.</summary>
    public bool IsUndirected => !IsNode && Outgoing == Incoming;

    /// <summary>Whether the product derives it; nobody writes it directly.</summary>
    public bool IsDerived { get; }

    /// <summary>The property of that camel case name, or null.</summary>
    public PropertyModel? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The property of that camel case name.</summary>
    /// <exception cref="KeyNotFoundException">The kind has none.</exception>
    public PropertyModel this[string name] => _byName[name];

    /// <summary>The record with these values, in the order of <see cref="Properties"/>. They are trusted.</summary>
    public Record Build(ReadOnlySpan<PropertyValue> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Properties.Count);
        var record = (Record)Activator.CreateInstance(_type)!;
        for (var i = 0; i < values.Length; i++)
        {
            // What is absent keeps its default: null, an empty list, or the declared word.
            if (!values[i].IsNothing)
            {
                Properties[i].Set(record, values[i]);
            }
        }

        return record;
    }

    /// <summary>A record of the kind with nothing but its id; every property has its default.</summary>
    public Record Blank(RecordId id)
    {
        var record = (Record)Activator.CreateInstance(_type)!;
        _byName["id"].Set(record, PropertyValue.Of(id));
        return record;
    }

    public override string ToString() => Name;
}
