using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RelationshipGraph.Importing;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Neo4j;
using RelationshipGraph.Storage.Sqlite;

namespace RelationshipGraph.Benchmarks.Engine;

/// <summary>
/// The product without a host: files through the importer into the SQLite store, the index on it, and the searches.
/// </summary>
/// <param name="server">A Neo4j instead, into which the files have been imported; null: SQLite.</param>
/// <param name="mode">In what paths are searched.</param>
internal sealed partial class ProductEngine(Neo4jSettings? server = null, PathMode mode = PathMode.Snapshot) : IBenchEngine
{
    private const int TopRows = 20;
    private static readonly DateOnly Day = new(2026, 1, 1);

    private readonly Dictionary<RecordId, int> _numbers = [];
    private RecordId[] _people = [];
    private IGraphStore? _store;
    private GraphIndex? _index;
    private RemoteGraph? _remote;
    private RecordIds? _ids;
    private int _writes;

    /// <summary>The people by the numbers that the files call them.</summary>
    public IReadOnlyList<RecordId> People => _people;

    public static string Version => $"RelationshipGraph on .NET {Environment.Version}";

    public async Task<object> LoadAsync(string data, string work, CancellationToken ct)
    {
        await DisposeAsync();
        if (server is not null)
        {
            return await OpenAsync(server, data, ct);
        }

        Directory.CreateDirectory(work);
        var file = Path.Combine(work, "graph.db");
        foreach (var old in Directory.EnumerateFiles(work, "graph.db*"))
        {
            File.Delete(old);
        }

        var begin = Stopwatch.GetTimestamp();
        _store = await SqliteGraphStore.OpenAsync(file, SqliteOpenMode.Create, TimeProvider.System, ct);
        _ids = new RecordIds(new SwiftClock(), new Random(1));
        var importer = new Importer(_store, _ids, TimeProvider.System);
        var options = new ImportOptions { Source = "bench" };
        var report = await importer.ImportAsync(ImportFiles.From(data), options, new Progress<ImportProgress>(), ct);
        var imported = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        _index = await GraphIndex.OpenAsync(_store, ct);
        var whole = Stopwatch.GetElapsedTime(begin).TotalSeconds;

        // Not part of the load: only the benchmark wishes to know what the files called everybody.
        await ReadNumbersAsync(data, ct);
        await new WarmUp(this, _people).RunAsync(ct);
        return new
        {
            load_s = Math.Round(whole, 3),
            disk_bytes = Directory.EnumerateFiles(work, "graph.db*").Sum(one => new FileInfo(one).Length),
            pids = Array.Empty<int>(),
            version = Version,
            note = FormattableString.Invariant(
                $"import {imported:F1} s, index {whole - imported:F1} s, {report.RefusalsTotal} rows refused"),
        };
    }

    private async Task<object> OpenAsync(Neo4jSettings settings, string data, CancellationToken ct)
    {
        var begin = Stopwatch.GetTimestamp();
        _store = await Neo4jGraphStore.OpenAsync(
            settings, Neo4jOpenMode.Existing, TimeProvider.System, new Random(1), ct);
        _ids = new RecordIds(TimeProvider.System, new Random(1));
        if (mode == PathMode.Snapshot)
        {
            _index = await GraphIndex.OpenAsync(_store, ct);
        }
        else
        {
            var contacts = await GraphIndex.OpenAsync(_store, null, IndexParts.Contacts, ct);
            _remote = new RemoteGraph(_store, contacts.CatchUpAsync);
        }

        var whole = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        await ReadNumbersAsync(data, ct);
        return new
        {
            load_s = Math.Round(whole, 3),
            disk_bytes = 0,
            pids = Array.Empty<int>(),
            version = Version,
            note = FormattableString.Invariant($"imported before; {mode}"),
        };
    }

    /// <summary>The workload as a function from its parameters to the answer; null where it cannot be asked.</summary>
    public Func<string[], ValueTask<string>>? QueryOf(string workload) => workload switch
    {
        "W0" => static _ => ValueTask.FromResult("1"),
        "W1" => set => PathsAsync(null, Person(set[0]), pathsMax: 1),
        "W2" => set => PathsAsync(Person(set[0]), Person(set[1]), pathsMax: 5),
        "W3" when _index is not null => set => ValueTask.FromResult(Distance(Person(set[0]), Person(set[1]))),
        "W4" when _index is not null => set => ValueTask.FromResult(SecondDegree(Person(set[0]))),
        "W5" when _index is null => set => StoredProfileAsync(Person(set[0]), CancellationToken.None),
        "W5" => set => ProfileAsync(Person(set[0]), CancellationToken.None),
        _ => null,
    };

    public async ValueTask DisposeAsync()
    {
        if (_index is not null)
        {
            await _index.DisposeAsync();
        }

        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        (_index, _store) = (null, null);
    }

