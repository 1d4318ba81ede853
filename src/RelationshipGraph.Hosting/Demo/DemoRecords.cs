using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>Collects the demo's records and gives each its id and times.</summary>
internal sealed class DemoRecords
{
    /// <summary>The source of the demo's people, companies, departments and networks.</summary>
    public const string Source = "demo";

    private readonly int[] _counts = new int[64];
    private readonly List<Record> _all = new(40_000);

    public IReadOnlyList<Record> All => _all;

    /// <summary>
    /// The id of the nth record of a kind: its instant is the day it was written, and as many milliseconds as there were
    /// records of the kind before it. So no two are alike, whatever their days.
    /// </summary>
    public static RecordId IdOf(RecordKind kind, DateOnly known, int position) =>
        RecordIds.At(kind, WrittenAt(known, position), lane: 0, count: 0);

    /// <param name="kind">What it is.</param>
    /// <param name="known">The day from which the company could have known it.</param>
    /// <param name="make">Makes the record with its id.</param>
    public T Add<T>(RecordKind kind, DateOnly known, Func<RecordId, T> make)
        where T : Record
    {
        var position = _counts[(int)kind]++;
        var at = WrittenAt(known, position);
        Record bare = make(IdOf(kind, known, position));
        var record = (T)(bare with { CreatedAt = at, UpdatedAt = at, KnownSince = known });
        _all.Add(record);
        return record;
    }

    /// <summary>All of them by kind, then by id.</summary>
    public Record[] Sorted()
    {
        var sorted = new Record[_all.Count];
        var ends = new int[_counts.Length];
        for (var kind = 1; kind < ends.Length; kind++)
        {
            ends[kind] = ends[kind - 1] + _counts[kind - 1];
        }

        var starts = ends.ToArray();
        foreach (var record in _all)
        {
            sorted[ends[(int)record.Id.Kind]++] = record;
        }

        var keys = Array.ConvertAll(sorted, record => record.Id.Value);
        for (var kind = 0; kind < ends.Length; kind++)
        {
            Array.Sort(keys, sorted, starts[kind], ends[kind] - starts[kind]);
        }

        return sorted;
    }

    private static DateTimeOffset WrittenAt(DateOnly known, int position) =>
        DemoCalendar.At(DemoCalendar.Later(known, DemoCalendar.GoLive), 8, 0).AddMilliseconds(position);
}
