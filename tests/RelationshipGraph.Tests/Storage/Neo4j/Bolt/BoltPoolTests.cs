using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltPoolTests
{
    [Fact]
    public async Task Connections_are_used_again_and_never_more_than_allowed()
    {
        await using var server = new ScriptedBoltServer();
        await using var client = server.Client(new BoltOptions { MaxConnectionPoolSize = 3 });

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => client.ReadIntegersAsync($"ROWS integers {i}", Some.NoToken)));

        Assert.InRange(server.Accepted, 1, 3);
        Assert.Equal((0, server.Accepted, 0), client.Connections);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task An_empty_pool_says_who_holds_it()
    {
        var isHurried = false;
        await using var server = new ScriptedBoltServer();
        var time = new HurriedTime(wait => isHurried && wait == TimeSpan.FromSeconds(40));
        await using var client = server.Client(
            new BoltOptions { MaxConnectionPoolSize = 1, ConnectionAcquisitionTimeout = TimeSpan.FromSeconds(40) }, time);
        await using var held = await client.BeginAsync(CypherAccess.Write, Some.NoToken);
        time.Pass(TimeSpan.FromSeconds(90));
        isHurried = true;

        var failure = await Assert.ThrowsAsync<CypherException>(
            () => client.RunAloneAsync(CypherAccess.Write, new CypherStep("A"), Some.NoToken));

        Assert.Equal((CypherFailure.Busy, true), (failure.Cause, failure.IsTransient));
        Assert.Contains("within 40 s: 1 in use, 0 idle, 0 being opened, at most 1.", failure.Message);
        Assert.Contains("Longest in use: transaction held open, 130.0 s.", failure.Message);
        Assert.Equal((1, 0, 0), client.Connections);
    }

    [Theory]
    [InlineData("HELLO")]
    [InlineData("LOGON")]
    [InlineData("BEGIN")]
    [InlineData("RUN")]
    [InlineData("PULL")]
    [InlineData("COMMIT")]
    public async Task Whatever_fails_gives_its_slot_back(string at)
    {
        foreach (var fault in new Func<ScriptedSession, Task>[]
        {
            session => session.FailAsync("Neo.ClientError.Statement.SyntaxError"),
            session =>
            {
                session.Close();
                return Task.CompletedTask;
            },
            async session =>
            {
                await session.RawAsync(0, 5, 0xB1, BoltMessage.Success, 0xA1);
                session.Close();
            },
            session => session.RawAsync(0, 2, 0xB0, 0x55, 0, 0),
            session => session.RawAsync(0, 3, 0xB1, BoltMessage.Success, 0xC0, 0, 0),
            session => session.RawAsync(0, 1, 0x99, 0, 0),
            session => session.RawAsync(0, 7, 0xB1, BoltMessage.Row, PackStreamMarker.List32, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0),
        })
        {
            var faults = 2;
            await using var server = new ScriptedBoltServer();
            server.Script = async (session, request) =>
            {
                if (request.Name != at || Interlocked.Decrement(ref faults) < 0)
                {
                    return false;
                }

                await fault(session);
                return true;
            };
            await using var client = server.Client(
                new BoltOptions { MaxConnectionPoolSize = 1, MaxTransactionRetryTime = TimeSpan.Zero });
            for (var i = 0; i < 2; i++)
            {
                await Assert.ThrowsAsync<CypherException>(() => client.RunAsync(
                    CypherAccess.Write, () => [new CypherStep("A", null, row => row.ReadInteger())], Some.NoToken));
            }

            await client.WriteAsync(new CypherStep("B"));
            Assert.Equal((0, 1, 0), client.Connections);
            Assert.Empty(server.Violations);
        }
    }

    [Fact]
    public async Task A_connection_that_was_closed_while_idle_is_replaced_unnoticed()
    {
        await using var server = new ScriptedBoltServer();
        await using var client = server.Client();
        await client.WriteAsync(new CypherStep("A"));

        server.CloseAll();
        await BoltTestKit.UntilAsync(() => server.Open == 0);
        await client.WriteAsync(new CypherStep("B"));

        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task A_connection_that_was_idle_for_long_is_tried_first()
    {
        await using var server = new ScriptedBoltServer();
        var time = BoltTestKit.Standstill;
        await using var client = server.Client(
            new BoltOptions { ConnectionLivenessThreshold = TimeSpan.FromSeconds(30) }, time);
        await client.WriteAsync(new CypherStep("A"));
        time.Pass(TimeSpan.FromSeconds(29));
        await client.WriteAsync(new CypherStep("B"));
        Assert.DoesNotContain("RESET", server.Log);
        time.Pass(TimeSpan.FromSeconds(31));

        await client.WriteAsync(new CypherStep("C"));

        Assert.Single(server.Log, "RESET");
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task A_connection_that_does_not_answer_when_tried_is_replaced_within_its_own_limit()
    {
        var gate = new TaskCompletionSource();
        await using var server = new ScriptedBoltServer
        {
            Script = async (session, request) =>
            {
                if (request.Name == "RESET" && session.Number == 1)
                {
                    await gate.Task;
                }

                return false;
            },
        };
        var time = new HurriedTime(wait => wait == TimeSpan.FromSeconds(2));
        await using var client = server.Client(time: time);
        await client.WriteAsync(new CypherStep("A"));
        time.Pass(TimeSpan.FromSeconds(31));

        await client.WriteAsync(new CypherStep("B"));

        Assert.Equal(2, server.Accepted);
        Assert.Equal([TimeSpan.FromSeconds(2)], time.Waits);
        gate.SetResult();
    }

    [Fact]
    public async Task A_connection_is_replaced_at_the_end_of_its_life_and_not_all_at_once()
    {
        await using var server = new ScriptedBoltServer();
        var time = BoltTestKit.Standstill;
        await using var client = server.Client(
            new BoltOptions
            {
                MaxConnectionLifetime = TimeSpan.FromMinutes(100),
                ConnectionLivenessThreshold = TimeSpan.FromHours(20),
            },
            time);
        var chance = new BoltChance(new Random(1));
        var lives = Enumerable.Range(0, 50).Select(_ => chance.Spread(TimeSpan.FromMinutes(100), 0.1)).ToList();
        Assert.All(lives, life => Assert.InRange(life, TimeSpan.FromMinutes(90), TimeSpan.FromMinutes(110)));
        Assert.InRange(lives.Distinct().Count(), 40, 50);

        await client.WriteAsync(new CypherStep("A"));
        time.Pass(TimeSpan.FromMinutes(89));
        await client.WriteAsync(new CypherStep("B"));
        Assert.Equal(1, server.Accepted);
        time.Pass(TimeSpan.FromMinutes(22));
        await client.WriteAsync(new CypherStep("C"));

        Assert.Equal(2, server.Accepted);
        await BoltTestKit.UntilAsync(() => server.Open == 1);
    }

    [Fact]
    public async Task After_disposing_nothing_is_open_and_nothing_can_be_run()
    {
        await using var server = new ScriptedBoltServer();
        var client = server.Client();
        await client.WriteAsync(new CypherStep("A"));

        await client.DisposeAsync();
        await client.DisposeAsync();

        await BoltTestKit.UntilAsync(() => server.Open == 0);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.WriteAsync(new CypherStep("B")));
    }
}
