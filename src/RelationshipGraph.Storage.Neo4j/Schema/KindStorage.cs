using System.Collections.Frozen;
using RelationshipGraph.Model;

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

    /// <summary>The name's sort key, where the kind has a name.</summary>
    public const string SortKey = "sort_key";

    /// <summary>The folded name, by which an exact match is known.</summary>
    public const string SearchName = "search_name";

    /// <summary>All folded words of the searched texts, once each, with spaces around each.</summary>
    public const string SearchWords = "search_words";

    /// <summary>The natural key as one text, unique; absent where the record has none.</summary>
    public const string Key = "key";

    /// <summary>The sequence of the commit that last wrote the record.</summary>
    public const string Sequence = "seq";

    /// <summary>Whether it is a body whose membership is nobody else's business; on nodes, where it is true.</summary>
    public const string IsSensitive = "is_sensitive";

    private static readonly FrozenDictionary<RecordKind, KindStorage> ByKind =
        GraphModel.Kinds.Select(model => new KindStorage(model)).ToFrozenDictionary(kind => kind.Model.Kind);

    private KindStorage(RecordModel model)
    {
        Model = model;
        Label = $"`{model.Label}`";
    }

    public RecordModel Model { get; }

    /// <summary>The label or relationship type, quoted.</summary>
    public string Label { get; }

    public static KindStorage Of(RecordKind kind) => ByKind[kind];

    /// <summary>The property, quoted, under which a model's property is kept.</summary>
    public static string PropertyOf(PropertyModel property) => $"`{property.Column}`";

    /// <summary>The property, quoted, that holds the entries of a list as a list of texts, for asking whether it holds one.</summary>
    public static string EntriesOf(PropertyModel property) => $"`{property.Column}_entries`";

    /// <summary>The property, quoted, by which a page in that order is read.</summary>
    public static string OrderOf(PropertyModel property) => property.IsName ? $"`{SortKey}`" : PropertyOf(property);
}
