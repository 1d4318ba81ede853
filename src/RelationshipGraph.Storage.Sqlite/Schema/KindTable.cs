using System.Collections.Frozen;
using RelationshipGraph.Model;

namespace RelationshipGraph.Storage.Sqlite.Schema;

/// <summary>How one kind is kept: a table with a column for each property, and the indexes that its reads need.</summary>
/// <remarks>
/// What visibility, time and the index need stands first in a row, so that reading it does not touch the long texts behind.
/// </remarks>
internal sealed class KindTable
{
    /// <summary>The number of the source's name instead of the name, for every row has it.</summary>
    public const string SourceColumn = "source_id";

    /// <summary>By what a name is listed.</summary>
    public const string SortKeyColumn = "sort_key";

    /// <summary>A relationship's own part of its natural key.</summary>
    public const string LocalKeyColumn = "local_key";

    private static readonly string[] Early =
    [
        "id", "from_id", "to_id", "visibility", "owner_id", "known_since", "from", "until", "declared_strength", "is_sensitive",
    ];

    private static readonly string[] Key = [SourceColumn, LocalKeyColumn, "external_id"];

    private static readonly string[] Versions = ["version", "created_at", "updated_at", SortKeyColumn];

    // Last, since making the tables reads what stands above.
    private static readonly FrozenDictionary<RecordKind, KindTable> ByKind =
        GraphModel.Kinds.Select(model => new KindTable(model)).ToFrozenDictionary(table => table.Model.Kind);

    private KindTable(RecordModel model)
    {
        Model = model;
        Name = $"\"{model.Table}\"";
        Columns = [.. Declared(model).OrderBy(column => RankOf(column, model))];
        Indexes = [.. IndexesOf(model)];
        Rows = new RowCodec(this);
    }

    /// <summary>Every table, nodes first.</summary>
    public static IEnumerable<KindTable> All => GraphModel.Kinds.Select(model => Of(model.Kind));

    public RecordModel Model { get; }

    /// <summary>Its name, quoted.</summary>
    public string Name { get; }

    /// <summary>In the order of a row.</summary>
    public IReadOnlyList<StoredColumn> Columns { get; }

    public IReadOnlyList<StoredIndex> Indexes { get; }

    /// <summary>Turns records into rows and back.</summary>
    public RowCodec Rows { get; }

    public static KindTable Of(RecordKind kind) => ByKind[kind];

    /// <summary>The column by which a page in that order is read.</summary>
    public static string OrderColumn(PropertyModel property) => property.IsName ? SortKeyColumn : property.Column;

    /// <summary>The index by which the relationships at one end are found.</summary>
    public string EndIndex(bool outgoing) =>
        Model.Moment is not null ? $"{Model.Table}_{(outgoing ? "from" : "to")}_moment"
        : $"{Model.Table}_{(outgoing ? "key" : "to")}";

    private static IEnumerable<StoredColumn> Declared(RecordModel model)
    {
        foreach (var property in model.Properties)
        {
            yield return property.Name switch
            {
                "source" => new(SourceColumn, "INTEGER", false, property),
                "visibility" => new(property.Column, "INTEGER", true, property),
                _ => new(property.Column, TypeOf(property), !property.IsNullable && !property.IsList, property),
            };
        }

        if (model.NameProperty is not null)
        {
            yield return new(SortKeyColumn, "TEXT", true, null);
        }

        if (!model.IsNode)
        {
            yield return new(LocalKeyColumn, "TEXT", false, null);
        }
    }

    private static string TypeOf(PropertyModel property) => property.Type switch
    {
        PropertyType.Integer or PropertyType.Boolean or PropertyType.Date or PropertyType.Instant or PropertyType.Id
            => "INTEGER",
        PropertyType.Number => "REAL",
        _ => "TEXT",
    };

    private static int RankOf(StoredColumn column, RecordModel model)
    {
        string[] first = [.. Early, model.Moment?.Column ?? string.Empty, .. Key, .. Versions];
        var rank = Array.IndexOf(first, column.Name);
        return rank < 0 ? int.MaxValue : rank;
    }

    private static IEnumerable<StoredIndex> IndexesOf(RecordModel model)
    {
        var table = model.Table;
        if (model.IsNode)
        {
            yield return new(
                $"{table}_key", [SourceColumn, "external_id"], IsUnique: true, $"\"{SourceColumn}\" IS NOT NULL");
            foreach (var property in model.Properties.Where(property => property.IsIndexed))
            {
                yield return new($"{table}_by_{OrderColumn(property)}", [OrderColumn(property)]);
            }

            yield break;
        }

        // Every index costs an import a page somewhere for each row: the key's finds what starts at a node as well.
        yield return new($"{table}_key", ["from_id", "to_id", SourceColumn, LocalKeyColumn], IsUnique: true);
        if (model.Moment is { } moment)
        {
            yield return new($"{table}_from_moment", ["from_id", moment.Column]);
            yield return new($"{table}_to_moment", ["to_id", moment.Column]);
        }
        else
        {
            yield return new($"{table}_to", ["to_id"]);
        }
    }
}
