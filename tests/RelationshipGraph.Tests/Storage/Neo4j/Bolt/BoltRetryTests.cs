using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltRetryTests
{
    [Fact]
    public async Task What_may_pass_is_tried_again_with_steps_made_anew()
    {
        var failures = 3;
        await using var server = new ScriptedBoltServer { Script = FailWhile("COMMIT", Deadlock, () => failures-- > 0) };
        var time = BoltTestKit.QuickRetries;
        await using var client = server.Client(time: time);
        var seen = new List<long>();

        await client.RunAsync(
            CypherAccess.Write,
            () =>
            {
                seen.Clear();
                return [new CypherStep("ROWS integers 2", null, row => seen.Add(row.ReadInteger()))];
            },
            Some.NoToken);

        Assert.Equal([0, 1], seen);
        Assert.Equal(4, server.Log.Count(each => each == "COMMIT"));
        Assert.Equal(3, time.Waits.Count);
        Assert.Equal(3, time.Waits.Distinct().Count());
        for (var i = 0; i < 3; i++)
        {
            var middle = TimeSpan.FromMilliseconds(50 << i);
            Assert.InRange(time.Waits[i], middle * 0.5, middle * 1.5);
        }
    }

    [Fact]
    public async Task Trying_again_has_an_end()
    {
        await using var server = new ScriptedBoltServer { Script = FailWhile("COMMIT", Deadlock, () => true) };
        var time = BoltTestKit.QuickRetries;
        await using var client = server.Client(new BoltOptions { MaxTransactionRetryTime = TimeSpan.FromSeconds(30) }, time);

        var failure = await Assert.ThrowsAsync<CypherException>(() => client.WriteAsync(new CypherStep("A")));

        Assert.Equal(CypherFailure.Deadlock, failure.Cause);
        Assert.InRange(time.Waits.Sum(wait => wait.TotalSeconds), 20, 30);
    }

    [Theory]
    [InlineData("Neo.TransientError.General.MemoryPoolOutOfMemoryError")]
    [InlineData("Neo.ClientError.Statement.SyntaxError")]
    [InlineData("Neo.ClientError.Transaction.LockClientStopped")]
    [InlineData("Neo.DatabaseError.General.UnknownError")]
    public async Task What_would_fail_again_is_not_tried_again(string code)
    {
        await using var server = new ScriptedBoltServer { Script = FailWhile("PULL", code, () => true) };
        await using var client = server.Client(time: BoltTestKit.QuickRetries);

        await Assert.ThrowsAsync<CypherException>(() => client.WriteAsync(new CypherStep("A")));

        Assert.Single(server.Log, "BEGIN");
    }

    [Theory]
    [InlineData("Neo.ClientError.Cluster.NotALeader")]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase")]
    public async Task A_follower_that_is_the_only_one_asked_can_only_be_read(string code)
    {
        await using var server = new ScriptedBoltServer { Script = FailWhile("BEGIN", code, () => true) };
        await using var client = server.Client(time: BoltTestKit.QuickRetries);

        var run = await Assert.ThrowsAsync<CypherException>(() => client.WriteAsync(new CypherStep("A")));
        var held = await Assert.ThrowsAsync<CypherException>(() => client.BeginAsync(CypherAccess.Write, Some.NoToken));

        Assert.Equal((CypherFailure.ReadOnly, false, code), (run.Cause, run.IsTransient, run.Code));
        Assert.Equal((CypherFailure.ReadOnly, false), (held.Cause, held.IsTransient));
        Assert.Equal(2, server.Log.Count(each => each == "BEGIN"));
    }

    [Fact]
    public async Task Statements_alone_and_transactions_held_open_are_not_tried_again()
    {
        await using var server = new ScriptedBoltServer { Script = FailWhile("PULL", Deadlock, () => true) };
        await using var client = server.Client(time: BoltTestKit.QuickRetries);

        var alone = await Assert.ThrowsAsync<CypherException>(
            () => client.RunAloneAsync(CypherAccess.Write, new CypherStep("A"), Some.NoToken));
        await using var held = await client.BeginAsync(CypherAccess.Write, Some.NoToken);
        var inside = await Assert.ThrowsAsync<CypherException>(() => held.RunAsync([new CypherStep("B")], Some.NoToken));

        Assert.True(alone.IsTransient && inside.IsTransient);
        Assert.Equal(2, server.Log.Count(each => each.StartsWith("RUN", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_read_whose_connection_is_lost_is_tried_again()
    {
        var losses = 1;
        await using var server = new ScriptedBoltServer
        {
            Script = (session, request) =>
            {
                var isLost = request.Name == "PULL" && losses-- > 0;
                if (isLost)
                {
                    session.Close();
                }

                return Task.FromResult(isLost);
            },
        };
        await using var client = server.Client(time: BoltTestKit.QuickRetries);

        Assert.Equal([0, 1], await client.ReadIntegersAsync("ROWS integers 2", Some.NoToken));
        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task A_server_that_comes_back_is_found_again()
    {
        var first = new ScriptedBoltServer();
        var port = first.Port;
        using var isAway = new ManualResetEventSlim();
        using var isBack = new ManualResetEventSlim();
        var time = new HurriedTime(wait =>
        {
            if (wait >= TimeSpan.FromSeconds(10))
            {
                return false;
            }

            isAway.Set();
            isBack.Wait();
            return true;
        });
        await using var client = first.Client(time: time);
        await client.WriteAsync(new CypherStep("A"));
        await first.DisposeAsync();
        var reading = Task.Run(() => client.ReadIntegersAsync("ROWS integers 2", Some.NoToken));
        await BoltTestKit.UntilAsync(() => isAway.IsSet);

        await using var second = new ScriptedBoltServer(port);
        isBack.Set();

        Assert.Equal([0, 1], await reading);
    }

    [Fact]
    public async Task The_wait_between_tries_ends_with_the_token()
    {
        await using var server = new ScriptedBoltServer { Script = FailWhile("COMMIT", Deadlock, () => true) };
        await using var client = server.Client();
        using var cancel = new CancellationTokenSource();
        var running = client.RunAsync(CypherAccess.Write, () => [new CypherStep("A")], cancel.Token);
        await BoltTestKit.UntilAsync(() => client.Connections == (0, 1, 0));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private const string Deadlock = "Neo.TransientError.Transaction.DeadlockDetected";

    private static Func<ScriptedSession, ScriptedRequest, Task<bool>> FailWhile(string name, string code, Func<bool> fails) =>
        async (session, request) =>
        {
            if (request.Name != name || !fails())
            {
                return false;
            }

            await session.FailAsync(code);
            return true;
        };
}
