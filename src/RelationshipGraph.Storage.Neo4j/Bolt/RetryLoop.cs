using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Tries again what may succeed later: longer and longer pauses, each of them by chance, within a bounded time.</summary>
internal sealed class RetryLoop(TimeSpan limit, TimeProvider time, Random random)
{
    private static readonly TimeSpan PauseMin = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(2);

    public async Task RunAsync(Func<Task> attempt, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        var pause = PauseMin;
        while (true)
        {
            try
            {
                await attempt();
                return;
            }
            catch (CypherException failure) when (failure.IsTransient && !failure.IsOutcomeUnknown
                && time.GetElapsedTime(began) + pause < limit)
            {
                BoltMetrics.Retried();
                await Task.Delay(pause * Share(), time, ct);
                pause = pause * 2 < PauseMax ? pause * 2 : PauseMax;
            }
        }
    }

    private double Share()
    {
        lock (random)
        {
            return .5 + (random.NextDouble() / 2);
        }
    }
}
