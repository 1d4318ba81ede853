using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Neo4j;
using RelationshipGraph.Storage.Sqlite;

namespace RelationshipGraph.Benchmarks.Stores;

/// <summary>How fast a store writes and reads, on made-up people and ties.</summary>
/// <param name="people">How many people.</param>
/// <param name="tiesEach">Ties for each of them.</param>
/// <param name="output">Where the figures go.</param>
internal sealed class StoreFigures(int people, int tiesEach, TextWriter output)
{
    private const int Singles = 500;
    private const int Reads = 2_000;
    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly KnownSince = new(2024, 1, 1);

    private readonly Random _random = new(1);
    private readonly RecordIds _ids = new(TimeProvider.System, new Random(1));
    private readonly byte[] _run = BitConverter.GetBytes(TimeProvider.System.GetTimestamp());
    private int _commits;

    /// <summary>Measures a Neo4j; what is in it is added to.</summary>
    public async Task<int> RunAsync(Neo4jSettings settings, CancellationToken ct)
    {
        await using var store = await Neo4jGraphStore.OpenAsync(
            settings, Neo4jOpenMode.Create, TimeProvider.System, new Random(1), ct);
        await MeasureAsync(store, ct);
        return 0;
    }

    /// <summary>Measures SQLite in a folder that is removed afterwards.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("relationshipgraph-figures-");
        try
        {
            var file = Path.Combine(folder.FullName, "graph.db");
            await using var store = await SqliteGraphStore.OpenAsync(file, SqliteOpenMode.Create, TimeProvider.System, ct);
            await MeasureAsync(store, ct);
            await output.WriteLineAsync($"file: {new FileInfo(file).Length / 1_000_000} MB");
            await output.WriteLineAsync($"peak memory: {Environment.WorkingSet / 1_000_000} MB working set now");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task MeasureAsync(IGraphStore store, CancellationToken ct)
    {
        var contacts = Enumerable.Range(0, people).Select(number => _ids.Next(RecordKind.Contact)).ToList();
        await MeasureAsync("people, commits of 5,000", people, () => WriteAsync(store, contacts.Select(ContactOf), ct));
        var ties = people * tiesEach;
        await MeasureAsync("ties, commits of 5,000", ties, () => WriteAsync(store, TiesOf(contacts), ct));
        await MeasureAsync("ties with a source, commits of 5,000", ties / 4,
            () => WriteAsync(store, TiesOf(contacts).Take(ties / 4).Select(Sourced), ct));
        await MeasureAsync("commits of one record", Singles, () => WriteSinglesAsync(store, 1, ct));
        foreach (var clients in (int[])[8, 64])
        {
            await MeasureAsync(
                $"commits of one record by {clients} clients", Singles, () => WriteSinglesAsync(store, clients, ct));
        }

        await MeasureAsync("links read", ties + (ties / 4), () => ReadLinksAsync(store, ct));
        await MeasureAsync("points read", people, () => ReadPointsAsync(store, ct));
        await MeasureReadsAsync(store, contacts, ct);
    }

    private async Task MeasureReadsAsync(IGraphStore store, List<RecordId> contacts, CancellationToken ct)
    {
        var viewer = ViewScope.Of(_ids.Next(RecordKind.Employee), []);
        await MeasureAsync("reads of 25 records by id", Reads,
            () => RepeatAsync(() => store.ReadAsync(Some(contacts, 25), viewer, ct)));
        await MeasureAsync("reads of 25 ties at one person", Reads, () => RepeatAsync(() => store.ReadEdgesAsync(
            new EdgeQuery(RecordKind.Knows, Direction.Both, Some(contacts, 1)), viewer, ct)));
        await MeasureAsync("reads of 3 ties at 20 people", Reads, () => RepeatAsync(() => store.ReadEdgesAsync(
            new EdgeQuery(RecordKind.Knows, Direction.Both, Some(contacts, 20)) { RowsMax = 3 }, viewer, ct)));
        var order = new RecordOrder(GraphModel.Of(RecordKind.Contact)["name"], false);
        await MeasureAsync("pages of 25 by name", Reads, () => RepeatAsync(() => store.ReadPageAsync(
            new PageQuery(RecordKind.Contact) { Order = order }, viewer, ct)));
        await MeasureAsync("searches of one rare word", Reads, () => RepeatAsync(() => store.SearchAsync(
            new SearchQuery([_random.Next(people).ToString(CultureInfo.InvariantCulture)], [RecordKind.Contact]), viewer, ct)));
    }

    private async Task MeasureAsync(string what, int count, Func<Task> work)
    {
        var started = TimeProvider.System.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        await work();
        var took = TimeProvider.System.GetElapsedTime(started);
        var worked = Environment.CpuUsage.TotalTime - processor;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {count} in {took.TotalSeconds:f2} s, {count / took.TotalSeconds:f0}/s,"
            + $" {worked.TotalMicroseconds / count:f2} µs of processor each"));
    }

    private async Task WriteAsync(IGraphStore store, IEnumerable<Record> records, CancellationToken ct)
    {
        foreach (var part in records.Chunk(Limits.CommitChangesMax))
        {
            await CommitAsync(store, part, ct);
        }
    }

    private async Task WriteSinglesAsync(IGraphStore store, int clients, CancellationToken ct)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(
            async () =>
            {
                for (var i = Interlocked.Increment(ref next); i < Singles; i = Interlocked.Increment(ref next))
                {
                    await CommitAsync(store, [ContactOf(_ids.Next(RecordKind.Contact), i)], ct);
                }
            },
            ct)));
    }

    private async Task CommitAsync(IGraphStore store, IReadOnlyList<Record> records, CancellationToken ct)
    {
        var id = new Guid(Interlocked.Increment(ref _commits), 0, 0, _run);
        var commit = new Commit(id, "figures", Begin, [.. records.Select(record => new Change.Create(record))]);
        if (await store.CommitAsync(commit, ct) is not CommitResult.Done)
        {
            throw new InvalidOperationException("A commit was refused.");
        }
    }

    private static async Task ReadLinksAsync(IGraphStore store, CancellationToken ct)
    {
        var batch = await store.ReadLinksAsync(RecordKind.Knows, default, 100_000, ct);
        while (batch.HasMore)
        {
            batch = await store.ReadLinksAsync(RecordKind.Knows, batch.Links[^1].Id, 100_000, ct);
        }
    }

    private static async Task ReadPointsAsync(IGraphStore store, CancellationToken ct)
    {
        var batch = await store.ReadPointsAsync(RecordKind.Contact, default, 100_000, ct);
        while (batch.HasMore)
        {
            batch = await store.ReadPointsAsync(RecordKind.Contact, batch.Points[^1].Id, 100_000, ct);
        }
    }

    private static async Task RepeatAsync(Func<Task> read)
    {
        for (var i = 0; i < Reads; i++)
        {
            await read();
        }
    }

    private IReadOnlyCollection<RecordId> Some(List<RecordId> contacts, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => contacts[_random.Next(contacts.Count)])];

    private Contact ContactOf(RecordId id, int number) => new()
    {
        Id = id,
        Name = $"Person {number} Nørregård{number % 1_000}",
        Title = $"Director of {number % 40}",
        Source = "figures",
        ExternalId = $"{number}-{id.Value}",
        CreatedAt = Begin,
        UpdatedAt = Begin,
        KnownSince = KnownSince,
    };

    private IEnumerable<Relationship> TiesOf(List<RecordId> contacts) =>
        from contact in contacts
        from at in Enumerable.Range(0, tiesEach)
        select new Knows
        {
            Id = _ids.Next(RecordKind.Knows),
            FromId = contact,
            ToId = contacts[_random.Next(contacts.Count)],
            CreatedAt = Begin,
            UpdatedAt = Begin,
            KnownSince = KnownSince,
            From = KnownSince,
            DeclaredStrength = new TieStrength(at / (double)tiesEach),
        };

    private static Record Sourced(Relationship tie, int number) =>
        tie with { Source = "figures", ExternalId = number.ToString(CultureInfo.InvariantCulture) };
}