    /// <summary>Writes a tie so that it lasts, asks for the way over it, and takes it away again.</summary>
    /// <returns>The answer, and how long the writing and the asking took.</returns>
    public async Task<(string Answer, TimeSpan Write, TimeSpan Read)> WriteAsync(string[] set, CancellationToken ct)
    {
        var (employee, contact) = (Person(set[0]), Person(set[1]));
        var tie = new Knows
        {
            Id = _ids!.Next(RecordKind.Knows),
            FromId = employee,
            ToId = contact,
            KnownSince = Day,
            DeclaredStrength = new TieStrength(double.Parse(set[2], CultureInfo.InvariantCulture)),
        };
        var begin = Stopwatch.GetTimestamp();
        await CommitAsync(new Change.Create(tie), ct);
        var written = Stopwatch.GetElapsedTime(begin);
        begin = Stopwatch.GetTimestamp();
        var view = await _index!.CatchUpAsync(ct);
        var answer = Paths(view, null, contact, pathsMax: 1);
        var read = Stopwatch.GetElapsedTime(begin);
        await CommitAsync(new Change.Delete(tie.Id, tie.Version), ct);
        await _index.CatchUpAsync(ct);
        return (answer, written, read);
    }

    private async Task CommitAsync(Change change, CancellationToken ct)
    {
        var commit = new Commit(new Guid(++_writes, 0, 0, new byte[8]), "bench", TimeProvider.System.GetUtcNow(), [change]);
        if (await _store!.CommitAsync(commit, ct) is not CommitResult.Done { Sequence: var sequence })
        {
            throw new InvalidOperationException("A write of the benchmark was refused.");
        }

        // As a session does.
        _index!.Take(commit, sequence);
    }

    /// <summary>An answer with the benchmark's numbers in place of ids: what the asker does not wait for.</summary>
    public string InNumbers(string answer) => Ids().Replace(
        answer, id => _numbers[RecordId.FromValue(long.Parse(id.ValueSpan[1..], CultureInfo.InvariantCulture))]
            .ToString(CultureInfo.InvariantCulture));

    // As it stands in an answer until it is compared.
    private static string Name(RecordId id) => string.Create(CultureInfo.InvariantCulture, $"#{id.Value}");

    [GeneratedRegex("#[0-9]+")]
    private static partial Regex Ids();

    private string Distance(RecordId from, RecordId to)
    {
        var query = new PathQuery(to, from, Day) { Through = Through.Person };
        return ShortestSearch.DistanceOf(_index!.Current, query, ViewScope.Public, CancellationToken.None)
            .ToString(CultureInfo.InvariantCulture);
    }

    private string SecondDegree(RecordId of)
    {
        var view = _index!.Current;
        var query = new SecondDegreeQuery(of, Day) { Order = SecondDegreeOrder.CommonContacts, RowsMax = TopRows };
        var answer = SecondDegreeSearch.Find(view, query, ViewScope.Public, CancellationToken.None);
        return answer is not SecondDegreeAnswer.Found { Rows: var rows } ? $"ERROR {answer}"
            : rows.Count == 0 ? "none"
            : string.Join(',', rows.Select(row => string.Create(
                CultureInfo.InvariantCulture, $"{Name(row.Id)}:{row.CommonContacts}:{CompanyOf(view, row.Id)}")));
    }

    private static string CompanyOf(GraphView view, RecordId person)
    {
        foreach (ref readonly var joining in view.JoiningsOf(view.FindPerson(person)))
        {
            if (view.IsCompany(joining.Group))
            {
                return Name(view.GroupId(joining.Group));
            }
        }

        return "-1";
    }

    private RecordId Person(string number) => _people[int.Parse(number, CultureInfo.InvariantCulture)];

    private async ValueTask<string> PathsAsync(RecordId? from, RecordId to, int pathsMax) => _index is null
        ? Write(await SurroundingSearch.FindAsync(_remote!, Query(from, to, pathsMax), ViewScope.Public, CancellationToken.None))
        : Paths(_index.Current, from, to, pathsMax);

    private string Paths(GraphView view, RecordId? from, RecordId to, int pathsMax) =>
        Write(IntroductionSearch.Find(view, Query(from, to, pathsMax), ViewScope.Public, CancellationToken.None));

    private static PathQuery Query(RecordId? from, RecordId to, int pathsMax) =>
        new(to, from, Day) { PathsMax = pathsMax, HopDiscount = 1, Through = Through.Person };

    private string Write(PathAnswer answer) => answer switch
    {
        PathAnswer.Found found => string.Join(';', found.Paths.Select(Write)),
        PathAnswer.GaveUp gave when gave.Limit == nameof(Limits.SurroundingRecordsMax) => "ERROR bound met",
        PathAnswer.NoPath => "none",
        var other => $"ERROR {other}",
    };

    private string Write(IntroductionPath path)
    {
        var text = new StringBuilder(((PathScore.Exact)path.Score).Value.ToString("G12", CultureInfo.InvariantCulture))
            .Append('|').Append(Name(path.Start));
        foreach (var step in path.Steps)
        {
            text.Append('-').Append(Name(((PathStep.Hop)step).To));
        }

        return text.ToString();
    }

