using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>Reads the whole graph narrow and fast, for the index.</summary>
internal static class StreamReading
{
    private const long MillisecondsADay = 86_400_000;

    public static LinkBatch Links(Snapshot snapshot, RecordKind kind, RecordId after, int rowsMax)
    {
        var model = GraphModel.Of(kind);
        var strength = model.Find("declaredStrength") is { } declared ? $"\"{declared.Column}\"" : "NULL";
        using var statement = snapshot.Connection.Prepare(
            $"SELECT id, owner_id, visibility, known_since, {Days(model)}, from_id, to_id, {strength}, {Active(kind)}"
            + $" FROM {KindTable.Of(kind).Name} WHERE id > ?1 ORDER BY id LIMIT ?2");
        statement.Bind(1, after.Value).Bind(2, rowsMax + 1L);
        var links = new List<Link>(Math.Min(rowsMax, 1 << 16));
        while (statement.Step())
        {
            if (links.Count == rowsMax)
            {
                return new LinkBatch(links, true);
            }

            var (from, until) = DaysOf(statement, model);
            links.Add(new Link(
                statement.Id(0), statement.Id(6), statement.Id(7), statement.IdOrNone(1), (Visibility)statement.Integer(2),
                from, until, (int)statement.Integer(3), statement.IsNull(8) ? double.NaN : statement.Number(8),
                statement.Integer(9) != 0));
        }

        return new LinkBatch(links, false);
    }

    public static PointBatch Points(Snapshot snapshot, RecordKind kind, RecordId after, int rowsMax)
    {
        var model = GraphModel.Of(kind);
        var sensitive = model.Find("isSensitive") is { } declared ? $"\"{declared.Column}\"" : "0";
        using var statement = snapshot.Connection.Prepare(
            $"SELECT id, owner_id, visibility, known_since, {Days(model)}, {sensitive}, {Active(kind)}"
            + $" FROM {KindTable.Of(kind).Name} WHERE id > ?1 ORDER BY id LIMIT ?2");
        statement.Bind(1, after.Value).Bind(2, rowsMax + 1L);
        var points = new List<Point>(Math.Min(rowsMax, 1 << 16));
        while (statement.Step())
        {
            if (points.Count == rowsMax)
            {
                return new PointBatch(points, true);
            }

            var (from, until) = DaysOf(statement, model);
            points.Add(new Point(
                statement.Id(0), statement.IdOrNone(1), (Visibility)statement.Integer(2), statement.Integer(6) != 0,
                statement.Integer(7) != 0, from, until, (int)statement.Integer(3)));
        }

        return new PointBatch(points, false);
    }

    private static string Active(RecordKind kind) => kind switch
    {
        RecordKind.Employee => "is_active",
        RecordKind.Seat => $"status NOT IN ('{CodeNames.Upper(nameof(SeatStatus.Wanted))}', "
            + $"'{CodeNames.Upper(nameof(SeatStatus.Applied))}')",
        RecordKind.Attended => $"role <> '{CodeNames.Upper(nameof(AttendanceRole.Absent))}'",
        _ => "1",
    };

    private static string Days(RecordModel model) => model.Time switch
    {
        TimeRule.Period => "\"from\", \"until\"",
        TimeRule.Moment => $"\"{model.Moment!.Column}\", NULL",
        _ => "NULL, NULL",
    };

    private static (int From, int Until) DaysOf(Statement row, RecordModel model)
    {
        var from = row.IsNull(4) ? int.MinValue
            : model.Moment?.Type == PropertyType.Instant ? (int)Math.Floor(row.Integer(4) / (double)MillisecondsADay)
            : (int)row.Integer(4);
        return (from, row.IsNull(5) ? int.MaxValue : (int)row.Integer(5));
    }
}
