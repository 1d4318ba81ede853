using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Ends, in the background, what a caller no longer waits for, so that its connection can be used again.</summary>
internal static class Drain
{
    public static async Task RunAsync(BoltPool pool, BoltConnection connection, Task running, TimeSpan limit, TimeProvider time)
    {
        try
        {
            using var late = new CancellationTokenSource(limit, time);
            await using var stop = late.Token.Register(static state => ((BoltConnection)state!).Close(), connection);
            await connection.InterruptAsync();
            await Task.WhenAny(running);
            if (!connection.IsBroken)
            {
                await connection.AfterInterruptAsync();
            }
        }
        catch (CypherException)
        {
            connection.Close();
        }
        finally
        {
            // However it ended, somebody has looked.
            _ = running.Exception;
            await pool.GiveBackAsync(connection);
        }
    }
}
