using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltCancellationTests
{
    [Fact]
    public async Task A_cancelled_caller_is_free_while_the_server_still_works()
    {
        await using var server = new ScriptedBoltServer { Script = WorkForEverAt("PULL") };
        await using var client = server.Client(new BoltOptions { MaxConnectionPoolSize = 1 });
        using var cancel = new CancellationTokenSource();
        var running = client.ReadIntegersAsync("LONG", cancel.Token);
        await BoltTestKit.UntilAsync(() => server.Log.Any(each => each.StartsWith("PULL", StringComparison.Ordinal)));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        // The server ended the work on the reset, and the one connection serves the next.
        server.Script = (_, _) => Task.FromResult(false);
        Assert.Equal([0, 1], await client.ReadIntegersAsync("ROWS integers 2", Some.NoToken));
        Assert.Equal(1, server.Accepted);
        Assert.Single(server.Log, "RESET");
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_server_that_does_not_stop_loses_the_connection_and_not_the_slot()
    {
        var gate = new TaskCompletionSource();
        await using var server = new ScriptedBoltServer
        {
            Script = async (session, request) =>
            {
                if (request.ToString() == "RUN STUBBORN")
                {
                    await gate.Task;
                }

                return false;
            },
        };
        var time = new HurriedTime(wait => wait == TimeSpan.FromSeconds(9));
        await using var client = server.Client(
            new BoltOptions { MaxConnectionPoolSize = 1, ResetTimeout = TimeSpan.FromSeconds(9) }, time);
        using var cancel = new CancellationTokenSource();
        var running = client.RunAloneAsync(CypherAccess.Write, new CypherStep("STUBBORN"), cancel.Token);
        await BoltTestKit.UntilAsync(() => server.Log.Contains("RUN STUBBORN"));

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.Equal([0, 1], await client.ReadIntegersAsync("ROWS integers 2", Some.NoToken));
        Assert.Equal(2, server.Accepted);
        Assert.Equal([TimeSpan.FromSeconds(9)], time.Waits);
        gate.SetResult();
    }

    [Fact]
    public async Task No_row_is_given_after_the_token_was_cancelled()
    {
        await using var server = new ScriptedBoltServer();
        await using var client = server.Client();
        using var cancel = new CancellationTokenSource();
        var rows = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.RunAsync(
            CypherAccess.Read,
            () =>
            [
                new CypherStep("ROWS columns 100000", null, _ =>
                {
                    if (++rows == 10)
                    {
                        cancel.Cancel();
                    }
                }),
            ],
            cancel.Token));

        Assert.Equal(10, rows);
        await BoltTestKit.UntilAsync(() => client.Connections == (0, 1, 0));
        Assert.Equal(10, rows);
        Assert.Equal([0], await client.ReadIntegersAsync("ROWS integers 1", Some.NoToken));
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_sends_nothing()
    {
        await using var server = new ScriptedBoltServer();
        await using var client = server.Client();
        await client.ConnectAsync(Some.NoToken);
        server.ClearLog();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ConnectAsync(cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ReadIntegersAsync("A", cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.RunAloneAsync(CypherAccess.Write, new CypherStep("A"), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.BeginAsync(CypherAccess.Write, cancelled.Token));

        Assert.Empty(server.Log);
        Assert.Equal((0, 1, 0), client.Connections);
    }

    [Fact]
    public async Task The_wait_for_a_connection_and_its_opening_end_with_the_token()
    {
        await using var server = new ScriptedBoltServer { Script = WorkForEverAt("HELLO") };
        await using var client = server.Client(new BoltOptions { MaxConnectionPoolSize = 1 });
        using var cancel = new CancellationTokenSource();
        var opening = client.ConnectAsync(cancel.Token);
        var waiting = client.ConnectAsync(cancel.Token);
        await BoltTestKit.UntilAsync(() => server.Log.Contains("HELLO"));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal((0, 0, 0), client.Connections);
    }

    [Fact]
    public async Task A_transaction_held_open_is_rolled_back_when_its_statement_is_cancelled()
    {
        await using var server = new ScriptedBoltServer { Script = WorkForEverAt("PULL") };
        await using var client = server.Client();
        using var cancel = new CancellationTokenSource();
        await using var held = await client.BeginAsync(CypherAccess.Write, Some.NoToken);
        var running = held.RunAsync([new CypherStep("LONG")], cancel.Token);
        await BoltTestKit.UntilAsync(() => server.Log.Contains("RUN LONG"));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await BoltTestKit.UntilAsync(() => server.Log.Contains("RESET") && client.Connections == (0, 1, 0));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => held.CommitAsync(Some.NoToken));
    }

    [Fact]
    public async Task Disposing_ends_what_is_under_way()
    {
        await using var server = new ScriptedBoltServer { Script = WorkForEverAt("PULL") };
        var client = server.Client();
        var running = client.RunAloneAsync(CypherAccess.Write, new CypherStep("LONG"), Some.NoToken);
        await BoltTestKit.UntilAsync(() => server.Log.Contains("RUN LONG"));

        await client.DisposeAsync();

        await Assert.ThrowsAsync<CypherException>(() => running);
        Assert.Equal((0, 0, 0), client.Connections);
        await BoltTestKit.UntilAsync(() => server.Open == 0);
    }

    private static Func<ScriptedSession, ScriptedRequest, Task<bool>> WorkForEverAt(string name) => async (session, request) =>
    {
        if (request.Name == name)
        {
            await Task.Delay(Timeout.Infinite, session.Interrupted);
        }

        return false;
    };
}
