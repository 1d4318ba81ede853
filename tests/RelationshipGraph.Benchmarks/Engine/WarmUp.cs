using System.Diagnostics;
using System.Globalization;
using RelationshipGraph.Model;

namespace RelationshipGraph.Benchmarks.Engine;

/// <summary>
/// Asks about people of its own until the code that answers has been compiled for good, as with any engine that compiles while it
/// runs. No part of the load.
/// </summary>
/// <param name="engine">What is asked.</param>
/// <param name="people">The people by their numbers, employees first.</param>
internal sealed class WarmUp(ProductEngine engine, IReadOnlyList<RecordId> people)
{
    private const int QuestionsEach = 100;
    private const int WritesEach = 20;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);
    private static readonly string[] Workloads = ["W1", "W2", "W3", "W4", "W5"];

    private readonly Random _random = new(7);
    private readonly int _employees = people.Count(one => one.Kind == RecordKind.Employee);

    public async Task RunAsync(CancellationToken ct)
    {
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < Time)
        {
            foreach (var workload in Workloads)
            {
                for (var i = 0; i < QuestionsEach && engine.QueryOf(workload) is { } query; i++)
                {
                    await query(
                        workload == "W4" ? [Employee()] : workload is "W2" or "W3" ? [Employee(), Contact()] : [Contact()]);
                }
            }

            for (var i = 0; i < WritesEach; i++)
            {
                await engine.WriteAsync([Employee(), Contact(), "0.5"], ct);
            }
        }
    }

    private string Employee() => _random.Next(_employees).ToString(CultureInfo.InvariantCulture);

    private string Contact() => _random.Next(_employees, people.Count).ToString(CultureInfo.InvariantCulture);
}