    /// <summary>Name, company, networks and the strongest ties: the names from the store, the rest from the index.</summary>
    private async ValueTask<string> ProfileAsync(RecordId id, CancellationToken ct)
    {
        var view = _index!.Current;
        var person = view.FindPerson(id);
        var groups = view.JoiningsOf(person).ToArray().Select(one => view.GroupId(one.Group)).ToList();
        var company = groups.Find(group => group.Kind == RecordKind.Company);
        var names = await _store!.ReadAsync([id, company], ViewScope.Public, ct);
        var networks = groups.Where(group => group.Kind == RecordKind.Network).Select(group => _numbers[group]).Order();
        var ties = view.ArcsOf(person, out _).ToArray()
            .Select(arc => (view.Ties[arc.Tie].Strength, Number: _numbers[view.PersonId(arc.Person)]))
            .OrderByDescending(tie => tie.Strength).ThenBy(tie => tie.Number).Take(TopRows)
            .Select(tie => FormattableString.Invariant($"{tie.Number}:{tie.Strength:F6}"));
        var (name, companyName) = (((Person)names[id]).Name, ((Company)names[company]).Name);
        return $"{name}|{companyName}|{string.Join(',', networks)}|{string.Join(',', ties)}";
    }

    /// <summary>The same from the store alone: two round trips.</summary>
    private async ValueTask<string> StoredProfileAsync(RecordId id, CancellationToken ct)
    {
        var ties = ReadEdgesAsync(RecordKind.Knows, Direction.Both, id, ct);
        var jobs = ReadEdgesAsync(RecordKind.WorksAt, Direction.Outgoing, id, ct);
        var memberships = NetworksOfAsync(id, ct);
        var company = (await jobs)[0].ToId;
        var names = await _store!.ReadAsync([id, company], ViewScope.Public, ct);
        var strengths = (await ties).Cast<Knows>()
            .Select(tie => (
                Strength: tie.DeclaredStrength!.Value.Value, Number: _numbers[tie.FromId == id ? tie.ToId : tie.FromId]))
            .OrderByDescending(tie => tie.Strength).ThenBy(tie => tie.Number).Take(TopRows)
            .Select(tie => FormattableString.Invariant($"{tie.Number}:{tie.Strength:F6}"));
        var networks = (await memberships).Select(one => _numbers[one]).Order();
        var (name, companyName) = (((Person)names[id]).Name, ((Company)names[company]).Name);
        return $"{name}|{companyName}|{string.Join(',', networks)}|{string.Join(',', strengths)}";
    }

    // An employee is in a network by a seat.
    private async Task<IEnumerable<RecordId>> NetworksOfAsync(RecordId person, CancellationToken ct)
    {
        if (person.Kind == RecordKind.Contact)
        {
            return (await ReadEdgesAsync(RecordKind.MemberOf, Direction.Outgoing, person, ct)).Select(one => one.ToId);
        }

        var seats = (await ReadEdgesAsync(RecordKind.Holds, Direction.Outgoing, person, ct)).Select(one => one.ToId).ToList();
        var query = new EdgeQuery(RecordKind.SeatIn, Direction.Outgoing, seats) { RowsMax = Limits.PageRowsMax };
        var pages = await _store!.ReadEdgesAsync(query, ViewScope.Public, ct);
        return pages.Values.SelectMany(page => page.Edges).Select(edge => edge.ToId);
    }

    private async Task<IReadOnlyList<Relationship>> ReadEdgesAsync(
        RecordKind kind, Direction direction, RecordId id, CancellationToken ct)
    {
        var query = new EdgeQuery(kind, direction, [id]) { RowsMax = Limits.BatchMax };
        return (await _store!.ReadEdgesAsync(query, ViewScope.Public, ct))[id].Edges;
    }

    private async Task ReadNumbersAsync(string data, CancellationToken ct)
    {
        var people = BenchProtocol.Rows(Path.Combine(data, "persons.csv"))
            .Select(row => (row[1] == "employee" ? RecordKind.Employee : RecordKind.Contact, row[0])).ToList();
        var networks = BenchProtocol.Rows(Path.Combine(data, "networks.csv")).Select(row => (RecordKind.Network, row[0]));
        var companies = BenchProtocol.Rows(Path.Combine(data, "companies.csv")).Select(row => (RecordKind.Company, row[0]));
        _people = new RecordId[people.Count];
        _numbers.Clear();
        foreach (var batch in people.Concat(networks).Concat(companies).Chunk(Limits.BatchMax))
        {
            var keys = batch.Select(one => NaturalKey.OfNode(one.Item1, "bench", one.Item2)).ToList();
            foreach (var (key, record) in await _store!.FindAsync(keys, ViewScope.All, ct))
            {
                var number = int.Parse(key.Local, CultureInfo.InvariantCulture);
                _numbers[record.Id] = number;
                if (key.Kind is RecordKind.Employee or RecordKind.Contact)
                {
                    _people[number] = record.Id;
                }
            }
        }
    }
}
