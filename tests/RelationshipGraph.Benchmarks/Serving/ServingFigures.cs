using System.Diagnostics;
using System.Globalization;

namespace RelationshipGraph.Benchmarks.Serving;

/// <summary>How soon and how fast the API answers, measured from another process over HTTP.</summary>
/// <param name="output">Where the figures go.</param>
internal sealed class ServingFigures(TextWriter output)
{
    private const int Starts = 5;
    private const int Connections = 32;

    // Twenty people, where each works, and three networks of each.
    private const string NestedPage = """
        {
          contacts(first: 20) {
            nodes { name title worksAt(first: 1) { edges { title node { name } } } memberships(first: 3) { nodes { name kind } } }
          }
        }
        """;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    /// <summary>From nothing to the first answer, demo company and all.</summary>
    public async Task<int> ColdStartAsync()
    {
        for (var i = 0; i < Starts; i++)
        {
            var folder = Directory.CreateTempSubdirectory("relationshipgraph-figures-");
            await MeasureStartAsync("cold start", folder.FullName, null);
            await MeasureStartAsync("second start", folder.FullName, null);
            folder.Delete(recursive: true);
        }

        return 0;
    }

    /// <summary>From a start on a store to the first answer of a page, and then of a search for paths.</summary>
    public async Task<int> RestartAsync(string file)
    {
        var folder = Directory.CreateTempSubdirectory("relationshipgraph-figures-");
        for (var i = 0; i < Starts; i++)
        {
            await MeasureStartAsync("restart", folder.FullName, file);
        }

        folder.Delete(recursive: true);
        return 0;
    }

    /// <summary>Pages of twenty people with company and networks, asked by many connections for a while.</summary>
    public async Task<int> PagesAsync(TimeSpan length)
    {
        var folder = Directory.CreateTempSubdirectory("relationshipgraph-figures-");
        using (var server = await ServerProcess.StartAsync(folder.FullName, store: null))
        {
            await server.SignInAsync("employee");
            await AskForAsync(server, WarmUp);
            var processor = server.ProcessorTime;
            var times = await AskForAsync(server, length);
            processor = server.ProcessorTime - processor;
            times.Sort();
            await TellAsync(string.Create(CultureInfo.InvariantCulture,
                $"nested page: {times.Count / length.TotalSeconds:F0} requests/s, "
                + $"p50 {At(times, .5):F1} ms, p99 {At(times, .99):F1} ms, "
                + $"server {processor.TotalMicroseconds / times.Count:F0} µs processor a request, "
                + $"{server.MemoryBytes / 1_000_000} MB"));
        }

        folder.Delete(recursive: true);
        return 0;
    }

    private async Task MeasureStartAsync(string name, string folder, string? store)
    {
        var watch = Stopwatch.StartNew();
        using var server = await ServerProcess.StartAsync(folder, store);
        var listens = watch.Elapsed;
        await server.SignInAsync("sales");
        await server.AskAsync(NestedPage);
        var page = watch.Elapsed;
        var ids = await server.AskAsync("{contacts(last:1){nodes{id}}}");
        var id = ids.Split('"').First(part => part.StartsWith("con_", StringComparison.Ordinal));
        await server.AskAsync(
            $$"""{ introductionPaths(to: "{{id}}", anyEmployee: true, first: 1) { ending paths { score } } }""");
        var path = watch.Elapsed;
        await TellAsync(string.Create(CultureInfo.InvariantCulture,
            $"{name}: listens {listens.TotalMilliseconds:F0} ms, first page {page.TotalMilliseconds:F0} ms, "
            + $"first path {path.TotalMilliseconds:F0} ms, processor {server.ProcessorTime.TotalMilliseconds:F0} ms, "
            + $"{server.MemoryBytes / 1_000_000} MB"));
    }

    private static async Task<List<double>> AskForAsync(ServerProcess server, TimeSpan length)
    {
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            var times = new List<double>();
            while (watch.Elapsed < length)
            {
                var began = watch.Elapsed;
                await server.AskAsync(NestedPage);
                times.Add((watch.Elapsed - began).TotalMilliseconds);
            }

            return times;
        })));
        return [.. all.SelectMany(t => t)];
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private Task TellAsync(string line) => output.WriteLineAsync(line);
}
