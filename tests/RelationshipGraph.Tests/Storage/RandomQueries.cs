using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Text;

namespace RelationshipGraph.Tests.Storage;

/// <summary>Random reads of every form the port has, about records that are there and some that are not.</summary>
/// <param name="generator">Where values and ids come from.</param>
/// <param name="records">What there is to ask about.</param>
internal sealed class RandomQueries(RecordGenerator generator, IReadOnlyList<Record> records)
{
    private static readonly RecordKind[] Searched =
        [.. GraphModel.Nodes.Where(kind => kind.IsSearched).Select(kind => kind.Kind)];

    private readonly RandomValues _values = generator.Values;
    private readonly ILookup<RecordKind, Record> _byKind = records.ToLookup(record => record.Id.Kind);

    public List<RecordId> Ids() =>
        [.. Enumerable.Range(0, 12).Select(_ => _values.Chance(90)
            ? _values.Pick(records).Id
            : generator.Named(_values.Pick(GraphModel.Nodes).Kind))];

    public List<NaturalKey> Keys() =>
        [.. Enumerable.Range(0, 12).Select(_ => _values.Pick(records).NaturalKey).OfType<NaturalKey>()];

    public PageQuery Page()
    {
        var kind = _values.Pick(GraphModel.Kinds);
        var order = Order(kind);
        return new PageQuery(kind.Kind)
        {
            Filter = _values.Chance(75) ? Filter(kind.Kind, depth: 3) : null,
            AsOf = AsOf(),
            Order = order,
            After = _values.Chance(20) ? Place(kind.Kind, order) : null,
            RowsMax = 1 + generator.Random.Next(8),
        };
    }

    public EdgeQuery Edges()
    {
        var type = _values.Pick(GraphModel.Relationships);
        var order = Order(type);
        var anchors = Enumerable.Range(0, _values.Chance(30) ? 1 : 1 + generator.Random.Next(15))
            .Select(_ => generator.Named(_values.Pick([.. type.FromKinds, .. type.ToKinds])))
            .ToList();
        return new EdgeQuery(type.Kind, Direction(), anchors)
        {
            Filter = _values.Chance(40) ? Filter(type.Kind, depth: 2) : null,
            End = _values.Chance(40) ? Ends(type, depth: 2) : null,
            AsOf = AsOf(),
            Order = order,
            After = anchors.Count == 1 && _values.Chance(50) ? Place(type.Kind, order) : null,
            RowsMax = 1 + generator.Random.Next(5),
        };
    }

    public SearchQuery Search() => new(
        Words(),
        _values.Chance(40)
            ? ValueList.From(Searched)
            : ValueList.From(GraphModel.Nodes.Select(kind => kind.Kind).Where(_ => _values.Chance(40))))
    {
        RowsMax = 1 + generator.Random.Next(6),
    };

    public RecordFilter Filter(RecordKind kind, int depth)
    {
        var model = GraphModel.Of(kind);
        return generator.Random.Next(depth > 0 ? 12 : 7) switch
        {
            7 => new RecordFilter.And(Terms(kind, depth)),
            8 => new RecordFilter.Or(Terms(kind, depth)),
            9 => new RecordFilter.Not(Filter(kind, depth - 1)),
            > 9 when model.IsNode => Related(kind, depth),
            0 when model.IsSearched => new RecordFilter.Matches(Words()),
            _ => OfProperty(kind, _values.Pick(model.Properties.Where(property => property.IsFilterable).ToList())),
        };
    }

    private RecordFilter OfProperty(RecordKind kind, PropertyModel property)
    {
        if (_values.Chance(15))
        {
            return new RecordFilter.Exists(property);
        }

        if (property.IsList)
        {
            var value = Value(kind, property);
            using var json = System.Text.Json.JsonDocument.Parse(value.IsNothing ? "[\"?\"]" : value.Text);
            return new RecordFilter.Has(property, json.RootElement[0].GetString()!);
        }

        if (property.Type == PropertyType.Text && _values.Chance(30))
        {
            var runes = Value(kind, property).ToString().EnumerateRunes().ToList();
            return new RecordFilter.StartsWith(
                property, string.Concat(runes.Take(generator.Random.Next(runes.Count + 1))));
        }

        return _values.Chance(30)
            ? new RecordFilter.In(
                property, ValueList.From(Enumerable.Range(0, generator.Random.Next(4)).Select(_ => Value(kind, property))))
            : new RecordFilter.Compare(property, _values.Pick(Enum.GetValues<Comparison>()), Value(kind, property));
    }

    /// <summary>A value that some record has, or any that one could have; never nothing, but for lists.</summary>
    private PropertyValue Value(RecordKind kind, PropertyModel property)
    {
        var stored = _byKind[kind].Select(property.Get).Where(value => !value.IsNothing).ToList();
        if (stored.Count > 0 && _values.Chance(85))
        {
            return _values.Pick(stored);
        }

        return property.Refers.Count == 0 && property.Type == PropertyType.Id
            ? PropertyValue.Of(_values.Pick(records).Id)
            : property.Name == "version"
                ? PropertyValue.Of(1L)
                : _values.Of(property, generator.Named, presentPercent: 100);
    }

    private RecordFilter.Related Related(RecordKind node, int depth)
    {
        var types = GraphModel.At(node, outgoing: true).Concat(GraphModel.At(node, outgoing: false)).Distinct().ToList();
        if (types.Count == 0)
        {
            types = [GraphModel.Of(RecordKind.Knows)];
        }

        var type = _values.Pick(types);
        return new RecordFilter.Related(
            type.Kind,
            Direction(),
            _values.Pick(Enum.GetValues<Quantifier>()),
            _values.Chance(50) ? Filter(type.Kind, depth: 0) : null,
            _values.Chance(60) ? Ends(type, depth - 1) : null);
    }

    private ValueList<RecordFilter.EndFilter> Ends(RecordModel type, int depth) => ValueList.From(
        type.FromKinds.Concat(type.ToKinds).Distinct().Where(_ => _values.Chance(70))
            .Select(kind => new RecordFilter.EndFilter(kind, _values.Chance(60) ? Filter(kind, depth) : null)));

    private ValueList<RecordFilter> Terms(RecordKind kind, int depth) =>
        ValueList.From(Enumerable.Range(0, generator.Random.Next(4)).Select(_ => Filter(kind, depth - 1)));

    private ValueList<string> Words()
    {
        var tokens = SearchText.Tokens(_values.Text()).Take(1 + generator.Random.Next(2)).ToList();
        if (tokens.Count == 0)
        {
            tokens.Add("nord");
        }

        // Often only the beginning of the last word.
        var last = tokens[^1].EnumerateRunes().ToList();
        tokens[^1] = string.Concat(last.Take(_values.Chance(50) ? last.Count : 1 + generator.Random.Next(last.Count)));
        return ValueList.From(tokens);
    }

    private RecordOrder Order(RecordModel kind) => new(
        _values.Chance(30) ? null : _values.Pick(kind.Properties.Where(property => property.IsOrderable).ToList()),
        _values.Chance(50));

    private Keyset? Place(RecordKind kind, RecordOrder order)
    {
        var stored = _byKind[kind].ToList();
        return stored.Count > 0 ? Keyset.Of(_values.Pick(stored), order) : null;
    }

    private DateOnly? AsOf() => _values.Chance(50) ? _values.Day() : null;

    private Direction Direction() => _values.Pick(Enum.GetValues<Direction>());
}
