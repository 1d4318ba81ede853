using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltReceivingTests
{
    [Fact]
    public async Task Signs_of_life_are_passed_over_anywhere()
    {
        await using var server = new ScriptedBoltServer
        {
            Script = async (session, _) =>
            {
                await session.RawAsync(0, 0);
                await session.RawAsync(0, 0, 0, 0);
                return false;
            },
        };
        await using var client = server.Client();

        Assert.Equal([0, 1, 2], await client.ReadIntegersAsync("ROWS integers 3", Some.NoToken));
        await client.WriteAsync(new CypherStep("A"));
    }

    [Fact]
    public async Task Silence_is_given_up_after_the_time_that_the_server_promised()
    {
        await using var server = new ScriptedBoltServer { Script = SilentAt("PULL") };
        server.Hints["connection.recv_timeout_seconds"] = 77L;
        var time = new HurriedTime(wait => wait == TimeSpan.FromSeconds(77) && server.Log.Contains("PULL -1"));
        await using var client = server.Client(time: time);

        var failure = await Assert.ThrowsAsync<CypherException>(
            () => client.RunAloneAsync(CypherAccess.Read, new CypherStep("A"), Some.NoToken));

        Assert.Equal((CypherFailure.Unreachable, true), (failure.Cause, failure.IsTransient));
        Assert.Contains("77 seconds", failure.Message);
        Assert.Equal((0, 0, 0), client.Connections);
    }

    [Fact]
    public async Task Silence_is_given_up_after_our_own_time_where_nothing_was_promised()
    {
        await using var server = new ScriptedBoltServer { Script = SilentAt("PULL") };
        var time = new HurriedTime(wait => wait == TimeSpan.FromSeconds(55) && server.Log.Contains("PULL -1"));
        await using var client = server.Client(new BoltOptions { ReceiveTimeout = TimeSpan.FromSeconds(55) }, time);

        var failure = await Assert.ThrowsAsync<CypherException>(
            () => client.RunAloneAsync(CypherAccess.Read, new CypherStep("A"), Some.NoToken));

        Assert.Contains("55 seconds", failure.Message);
    }

    [Fact]
    public async Task Each_sign_of_life_begins_the_time_anew()
    {
        // Each wait for bytes is a timer of its own; one that a sign of life ended never fires.
        var gates = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource()).ToArray();
        await using var server = new ScriptedBoltServer
        {
            Script = async (session, request) =>
            {
                if (request.Name == "PULL")
                {
                    foreach (var gate in gates)
                    {
                        await gate.Task;
                        await session.RawAsync(0, 0);
                    }
                }

                return false;
            },
        };
        var waits = 0;
        var time = new HurriedTime(wait =>
        {
            if (wait == TimeSpan.FromSeconds(55))
            {
                Interlocked.Increment(ref waits);
            }

            return false;
        });
        await using var client = server.Client(new BoltOptions { ReceiveTimeout = TimeSpan.FromSeconds(55) }, time);
        var running = client.RunAloneAsync(CypherAccess.Read, new CypherStep("A"), Some.NoToken);
        await BoltTestKit.UntilAsync(() => server.Log.Contains("PULL -1"));
        foreach (var gate in gates[..^1])
        {
            var before = Volatile.Read(ref waits);
            gate.SetResult();
            await BoltTestKit.UntilAsync(() => Volatile.Read(ref waits) > before);
        }

        gates[^1].SetResult();
        await running;
    }

    [Theory]
    [InlineData(new byte[] { 0, 9, 0xB1, 0x71, 0x91 })]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 4, 0xB1, 0x71, 0x91, 0x01 })]
    public async Task A_message_that_breaks_off_is_a_lost_connection(byte[] begun)
    {
        await using var server = new ScriptedBoltServer
        {
            Script = async (session, request) =>
            {
                if (request.Name == "PULL")
                {
                    await session.RowAsync(5L);
                    await session.RawAsync(begun);
                    session.Close();
                }

                return request.Name == "PULL";
            },
        };
        await using var client = server.Client();
        var rows = new List<long>();

        var failure = await Assert.ThrowsAsync<CypherException>(() => client.RunAloneAsync(
            CypherAccess.Read, new CypherStep("A", null, row => rows.Add(row.ReadInteger())), Some.NoToken));

        Assert.Equal(CypherFailure.Unreachable, failure.Cause);
        Assert.Equal([5], rows);
    }

    [Fact]
    public async Task A_row_larger_than_the_buffer_is_read_and_the_next_ones_as_well()
    {
        await using var server = new ScriptedBoltServer();
        await using var client = server.Client();
        for (var size = 10; size < 25_000_000; size *= 7)
        {
            var length = 0;
            await client.RunAloneAsync(
                CypherAccess.Read,
                new CypherStep(
                    "ECHO",
                    new Dictionary<string, object?> { ["x"] = new string('å', size) },
                    row => length = row.ReadText().Length),
                Some.NoToken);
            Assert.Equal(size, length);
        }
    }

    private static Func<ScriptedSession, ScriptedRequest, Task<bool>> SilentAt(string name) => async (session, request) =>
    {
        if (request.Name == name)
        {
            await Task.Delay(Timeout.Infinite, session.Interrupted);
        }

        return false;
    };
}
