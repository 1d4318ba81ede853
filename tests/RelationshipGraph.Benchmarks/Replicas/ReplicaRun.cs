using System.Globalization;
using RelationshipGraph.Benchmarks.Serving;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Neo4j;

namespace RelationshipGraph.Benchmarks.Replicas;

/// <summary>
/// Two programs of the API on one Neo4j, and writers that use both; the server may be killed under them. In the end what is
/// there is held against what the writers were told.
/// </summary>
/// <param name="settings">Where the Neo4j is; what is in it is added to.</param>
/// <param name="random">What the writers do.</param>
/// <param name="output">Where the figures go.</param>
internal sealed class ReplicaRun(Neo4jSettings settings, Random random, TextWriter output)
{
    private const int Replicas = 2;
    private const int Writers = 8;
    private const int Companies = 4;
    private const int ContactsBetween = 3 * Writers;
    private const int KillSpread = 300;

    private readonly ReplicaLog _log = new();

    /// <summary>Writes for a while on a Neo4j that is there.</summary>
    /// <returns>0 where nothing was found.</returns>
    public static async Task<int> RunAsync(string address, string user, string password, int seconds, TextWriter output)
    {
        var run = new ReplicaRun(new Neo4jSettings(address, user, password, null), new Random(1), output);
        var findings = await run.RunAsync(ct => Task.Delay(TimeSpan.FromSeconds(seconds), ct), CancellationToken.None);
        return await TellAsync(findings, output);
    }

    /// <summary>Writes while a Neo4j of its own is killed again and again.</summary>
    public static async Task<int> KillAsync(string fixture, int kills, int seed, TextWriter output)
    {
        await using var server = await FixtureServer.StartAsync(fixture);
        return await TellAsync(await KillAsync(server, kills, new Random(seed), output), output);
    }

    /// <summary>Writes while a server is killed again and again.</summary>
    public static Task<IReadOnlyList<string>> KillAsync(FixtureServer server, int kills, Random random, TextWriter output)
    {
        var settings = new Neo4jSettings(server.Address, server.User, server.Password, null);
        var run = new ReplicaRun(settings, random, output);
        return run.RunAsync(ct => run.KillAsync(server, kills, new Random(random.Next()), ct), CancellationToken.None);
    }

    // The kill is to meet writers at work.
    private async Task KillAsync(FixtureServer server, int kills, Random moments, CancellationToken ct)
    {
        for (var kill = 1; kill <= kills; kill++)
        {
            await WriteSomeAsync(ct);
            await Task.Delay(moments.Next(KillSpread), ct);
            await server.KillAsync();
            await server.StartAgainAsync();
            await output.WriteLineAsync($"Killed {kill} times and started again; {_log.Contacts.Count} contacts so far.");
        }

        await WriteSomeAsync(ct);
    }

    private async Task WriteSomeAsync(CancellationToken ct)
    {
        var wanted = _log.Contacts.Count + ContactsBetween;
        while (_log.Contacts.Count < wanted)
        {
            await Task.Delay(KillSpread / 10, ct);
        }
    }

    /// <summary>Starts the replicas, and writes for as long as something else takes.</summary>
    /// <returns>What was found wrong, a sentence each.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Func<CancellationToken, Task> during, CancellationToken ct)
    {
        var folders = Enumerable.Range(0, Replicas)
            .Select(_ => Directory.CreateTempSubdirectory("relationshipgraph-replica-")).ToList();
        var servers = new List<ServerProcess>();
        try
        {
            foreach (var folder in folders)
            {
                servers.Add(await ServerProcess.StartAsync(folder.FullName, settings));
                await servers[^1].SignInAsync("administrator");
            }

            await WriteAsync(servers, during, ct);
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
            folders.ForEach(folder => folder.Delete(recursive: true));
        }

        return [.. _log.Findings];
    }

    private async Task WriteAsync(
        IReadOnlyList<ServerProcess> servers, Func<CancellationToken, Task> during, CancellationToken stop)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var ct = giveUp.Token;
        var client = new ReplicaClient([.. servers.Select(server => server.Client)], _log);
        var companies = await ReplicaAnswers.MakeCompaniesAsync(client, Companies, ct);
        await using var first = await OpenAsync(ct);
        await using var second = await OpenAsync(ct);
        FeedFollower[] followers = [new(first, _log), new(second, _log)];
        using var written = new CancellationTokenSource();
        var following = followers
            .Select(one => Task.Run(() => one.RunAsync(() => written.IsCancellationRequested, ct), ct)).ToList();

        var run = TimeProvider.System.GetUtcNow().Ticks;
        using var end = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers)
            .Select(number => new ReplicaWriter(number, client, _log, new Random(random.Next()), run))
            .Select(writer => Task.Run(() => writer.RunAsync(companies, () => end.IsCancellationRequested, ct), ct)).ToList();
        var running = during(ct);
        await Task.WhenAny(Task.WhenAll(writers), running);
        await end.CancelAsync();
        if (running.IsFaulted)
        {
            // What was to happen meanwhile did not: nobody knows whether the writers will ever be answered.
            await giveUp.CancelAsync();
            await Task.WhenAny(Task.WhenAll([.. writers, .. following]));
            await running;
        }

        await Task.WhenAll(writers);
        await written.CancelAsync();
        await Task.WhenAll(following);

        await LookAsync(followers, first, ct);
        await ReplicaAnswers.CompareAsync(servers, companies, _log);
        var failures = _log.Failures.Select(one => $"{one.Value} {one.Key}").DefaultIfEmpty("none");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{_log.Contacts.Count} contacts, as many ties, {_log.Updates.Values.Sum()} updates acknowledged; "
            + $"{_log.Conflicts} conflicts told; feed {followers[0].Seen.Count}; "
            + $"passing failures: {string.Join(", ", failures)}"));
    }

    private async Task LookAsync(FeedFollower[] followers, IGraphStore store, CancellationToken ct)
    {
        if (!followers[0].Seen.SequenceEqual(followers[1].Seen))
        {
            _log.Findings.Add("The two followers saw different feeds.");
        }

        foreach (var finding in await store.CheckAsync(ct))
        {
            _log.Findings.Add(finding);
        }
    }

    private Task<Neo4jGraphStore> OpenAsync(CancellationToken ct) =>
        Neo4jGraphStore.OpenAsync(settings, Neo4jOpenMode.Existing, TimeProvider.System, new Random(1), ct);

    private static async Task<int> TellAsync(IReadOnlyList<string> findings, TextWriter output)
    {
        foreach (var finding in findings)
        {
            await output.WriteLineAsync(finding);
        }

        await output.WriteLineAsync($"{findings.Count} findings.");
        return findings.Count == 0 ? 0 : 1;
    }
}
