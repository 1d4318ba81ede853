using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage;

/// <summary>
/// Seeded random records of every kind, each allowed by the model: all visibilities and owners, open and closed periods,
/// sensitive networks and companies, parallel relationships, ties of a node to itself, absent values, æ, ø and å.
/// </summary>
internal sealed class RecordGenerator
{
    private readonly RecordIds _ids;
    private readonly Dictionary<RecordKind, List<RecordId>> _nodes = [];
    private readonly HashSet<NaturalKey> _keys = [];
    private int _numbers;

    public RecordGenerator(int seed)
    {
        Values = new RandomValues(new Random(seed));
        _ids = new RecordIds(Some.TimeAt(Some.Now), new Random(seed));
    }

    public RandomValues Values { get; }

    public Random Random => Values.Random;

    /// <summary>An id of a node made before; now and then, and where there is none, one of nothing.</summary>
    public RecordId Named(RecordKind kind) =>
        _nodes.TryGetValue(kind, out var known) && !Values.Chance(3) ? Values.Pick(known) : _ids.Next(kind);

    /// <summary>Nodes that others made; what is made from now on may name them and tie them.</summary>
    public void Know(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            Remember(node.Id);
        }
    }

    /// <summary>A graph whose records can be committed as they are: ends exist and keys differ.</summary>
    /// <param name="nodes">How many nodes there are of each kind; more of people, companies and networks.</param>
    /// <param name="relationships">How many relationships there are of each type.</param>
    public List<Record> Graph(int nodes, int relationships)
    {
        var records = new List<Record>();
        foreach (var kind in GraphModel.Nodes)
        {
            var isMany = kind.IsPerson || kind.Kind is RecordKind.Company or RecordKind.Network;
            records.AddRange(Enumerable.Range(0, isMany ? 2 * nodes : nodes).Select(_ => Fresh(() => Node(kind.Kind))));
        }

        foreach (var type in GraphModel.Relationships)
        {
            records.AddRange(Enumerable.Range(0, relationships).Select(_ => Fresh(() => Relationship(type.Kind))));
        }

        return records;
    }

    /// <summary>A node of the kind; others may name it from now on.</summary>
    public Node Node(RecordKind kind)
    {
        var node = (Node)Build(GraphModel.Of(kind), _ids.Next(kind), default, default);
        Remember(node.Id);
        return node;
    }

    /// <summary>A relationship of the type between nodes made before; one in twenty joins a node to itself if it may.</summary>
    public Relationship Relationship(RecordKind kind)
    {
        var model = GraphModel.Of(kind);
        var from = Named(Values.Pick(model.FromKinds.Where(_nodes.ContainsKey).ToList()));
        var to = Named(Values.Pick(model.ToKinds.Where(_nodes.ContainsKey).ToList()));
        if (Values.Chance(5) && model.ToKinds.Contains(from.Kind))
        {
            to = from;
        }

        return (Relationship)Build(model, _ids.Next(kind), from, to);
    }

    /// <summary>The same record with new values, one version on.</summary>
    public Record Changed(Record record)
    {
        var ends = record as Relationship;
        var built = Build(GraphModel.Of(record.Id), record.Id, ends?.FromId ?? default, ends?.ToId ?? default);
        return built with { Version = record.Version + 1, CreatedAt = record.CreatedAt };
    }

    /// <summary>A viewer and some colleagues, among the employees made before; now and then all or nobody.</summary>
    public ViewScope Scope()
    {
        var employees = _nodes.GetValueOrDefault(RecordKind.Employee, []);
        return Random.Next(10) switch
        {
            0 => ViewScope.All,
            1 => ViewScope.Public,
            _ when employees.Count == 0 => ViewScope.Public,
            _ => ViewScope.Of(Values.Pick(employees), employees.Where(_ => Values.Chance(25))),
        };
    }

    private Record Build(RecordModel model, RecordId id, RecordId from, RecordId to)
    {
        var present = Values.Chance(10) ? 100 : Values.Chance(10) ? 0 : 60;
        var owner = Values.Chance(70) ? PropertyValue.Of(Named(RecordKind.Employee)) : default;
        var values = model.Properties.Select(property => property.Name switch
        {
            "id" => PropertyValue.Of(id),
            "fromId" => PropertyValue.Of(from),
            "toId" => PropertyValue.Of(to),
            "version" => PropertyValue.Of(1L),
            "source" => Values.Chance(50) ? PropertyValue.Of(Values.Chance(50) ? "crm" : "håndbog") : default,
            "externalId" => Values.Chance(70) ? PropertyValue.Of((++_numbers).ToString(CultureInfo.InvariantCulture)) : default,
            "ownerId" => owner,
            "visibility" => PropertyValue.Of(CodeNames.Upper(VisibilityOf(model, owner).ToString())),
            _ => Values.Of(property, Named, present),
        });
        return model.Build([.. values]);
    }

    private Visibility VisibilityOf(RecordModel model, PropertyValue owner) => Random.Next(10) switch
    {
        0 or 1 when !owner.IsNothing => Visibility.Team,
        2 or 3 when !owner.IsNothing => Visibility.Owner,
        4 or 5 when !model.IsNode => Visibility.Discreet,
        _ => Visibility.Everyone,
    };

    /// <summary>Makes until the record's key is new and its ends are there.</summary>
    private Record Fresh(Func<Record> make)
    {
        while (true)
        {
            var record = make();
            var isWhole = record is not Relationship tie || (IsKnown(tie.FromId) && IsKnown(tie.ToId));
            if (isWhole && (record.NaturalKey is not { } key || _keys.Add(key)))
            {
                return record;
            }
        }
    }

    private void Remember(RecordId node)
    {
        if (!_nodes.TryGetValue(node.Kind, out var known))
        {
            _nodes[node.Kind] = known = [];
        }

        known.Add(node);
    }

    private bool IsKnown(RecordId node) => _nodes.GetValueOrDefault(node.Kind, []).Contains(node);
}
