using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace RelationshipGraph.Benchmarks.Engine;

/// <summary>
/// Speaks the benchmark's protocol: commands on standard input, divided by tabs; an answer in JSON on one line each.
/// </summary>
/// <remarks>
/// <c>load FOLDER WORKFOLDER</c>, <c>run WORKLOAD PARAMETERS TIMEOUT BUDGET OUT</c> and <c>quit</c>. A run writes for each set of
/// parameters its number, the nanoseconds of the whole query as a caller sees it, and the answer.
/// </remarks>
internal static class BenchProtocol
{
    private const int WarmUps = 3;

    public static async Task<int> ServeAsync(IBenchEngine engine, TextReader input, TextWriter output)
    {
        await using var ending = engine;
        await SayAsync(output, new { ready = true, version = ProductEngine.Version });
        while (await input.ReadLineAsync() is { } line && line != "quit")
        {
            var command = line.Split('\t');
            try
            {
                await SayAsync(output, command switch
                {
                    ["load", var data, var work, ..] => await engine.LoadAsync(data, work, CancellationToken.None),
                    ["run", var workload, var file, _, var budget, var into, ..] =>
                        await RunAsync(engine, workload, file, double.Parse(budget, CultureInfo.InvariantCulture), into),
                    _ => new { error = "unknown command" },
                });
            }
            catch (Exception failure) when (failure is GraphException or IOException or FormatException or ArgumentException)
            {
                await Console.Error.WriteLineAsync(failure.ToString());
                await SayAsync(output, new { error = failure.Message });
            }
        }

        await SayAsync(output, new { bye = true });
        return 0;
    }

    /// <summary>The rows of a table without its head line; no field of the benchmark's tables is quoted.</summary>
    public static IEnumerable<string[]> Rows(string file) => File.ReadLines(file).Skip(1).Select(line => line.Split(','));

    private static async Task<object> RunAsync(IBenchEngine engine, string workload, string file, double budget, string into)
    {
        if (workload == "W7")
        {
            return await RunWritesAsync(engine, file, budget, into);
        }

        if (engine.QueryOf(workload) is not { } query)
        {
            return new { done = 0, note = "not expressible" };
        }

        var sets = Rows(file).ToList();
        foreach (var set in sets.Take(WarmUps))
        {
            await query(set);
        }

        await using var output = new StreamWriter(into);
        var (done, begin) = (0, Stopwatch.GetTimestamp());
        while (done < sets.Count && Stopwatch.GetElapsedTime(begin).TotalSeconds < budget)
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await query(sets[done]);
            var nanoseconds = Stopwatch.GetElapsedTime(start).Ticks * 100;
            await output.WriteLineAsync(FormattableString.Invariant($"{done}\t{nanoseconds}\t{engine.InNumbers(answer)}"));
            done++;
        }

        return new { done };
    }

    // The time of the answer that must see what was written comes behind the answer.
    private static async Task<object> RunWritesAsync(IBenchEngine engine, string file, double budget, string into)
    {
        await using var output = new StreamWriter(into);
        var (done, begin) = (0, Stopwatch.GetTimestamp());
        foreach (var set in Rows(file))
        {
            if (Stopwatch.GetElapsedTime(begin).TotalSeconds >= budget)
            {
                break;
            }

            var (answer, write, read) = await engine.WriteAsync(set, CancellationToken.None);
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{done}\t{write.Ticks * 100}\t{engine.InNumbers(answer)}\t{read.Ticks * 100}"));
            done++;
        }

        return new { done };
    }

    private static async Task SayAsync(TextWriter output, object answer)
    {
        await output.WriteLineAsync(JsonSerializer.Serialize(answer));
        await output.FlushAsync();
    }
}
