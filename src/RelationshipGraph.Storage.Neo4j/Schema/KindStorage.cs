using System.Collections.Frozen;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Schema;

/// <summary>How one kind is kept: nodes with two labels, relationships with a type, properties by column names.</summary>
/// <remarks>
/// A property is kept in the form of its <see cref="PropertyValue"/>: a whole number, a number or a text; a list as a list of
/// texts; nothing is an absent property. A record is written and read as the map of its properties: the server plans that in
/// half the time, and reads them in one go. Names made here never come from a user.
/// </remarks>
internal sealed class KindStorage
{
    /// <summary>The label that every node of ours has beside its kind's.</summary>
    public const string Record = "Record";

    /// <summary>The full-text index of <see cref="SearchWords"/>.</summary>
    public const string SearchIndex = "record_search";

    /// <summary>The name's sort key; empty for a kind without a name.</summary>
    public const string SortKey = "sort_key";

    /// <summary>The folded name, by which an exact match is known.</summary>
    public const string SearchName = "search_name";

    /// <summary>All folded words of the searched texts, once each, with a blank before and after each.</summary>
    public const string SearchWords = "search_words";

    /// <summary>The natural key as one text, unique; absent where the record has none.</summary>
    public const string Key = "key";

    /// <summary>The first day a node counts, and the first it does not; absent where open.</summary>
    public const string CountsFrom = "counts_from";

    /// <inheritdoc cref="CountsFrom"/>
    public const string CountsUntil = "counts_until";

    /// <summary>What the server takes into an index, in bytes; it takes a little more.</summary>
    private const int IndexedBytesMax = 8_000;

    private static readonly FrozenDictionary<RecordKind, KindStorage> ByKind =
        GraphModel.Kinds.Select(model => new KindStorage(model)).ToFrozenDictionary(kind => kind.Model.Kind);

    private static readonly int PropertiesMax = GraphModel.Kinds.Max(model => model.Properties.Count);

    [ThreadStatic]
    private static PropertyValue[]? _room;

    private readonly PropertyModel[] _properties;
    private readonly FrozenDictionary<string, int> _places;

    private KindStorage(RecordModel model)
    {
        Model = model;
        Label = $"`{model.Label}`";
        _properties = [.. model.Properties];
        _places = _properties.Select((property, place) => (property.Column, place))
            .ToFrozenDictionary(one => one.Column, one => one.place, StringComparer.Ordinal);
    }

    /// <summary>Every kind, nodes first.</summary>
    public static IEnumerable<KindStorage> All => GraphModel.Kinds.Select(model => Of(model.Kind));

    public RecordModel Model { get; }

    /// <summary>The label or relationship type, quoted.</summary>
    public string Label { get; }

    public static KindStorage Of(RecordKind kind) => ByKind[kind];

    /// <summary>The kind that has this label; null where none has.</summary>
    public static KindStorage? OfLabel(string label) => All.FirstOrDefault(kind => kind.Model.Label == label);

    /// <summary>Whether a property of that name is the record's own; else it is derived from it.</summary>
    public bool IsOwn(string name) => _places.ContainsKey(name);

    /// <summary>The property that is compared in a text's place where <see cref="TextOrder"/> has another form.</summary>
    public static string ComparedOf(PropertyModel property) => $"{property.Column}_order";

    /// <summary>The property by which a page in that order is read.</summary>
    public static string OrderOf(PropertyModel property) => property.IsName ? SortKey : property.Column;

    /// <summary>Whether texts of the property can be compared, so that their order needs a form of its own.</summary>
    public static bool IsCompared(PropertyModel property) => property.Type == PropertyType.Text;

    /// <summary>The record of a map of properties, which is the next value of a row.</summary>
    public Record Read(ICypherRow row) => Build(row, beside: null)!;

    /// <summary>The same with what is stored beside the record's own; no record where one lacks what it must have.</summary>
    public (Record? Record, Dictionary<string, object?> Beside) ReadWhole(ICypherRow row)
    {
        var beside = new Dictionary<string, object?>(StringComparer.Ordinal);
        return (Build(row, beside), beside);
    }

    /// <summary>What is stored of a record; what it does not have is absent.</summary>
    /// <exception cref="ArgumentException">It has a text that cannot be kept.</exception>
    public Dictionary<string, object?> ValuesOf(Record record)
    {
        var values = new Dictionary<string, object?>(_properties.Length + 6, StringComparer.Ordinal);
        foreach (var property in _properties)
        {
            var value = property.Get(record);
            if (value.IsNothing)
            {
                continue;
            }

            values.Add(property.Column, StoredValue.Of(Bounds.CheckText(value), property.Type));
            if (IsCompared(property) && !TextOrder.IsPlain(value.Text))
            {
                values.Add(ComparedOf(property), TextOrder.Of(value.Text));
            }
        }

        if (record.NaturalKey is { } key)
        {
            values.Add(Key, CheckLength(KeyText.Of(key)));
        }

        if (record is Node node)
        {
            AddDerived(values, node);
        }

        return values;
    }

    private Record? Build(ICypherRow row, Dictionary<string, object?>? beside)
    {
        // The values only live until the record has them, so a thread needs room for one record.
        var values = (_room ??= new PropertyValue[PropertiesMax]).AsSpan(0, _properties.Length);
        values.Clear();
        for (var left = row.ReadMapCount(); left > 0; left--)
        {
            var name = row.ReadText();
            if (_places.TryGetValue(name, out var place))
            {
                values[place] = StoredValue.Read(row, _properties[place].Type);
            }
            else if (beside is null)
            {
                row.Skip();
            }
            else
            {
                beside[name] = name is CountsFrom or CountsUntil ? row.ReadInteger() : row.ReadText();
            }
        }

        return beside is null || IsWhole(values) ? Model.Build(values) : null;
    }

    private bool IsWhole(ReadOnlySpan<PropertyValue> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].IsNothing && _properties[i].IsRequired)
            {
                return false;
            }
        }

        return true;
    }

    private static void AddDerived(Dictionary<string, object?> values, Node node)
    {
        var search = SearchEntry.Of(node);
        values.Add(SortKey, search.SortKey);
        if (search.Name is not null)
        {
            values.Add(SearchName, search.Name);
        }

        if (search.Words.Length > 0)
        {
            values.Add(SearchWords, $" {search.Words} ");
        }

        var days = CountedDays.Of(node);
        if (days.From != int.MinValue)
        {
            values.Add(CountsFrom, (long)days.From);
        }

        if (days.Until != int.MaxValue)
        {
            values.Add(CountsUntil, (long)days.Until);
        }
    }

    private static string CheckLength(string key) =>
        key.Length <= IndexedBytesMax / 3 || System.Text.Encoding.UTF8.GetByteCount(key) <= IndexedBytesMax
            ? key
            : throw new ArgumentException("The natural key of a record is too long.", nameof(key));
}
