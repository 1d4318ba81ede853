using System.Collections.Frozen;
using System.Text.Json;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Schema;

/// <summary>How one kind is kept: nodes with two labels, relationships with their type, properties by their column's name.</summary>
/// <remarks>
/// A property is kept in the form of its <see cref="PropertyValue"/>: a whole number, a number or a text; nothing is an absent
/// property. Names made here never come from a user.
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

    /// <summary>The sequence of the commit that last wrote the record.</summary>
    public const string Sequence = "seq";

    /// <summary>The first day a node counts, and the first it does not; absent where open.</summary>
    public const string CountsFrom = "counts_from";

    /// <inheritdoc cref="CountsFrom"/>
    public const string CountsUntil = "counts_until";

    private static readonly FrozenDictionary<RecordKind, KindStorage> ByKind =
        GraphModel.Kinds.Select(model => new KindStorage(model)).ToFrozenDictionary(kind => kind.Model.Kind);

    private readonly PropertyModel[] _properties;

    private KindStorage(RecordModel model)
    {
        Model = model;
        Label = $"`{model.Label}`";
        _properties = [.. model.Properties];
        Stored = [.. StoredNames()];
        Row = $"row[0]{string.Concat(Enumerable.Range(1, Stored.Count - 1).Select(i => $", row[{i}]"))}";
    }

    /// <summary>Every kind, nodes first.</summary>
    public static IEnumerable<KindStorage> All => GraphModel.Kinds.Select(model => Of(model.Kind));

    public RecordModel Model { get; }

    /// <summary>The label or relationship type, quoted.</summary>
    public string Label { get; }

    /// <summary>Every property that a record of the kind may have, quoted, in the order of <see cref="ValuesOf"/>.</summary>
    public IReadOnlyList<string> Stored { get; }

    /// <summary>The entries of a row of <see cref="ValuesOf"/>.</summary>
    public string Row { get; }

    public static KindStorage Of(RecordKind kind) => ByKind[kind];

    /// <summary>The property, quoted, under which a model's property is kept.</summary>
    public static string PropertyOf(PropertyModel property) => $"`{property.Column}`";

    /// <summary>The property, quoted, that holds the entries of a list as a list of texts.</summary>
    public static string EntriesOf(PropertyModel property) => $"`{property.Column}_entries`";

    /// <summary>The property, quoted, that is compared in a text's place where <see cref="TextOrder"/> has another form.</summary>
    public static string ComparedOf(PropertyModel property) => $"`{property.Column}_order`";

    /// <summary>The property, quoted, by which a page in that order is read.</summary>
    public static string OrderOf(PropertyModel property) => property.IsName ? $"`{SortKey}`" : PropertyOf(property);

    /// <summary>Whether texts of the property can be compared, so that their order needs a form of its own.</summary>
    public static bool IsCompared(PropertyModel property) => property.Type == PropertyType.Text;

    /// <summary>The columns that <see cref="Read"/> reads.</summary>
    public string Columns(string alias) => string.Join(", ", _properties.Select(one => $"{alias}.{PropertyOf(one)}"));

    /// <summary>The record of the next columns of a row.</summary>
    public Record Read(ICypherRow row)
    {
        var values = new PropertyValue[_properties.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.TryReadNull() ? PropertyValue.Nothing : ReadValue(row, _properties[i].Type);
        }

        return Model.Build(values);
    }

    /// <summary>What is stored of a record, in the order of <see cref="Stored"/>.</summary>
    /// <param name="record">The record.</param>
    /// <param name="sequence">The commit that writes it.</param>
    public object?[] ValuesOf(Record record, long sequence)
    {
        var values = new List<object?>(Stored.Count);
        foreach (var property in _properties)
        {
            var value = property.Get(record);
            values.Add(Raw(value));
            if (property.IsList)
            {
                values.Add(value.IsNothing || property.Type == PropertyType.Documents
                    ? null
                    : JsonSerializer.Deserialize<string[]>(value.Text));
            }
            else if (IsCompared(property))
            {
                values.Add(value.IsNothing || TextOrder.IsPlain(value.Text) ? null : TextOrder.Of(value.Text));
            }
        }

        values.Add(record.NaturalKey is { } key ? KeyText.Of(key) : null);
        values.Add(sequence);
        if (record is Node node)
        {
            var search = SearchEntry.Of(node);
            var days = CountedDays.Of(node);
            values.Add(search.SortKey);
            values.Add(search.Name);
            values.Add(search.Words.Length == 0 ? null : $" {search.Words} ");
            values.Add(days.From == int.MinValue ? null : (long)days.From);
            values.Add(days.Until == int.MaxValue ? null : (long)days.Until);
        }

        return [.. values];
    }

    /// <summary>A value as a parameter.</summary>
    public static object? Raw(PropertyValue value) => value.Primitive switch
    {
        PropertyPrimitive.Integer => value.Integer,
        PropertyPrimitive.Number => value.Number,
        PropertyPrimitive.Text => value.Text,
        _ => null,
    };

    private static PropertyValue ReadValue(ICypherRow row, PropertyType type) => type switch
    {
        PropertyType.Number => PropertyValue.Of(row.ReadNumber()),
        PropertyType.Text or PropertyType.Code or >= PropertyType.TextList => PropertyValue.Of(row.ReadText()),
        _ => PropertyValue.Of(row.ReadInteger()),
    };

    private IEnumerable<string> StoredNames()
    {
        foreach (var property in _properties)
        {
            yield return PropertyOf(property);
            if (property.IsList)
            {
                yield return EntriesOf(property);
            }
            else if (IsCompared(property))
            {
                yield return ComparedOf(property);
            }
        }

        yield return $"`{Key}`";
        yield return $"`{Sequence}`";
        if (Model.IsNode)
        {
            foreach (var name in (string[])[SortKey, SearchName, SearchWords, CountsFrom, CountsUntil])
            {
                yield return $"`{name}`";
            }
        }
    }
}
