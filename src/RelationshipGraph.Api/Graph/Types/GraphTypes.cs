using GraphQL.Types;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>
/// Every type that the model gives rise to, each made once. A type may be named before its fields are there: records refer to
/// each other in rings.
/// </summary>
internal sealed class GraphTypes
{
    private readonly Dictionary<string, EnumerationGraphType> _codes = [];
    private readonly Dictionary<string, UnionGraphType> _unions = [];
    private readonly ObjectGraphType[] _records = new ObjectGraphType[64];

    public GraphTypes()
    {
        foreach (var model in GraphModel.Kinds)
        {
            _records[(int)model.Kind] = new ObjectGraphType { Name = model.Name, Description = model.Meaning };
        }

        Node = new InterfaceGraphType
        {
            Name = "Node",
            Description = "A record with an id: a node of the graph or a relationship.",
            ResolveType = RecordOf,
        };
        Person = new InterfaceGraphType
        {
            Name = "Person",
            Description = "What employees and contacts have in common.",
            ResolveType = RecordOf,
        };
    }

    public ScalarGraphType Id { get; } = new IdGraphType();

    public ScalarGraphType Text { get; } = new StringGraphType();

    public ScalarGraphType Int { get; } = new IntGraphType();

    public ScalarGraphType Float { get; } = new FloatGraphType();

    public ScalarGraphType Boolean { get; } = new BooleanGraphType();

    public ScalarGraphType Date { get; } = new DateType();

    public ScalarGraphType Instant { get; } = new InstantType();

    public ScalarGraphType Long { get; } = new LongType();

    public InterfaceGraphType Node { get; }

    public InterfaceGraphType Person { get; }

    /// <summary>The object type of a kind.</summary>
    public ObjectGraphType Of(RecordKind kind) => _records[(int)kind];

    /// <summary>The type of what may be any of these kinds: an object, people, or a union.</summary>
    public IGraphType Of(IReadOnlyList<RecordKind> kinds)
    {
        if (kinds is [var only])
        {
            return Of(only);
        }

        if (AreThePersons(kinds))
        {
            return Person;
        }

        var name = NameOf(kinds);
        if (!_unions.TryGetValue(name, out var union))
        {
            union = new UnionGraphType
            {
                Name = name,
                Description = $"One of: {string.Join(", ", kinds)}.",
                ResolveType = RecordOf,
            };
            foreach (var kind in kinds)
            {
                union.AddPossibleType(Of(kind));
            }

            _unions[name] = union;
        }

        return union;
    }

    /// <summary>What something that may be any of these kinds is called.</summary>
    public static string NameOf(IReadOnlyList<RecordKind> kinds) => AreThePersons(kinds) ? "Person" : string.Join("Or", kinds);

    /// <summary>The set of words that a property takes its values from.</summary>
    public EnumerationGraphType CodeOf(PropertyModel property)
    {
        var name = property.CodeType!;
        if (!_codes.TryGetValue(name, out var type))
        {
            type = new EnumerationGraphType
            {
                Name = name,
                Description = property.CodeMeaning.Length > 0 ? property.CodeMeaning : property.Meaning,
            };
            foreach (var code in property.Codes)
            {
                type.Add(code.Name, code.Name, code.Meaning);
            }

            _codes[name] = type;
        }

        return type;
    }

    /// <summary>The type of one value of a property that is neither a record nor a document.</summary>
    public ScalarGraphType ScalarOf(PropertyModel property) => property.Type switch
    {
        PropertyType.Text or PropertyType.TextList => Text,
        PropertyType.Code or PropertyType.CodeList => CodeOf(property),
        PropertyType.Integer => ValueShapes.IsInt(property) ? Int : Long,
        PropertyType.Number => Float,
        PropertyType.Boolean => Boolean,
        PropertyType.Date => Date,
        PropertyType.Instant => Instant,
        PropertyType.Id or PropertyType.IdList => Id,
        _ => throw new ArgumentOutOfRangeException(nameof(property), property.Type, "It has no scalar."),
    };

    private static bool AreThePersons(IReadOnlyList<RecordKind> kinds) =>
        kinds.Count == 2 && kinds.Contains(RecordKind.Employee) && kinds.Contains(RecordKind.Contact);

    private ObjectGraphType RecordOf(object value) => Of(((Seen)value).Record.Id.Kind);
}
