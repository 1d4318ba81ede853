using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RelationshipGraph.Benchmarks.Serving;
using RelationshipGraph.Model;

namespace RelationshipGraph.Benchmarks.Engine;

/// <summary>The product as its users have it: the files imported, the server a process of its own, asked in GraphQL.</summary>
internal sealed class HttpEngine : IBenchEngine
{
    private const int TopTies = 20;

    private const string Hops = "hops { to { externalId } }";

    private IReadOnlyList<RecordId> _people = [];
    private ServerProcess? _server;

    public async Task<object> LoadAsync(string data, string work, CancellationToken ct)
    {
        await DisposeAsync();
        var begin = Stopwatch.GetTimestamp();
        await using (var engine = new ProductEngine())
        {
            await engine.LoadAsync(data, work, ct);
            _people = engine.People;
        }

        var imported = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        _server = await ServerProcess.StartAsync(work, Path.Combine(work, "graph.db"));
        await _server.SignInAsync("administrator");
        await AskAsync($$"""{ introductionPaths(to: "{{_people[^1]}}", anyEmployee: true, first: 1) { ending } }""");
        var whole = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return new
        {
            load_s = Math.Round(whole, 3),
            disk_bytes = Directory.EnumerateFiles(work, "graph.db*").Sum(one => new FileInfo(one).Length),
            pids = new[] { _server.Id },
            version = ProductEngine.Version + ", GraphQL over HTTP",
            note = FormattableString.Invariant($"import {imported:F1} s, start and first path {whole - imported:F1} s"),
        };
    }

    public Func<string[], ValueTask<string>>? QueryOf(string workload) => workload switch
    {
        "W0" => async _ => (await AskAsync("{ __typename }")).ValueKind == JsonValueKind.Object ? "1" : "ERROR",
        "W1" => set => PathsAsync($"to: \"{Person(set[0])}\", anyEmployee: true, first: 1"),
        "W2" => set => PathsAsync($"to: \"{Person(set[1])}\", from: \"{Person(set[0])}\", first: 5"),
        "W3" => set => DistanceAsync(Person(set[0]), Person(set[1])),
        "W4" => set => SecondDegreeAsync(Person(set[0])),
        "W5" => set => ProfileAsync(Person(set[0])),
        _ => null,
    };

    public string InNumbers(string answer) => answer;

