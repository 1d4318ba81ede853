using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Queries;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Streams;

/// <summary>Reads the whole graph narrow and fast, for the index.</summary>
internal static class StreamReading
{
    private const long MillisecondsADay = 86_400_000;

    public static async Task<LinkBatch> LinksAsync(
        ConsistentRead read, RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
    {
        var model = GraphModel.Of(kind);
        var strength = model.Find("declaredStrength") is { } declared ? $"n.{declared.Column}" : "null";
        var text = $"MATCH (f)-[n:{KindStorage.Of(kind).Label}]->(t) "
            + $"USING INDEX SEEK n:{KindStorage.Of(kind).Label}(id) WHERE n.id > $after "
            + "WITH n ORDER BY n.id LIMIT $rows RETURN n.id, n.from_id, n.to_id, n.owner_id, n.visibility, "
            + $"{Days(model)}, n.known_since, {strength} AS strength, {Active(kind)} AS active";
        var links = new List<Link>();
        await read.RunAsync(
            () =>
            {
                links.Clear();
                return [new CypherStep(text, Of(after, rowsMax), row => links.Add(LinkOf(row, model)))];
            },
            ct);
        return new LinkBatch(Cut(links, rowsMax, out var hasMore), hasMore);
    }

    public static async Task<PointBatch> PointsAsync(
        ConsistentRead read, RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
    {
        var model = GraphModel.Of(kind);
        var sensitive = model.Find("isSensitive") is { } declared ? $"n.{declared.Column}" : "0";
        var text = $"MATCH (n:{KindStorage.Of(kind).Label}) "
            + $"USING INDEX SEEK n:{KindStorage.Of(kind).Label}(id) WHERE n.id > $after "
            + "WITH n ORDER BY n.id LIMIT $rows RETURN n.id, n.owner_id, n.visibility, "
            + $"{sensitive} AS sensitive, {Active(kind)} AS active, {Days(model)}, n.known_since";
        var points = new List<Point>();
        await read.RunAsync(
            () =>
            {
                points.Clear();
                return [new CypherStep(text, Of(after, rowsMax), row => points.Add(PointOf(row, model)))];
            },
            ct);
        return new PointBatch(Cut(points, rowsMax, out var hasMore), hasMore);
    }

    private static Link LinkOf(ICypherRow row, RecordModel model)
    {
        var (id, from, to) = (Id(row), Id(row), Id(row));
        var (owner, visibility) = (Id(row), CodeText.Of<Visibility>(row.ReadText()));
        var (begin, end) = DaysOf(row, model);
        var known = (int)row.ReadInteger();
        var strength = row.TryReadNull() ? double.NaN : row.ReadNumber();
        return new Link(id, from, to, owner, visibility, begin, end, known, strength, row.ReadInteger() != 0);
    }

    private static Point PointOf(ICypherRow row, RecordModel model)
    {
        var (id, owner, visibility) = (Id(row), Id(row), CodeText.Of<Visibility>(row.ReadText()));
        var (isSensitive, isActive) = (row.ReadInteger() != 0, row.ReadInteger() != 0);
        var (begin, end) = DaysOf(row, model);
        return new Point(id, owner, visibility, isSensitive, isActive, begin, end, (int)row.ReadInteger());
    }

    private static RecordId Id(ICypherRow row) => row.TryReadNull() ? default : RecordId.FromValue(row.ReadInteger());

    private static string Active(RecordKind kind) => kind switch
    {
        RecordKind.Employee => "n.is_active",
        RecordKind.Seat => $"CASE WHEN n.status IN ['{CodeNames.Upper(nameof(SeatStatus.Wanted))}', "
            + $"'{CodeNames.Upper(nameof(SeatStatus.Applied))}'] THEN 0 ELSE 1 END",
        RecordKind.Attended => $"CASE WHEN n.role = '{CodeNames.Upper(nameof(AttendanceRole.Absent))}' THEN 0 ELSE 1 END",
        _ => "1",
    };

    private static string Days(RecordModel model) => model.Time switch
    {
        TimeRule.Period => "n.`from` AS begin, n.`until` AS end",
        TimeRule.Moment => $"n.`{model.Moment!.Column}` AS begin, null AS end",
        _ => "null AS begin, null AS end",
    };

    private static (int From, int Until) DaysOf(ICypherRow row, RecordModel model)
    {
        var from = row.TryReadNull() ? int.MinValue
            : model.Moment?.Type == PropertyType.Instant ? (int)Math.Floor(row.ReadInteger() / (double)MillisecondsADay)
            : (int)row.ReadInteger();
        return (from, row.TryReadNull() ? int.MaxValue : (int)row.ReadInteger());
    }

    private static Dictionary<string, object?> Of(RecordId after, int rowsMax) =>
        new() { ["after"] = after.Value, ["rows"] = rowsMax + 1L };

    private static List<T> Cut<T>(List<T> rows, int rowsMax, out bool hasMore)
    {
        hasMore = rows.Count > rowsMax;
        if (hasMore)
        {
            rows.RemoveAt(rowsMax);
        }

        return rows;
    }
}
