using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

[Collection(Neo4jServer.Collection)]
public sealed class BoltEndingsNeo4jServerTests
{
    private const string Long = "UNWIND range(1, 1000000000000) AS n WITH n WHERE n < 0 RETURN n";

    [Neo4jServerFact]
    public async Task A_cancelled_query_frees_its_caller_and_the_server_stops()
    {
        await using var transport = Neo4jServer.Connect(new BoltOptions { MaxConnectionPoolSize = 1 });
        await using var other = Neo4jServer.Connect();
        using var cancel = new CancellationTokenSource();
        var running = transport.ReadIntegersAsync(Long, cancel.Token);
        await UntilRunningAsync(other, 1);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.Equal([1], await transport.ReadIntegersAsync("RETURN 1", Some.NoToken));
        await UntilRunningAsync(other, 0);
    }

    [Neo4jServerFact]
    public async Task Rows_that_nobody_wants_any_more_stop_coming()
    {
        await using var transport = Neo4jServer.Connect(new BoltOptions { MaxConnectionPoolSize = 1 });
        using var cancel = new CancellationTokenSource();
        var rows = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.RunAsync(
            CypherAccess.Read,
            () =>
            [
                new CypherStep("RETURN 0"),
                new CypherStep("UNWIND range(1, 1000000000000) AS n RETURN n", null, _ =>
                {
                    if (++rows == 5_000)
                    {
                        cancel.Cancel();
                    }
                }),
            ],
            cancel.Token));

        Assert.Equal(5_000, rows);
        Assert.Equal([1], await transport.ReadIntegersAsync("RETURN 1", Some.NoToken));
    }

    [Neo4jServerFact]
    public async Task The_server_ends_what_takes_longer_than_allowed()
    {
        await using var transport = Neo4jServer.Connect(new BoltOptions { TransactionTimeout = TimeSpan.FromMilliseconds(300) });

        var failure = await Assert.ThrowsAsync<CypherException>(() => transport.ReadIntegersAsync(Long, Some.NoToken));

        Assert.Equal((CypherFailure.TimedOut, false), (failure.Cause, failure.IsTransient));
    }

    [Neo4jServerFact]
    public async Task A_connection_cut_amid_the_rows_of_a_read_is_made_good_by_a_second_try()
    {
        await using var front = new BoltFront(BoltAddress.Parse(Neo4jServer.Address).Hosts[0]) { ForcesOldest = false };
        await using var transport = Neo4jServer.Connect(address: front.Address);
        var tries = 0;
        long sum = 0;

        await transport.RunAsync(
            CypherAccess.Read,
            () =>
            {
                tries++;
                sum = 0;
                return
                [
                    new CypherStep("UNWIND range(1, 300000) AS n RETURN n", null, row =>
                    {
                        var n = row.ReadInteger();
                        sum += n;
                        if (n == 1_000 && tries == 1)
                        {
                            front.Cut();
                        }
                    }),
                ];
            },
            Some.NoToken);

        Assert.Equal((2, 300_000L * 300_001 / 2), (tries, sum));
    }

    [Neo4jServerFact]
    public async Task A_deadlock_is_tried_again_until_both_are_done()
    {
        await using var transport = Neo4jServer.Connect();
        await transport.WriteAsync(
            new CypherStep("MATCH (n:BoltProbe) DETACH DELETE n"),
            new CypherStep("UNWIND [1, 2] AS id CREATE (:BoltProbe {id: id, n: 0})"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (var round = 0; round < 5; round++)
            {
                var (first, second) = i % 2 == 0 ? (1L, 2L) : (2L, 1L);
                await transport.RunAsync(CypherAccess.Write, () => [Add(first), Add(second)], Some.NoToken);
            }
        })));

        Assert.Equal([40, 40], await transport.ReadIntegersAsync("MATCH (n:BoltProbe) RETURN n.n", Some.NoToken));
    }

    [Neo4jServerFact]
    public async Task A_transaction_held_open_is_seen_by_others_when_it_is_committed_and_not_when_it_is_dropped()
    {
        await using var transport = Neo4jServer.Connect();
        await transport.WriteAsync(new CypherStep("MATCH (n:BoltProbe) DETACH DELETE n"));
        await using (var dropped = await transport.BeginAsync(CypherAccess.Write, Some.NoToken))
        {
            await dropped.RunAsync([new CypherStep("CREATE (:BoltProbe {id: 1})")], Some.NoToken);
        }

        await using (var kept = await transport.BeginAsync(CypherAccess.Write, Some.NoToken))
        {
            await kept.RunAsync([new CypherStep("CREATE (:BoltProbe {id: 2})")], Some.NoToken);
            Assert.Equal([0], await transport.ReadIntegersAsync("MATCH (n:BoltProbe) RETURN count(n)", Some.NoToken));
            await kept.CommitAsync(Some.NoToken);
        }

        Assert.Equal([2], await transport.ReadIntegersAsync("MATCH (n:BoltProbe) RETURN n.id", Some.NoToken));
    }

    [Neo4jServerFact]
    public async Task A_constraint_is_made_alone_and_its_breach_has_a_cause_of_its_own()
    {
        await using var transport = Neo4jServer.Connect();
        await transport.WriteAsync(new CypherStep("MATCH (n:BoltProbe) DETACH DELETE n"));
        const string Make = "CREATE CONSTRAINT bolt_probe IF NOT EXISTS FOR (n:BoltUnique) REQUIRE n.id IS UNIQUE";
        await transport.RunAloneAsync(CypherAccess.Write, new CypherStep(Make), Some.NoToken);
        try
        {
            var failure = await Assert.ThrowsAsync<CypherException>(() => transport.WriteAsync(
                new CypherStep("CREATE (:BoltUnique {id: 1})"), new CypherStep("CREATE (:BoltUnique {id: 1})")));
            Assert.Equal((CypherFailure.ConstraintBroken, 1), (failure.Cause, failure.Step));
            await transport.RunAloneAsync(
                CypherAccess.Write,
                new CypherStep("MATCH (n:BoltUnique) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 100 ROWS"),
                Some.NoToken);
        }
        finally
        {
            await transport.RunAloneAsync(
                CypherAccess.Write, new CypherStep("DROP CONSTRAINT bolt_probe IF EXISTS"), Some.NoToken);
        }
    }

    [Neo4jServerFact]
    public async Task What_was_written_is_read_by_way_of_the_routing_table_too()
    {
        await using var transport = Neo4jServer.Connect(address: Neo4jServer.Address.Replace("bolt://", "neo4j://"));

        for (var i = 0; i < 20; i++)
        {
            await transport.WriteAsync(
                new CypherStep("MERGE (n:BoltProbe {id: 7}) SET n.n = $i", BoltNeo4jServerTests.Parameters("i", (long)i)));
            Assert.Equal([i], await transport.ReadIntegersAsync("MATCH (n:BoltProbe {id: 7}) RETURN n.n", Some.NoToken));
        }
    }

    private static CypherStep Add(long id) => new(
        "MATCH (n:BoltProbe {id: $id}) SET n.n = n.n + 1", BoltNeo4jServerTests.Parameters("id", id));

    private static async Task UntilRunningAsync(ICypherTransport transport, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        const string Running = "SHOW TRANSACTIONS YIELD currentQuery "
            + "WHERE currentQuery STARTS WITH 'UNWIND range(1, 1000000000000)' RETURN count(*)";
        while (!(await transport.ReadIntegersAsync(Running, patience.Token)).SequenceEqual([count]))
        {
            await Task.Yield();
        }
    }
}