    public async Task<(string Answer, TimeSpan Write, TimeSpan Read)> WriteAsync(string[] set, CancellationToken ct)
    {
        var begin = Stopwatch.GetTimestamp();
        var made = await AskAsync(
            $$"""
            mutation { createKnows(input: { fromId: "{{Person(set[0])}}", toId: "{{Person(set[1])}}",
              declaredStrength: {{set[2]}}, visibility: EVERYONE }) { knows { id version } } }
            """);
        var written = Stopwatch.GetElapsedTime(begin);
        begin = Stopwatch.GetTimestamp();
        var answer = await PathsAsync($"to: \"{Person(set[1])}\", anyEmployee: true, first: 1");
        var read = Stopwatch.GetElapsedTime(begin);
        var knows = made.GetProperty("createKnows").GetProperty("knows");
        await AskAsync(
            $$"""
            mutation { deleteKnows(input: { id: "{{knows.GetProperty("id").GetString()}}",
              version: {{knows.GetProperty("version").GetInt64()}} }) { __typename } }
            """);
        return (answer, written, read);
    }

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        _server = null;
        return ValueTask.CompletedTask;
    }

    private async ValueTask<string> PathsAsync(string ends)
    {
        var data = await AskAsync(
            $$"""
            { introductionPaths({{ends}}, hopDiscount: 1, through: [PERSON], byLoad: false) {
              paths { score start { externalId } {{Hops}} } } }
            """);
        var paths = data.GetProperty("introductionPaths").GetProperty("paths").EnumerateArray().Select(path =>
            path.GetProperty("score").GetDouble().ToString("G12", CultureInfo.InvariantCulture) + "|"
            + string.Join('-', Told(path).Prepend(Number(path.GetProperty("start")))));
        return string.Join(';', paths) is { Length: > 0 } text ? text : "none";
    }

    private async ValueTask<string> DistanceAsync(RecordId from, RecordId to)
    {
        if (from == to)
        {
            return "0";
        }

        var data = await AskAsync(
            $$"""
            { shortestPath(to: "{{to}}", from: "{{from}}", maxHops: 6, first: 1, through: [PERSON]) { paths { {{Hops}} } } }
            """);
        var paths = data.GetProperty("shortestPath").GetProperty("paths");
        return paths.GetArrayLength() == 0 ? "-1" : Told(paths[0]).Count().ToString(CultureInfo.InvariantCulture);
    }

    // Equal rows come by our own ids, and the benchmark wants them by its numbers: so more are asked for than are told.
    private async ValueTask<string> SecondDegreeAsync(RecordId of)
    {
        var data = await AskAsync(
            $$"""
            { secondDegree(of: "{{of}}", orderBy: COMMON_CONTACTS, first: 200) { edges { commonContacts
              node { externalId ... on Contact { worksAt(first: 1) { nodes { externalId } } }
                ... on Employee { worksAt(first: 1) { nodes { externalId } } } } } } }
            """);
        var rows = data.GetProperty("secondDegree").GetProperty("edges").EnumerateArray()
            .Select(edge => (
                Common: edge.GetProperty("commonContacts").GetInt32(),
                Id: int.Parse(Number(edge.GetProperty("node")), CultureInfo.InvariantCulture),
                Company: Number(edge.GetProperty("node").GetProperty("worksAt").GetProperty("nodes")[0])))
            .OrderByDescending(row => row.Common).ThenBy(row => row.Id).Take(TopTies)
            .Select(row => FormattableString.Invariant($"{row.Id}:{row.Common}:{row.Company}"));
        return string.Join(',', rows) is { Length: > 0 } text ? text : "none";
    }

    private async ValueTask<string> ProfileAsync(RecordId id)
    {
        const string Jobs = "name worksAt(first: 1) { nodes { name } }";
        var data = await AskAsync(
            $$"""
            { node(id: "{{id}}") {
                ... on Contact { {{Jobs}} memberships(first: 50) { nodes { externalId } } }
                ... on Employee { {{Jobs}} seats(first: 50) { nodes { networks(first: 5) { nodes { externalId } } } } } }
              strongestTies(of: "{{id}}", first: {{TopTies}}) { nodes { value with { externalId } } } }
            """);
        var node = data.GetProperty("node");
        var networks = node.TryGetProperty("memberships", out var memberships)
            ? memberships.GetProperty("nodes").EnumerateArray()
            : node.GetProperty("seats").GetProperty("nodes").EnumerateArray()
                .SelectMany(seat => seat.GetProperty("networks").GetProperty("nodes").EnumerateArray());
        var ties = data.GetProperty("strongestTies").GetProperty("nodes").EnumerateArray()
            .Select(tie => (
                Strength: tie.GetProperty("value").GetDouble(),
                Id: int.Parse(Number(tie.GetProperty("with")), CultureInfo.InvariantCulture)))
            .OrderByDescending(tie => tie.Strength).ThenBy(tie => tie.Id)
            .Select(tie => FormattableString.Invariant($"{tie.Id}:{tie.Strength:F6}"));
        return $"{node.GetProperty("name").GetString()}|"
            + $"{node.GetProperty("worksAt").GetProperty("nodes")[0].GetProperty("name").GetString()}|"
            + $"{string.Join(',', networks.Select(one => int.Parse(Number(one), CultureInfo.InvariantCulture)).Order())}|"
            + string.Join(',', ties);
    }

    private static IEnumerable<string> Told(JsonElement path) =>
        path.GetProperty("hops").EnumerateArray().Select(hop => Number(hop.GetProperty("to")));

    private static string Number(JsonElement record) => record.GetProperty("externalId").GetString()!;

    private RecordId Person(string number) => _people[int.Parse(number, CultureInfo.InvariantCulture)];

    private async Task<JsonElement> AskAsync(string query)
    {
        using var json = JsonDocument.Parse(await _server!.AskAsync(query));
        return json.RootElement.GetProperty("data").Clone();
    }
}
