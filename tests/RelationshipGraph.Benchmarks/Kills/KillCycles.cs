using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Sqlite;

namespace RelationshipGraph.Benchmarks.Kills;

/// <summary>Starts writers, kills them at moments that nobody chose, and looks at what they left.</summary>
/// <param name="random">The moments.</param>
/// <param name="output">Where each cycle is told of.</param>
internal sealed class KillCycles(Random random, TextWriter output)
{
    // A store that has grown makes looking at it slow.
    private const int CyclesPerStore = 50;

    // The first commits of a program are slow; the kill is to meet it at work.
    private const int CommitsBeforeKill = 3;

    private static readonly TimeSpan StartWait = TimeSpan.FromMinutes(1);

    /// <summary>Runs the cycles and tells what was found; 0 where nothing was.</summary>
    public static async Task<int> RunAsync(int cycles, int seed, TextWriter output)
    {
        var findings = await new KillCycles(new Random(seed), output).RunAsync(cycles, CancellationToken.None);
        foreach (var finding in findings)
        {
            await output.WriteLineAsync(finding);
        }

        await output.WriteLineAsync($"{cycles} cycles with seed {seed}: {findings.Count} findings.");
        return findings.Count == 0 ? 0 : 1;
    }

    /// <summary>Runs the cycles in a folder of their own.</summary>
    /// <returns>What was found wrong, a sentence each; empty where nothing was lost and nothing half done.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(int cycles, CancellationToken ct)
    {
        var findings = new List<string>();
        var folder = Directory.CreateTempSubdirectory("relationshipgraph-kills-");
        try
        {
            for (var cycle = 0; cycle < cycles; cycle++)
            {
                var file = Path.Combine(folder.FullName, $"graph{cycle / CyclesPerStore}.db");
                var acknowledged = await KillOneAsync(file, ct);
                var found = await LookAsync(file, acknowledged, ct);
                findings.AddRange(found.Select(finding => $"Cycle {cycle}: {finding}"));
                await output.WriteLineAsync($"cycle {cycle}: acknowledged up to {acknowledged}, {found.Count} findings");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return findings;
    }

    /// <summary>Starts a writer, kills it, and returns the last commit it said was done; 0 for none.</summary>
    private async Task<long> KillOneAsync(string file, CancellationToken ct)
    {
        using var writer = Process.Start(StartOf(file))!;
        try
        {
            // Now and then it does not get as far as its first commit: making and opening a store must bear it too.
            var isEarly = random.Next(5) == 0;
            var reading = ReadAcknowledgedAsync(writer.StandardOutput, out var first);
            if (!isEarly)
            {
                await Task.WhenAny(first, reading).WaitAsync(StartWait, ct);
            }

            await Task.Delay(random.Next(isEarly ? 400 : 150), ct);
            if (writer.HasExited)
            {
                throw new InvalidOperationException($"The writer ended by itself with {writer.ExitCode}.");
            }

            writer.Kill();
            return await reading;
        }
        finally
        {
            if (!writer.HasExited)
            {
                writer.Kill();
            }

            await writer.WaitForExitAsync(ct);
        }
    }

    // A line that the kill cut short was not acknowledged to anybody.
    private static Task<long> ReadAcknowledgedAsync(StreamReader reader, out Task first)
    {
        var started = new TaskCompletionSource();
        first = started.Task;
        return ReadAsync();

        async Task<long> ReadAsync()
        {
            var text = new System.Text.StringBuilder();
            var buffer = new char[4096];
            var commits = 0;
            for (var count = await reader.ReadAsync(buffer); count > 0; count = await reader.ReadAsync(buffer))
            {
                text.Append(buffer, 0, count);
                commits += buffer.AsSpan(0, count).Count('\n');
                if (commits >= CommitsBeforeKill)
                {
                    started.TrySetResult();
                }
            }

            var lines = text.ToString().Split('\n');
            return lines.Length < 2 ? 0 : long.Parse(lines[^2], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Opens what a killed writer left and says what is wrong with it.</summary>
    public static async Task<List<string>> LookAsync(string file, long acknowledged, CancellationToken ct)
    {
        var findings = new List<string>();
        await using var store = await SqliteGraphStore.OpenAsync(file, SqliteOpenMode.Create, TimeProvider.System, ct);
        var feed = await store.ReadFeedAsync(0, int.MaxValue, ct);
        var last = feed.LastSequence;
        if (last < acknowledged)
        {
            findings.Add($"{acknowledged} was acknowledged, {last} is there.");
        }

        if (feed.Entries.Count != last || feed.Entries.Any(entry => entry.CommitId != KillPlan.IdOf(entry.Sequence)))
        {
            findings.Add("The feed has a gap or a stranger.");
        }

        await ExpectAsync("contacts", RecordKind.Contact, KillPlan.ContactsAfter(last));
        await ExpectAsync("ties", RecordKind.Knows, KillPlan.TiesAfter(last));
        var counters = await store.ReadAsync([KillPlan.Counter], ViewScope.All, ct);
        if ((counters.Count == 0 ? 0 : counters[KillPlan.Counter].Version) != last)
        {
            findings.Add("The counter does not stand at the last commit.");
        }

        findings.AddRange(await store.CheckAsync(ct));
        return findings;

        async Task ExpectAsync(string what, RecordKind kind, long expected)
        {
            var found = await store.CountAsync(new PageQuery(kind), ViewScope.All, ct);
            if (found != expected)
            {
                findings.Add($"{expected} {what} belong to {last} commits, {found} are there.");
            }
        }
    }

    private static ProcessStartInfo StartOf(string file)
    {
        var program = Assembly.GetExecutingAssembly().Location;
        return new ProcessStartInfo("dotnet", ["exec", program, "kill-writer", file]) { RedirectStandardOutput = true };
    }
}
