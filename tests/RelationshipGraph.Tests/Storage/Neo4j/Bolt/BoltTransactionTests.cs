using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltTransactionTests
{
    [Fact]
    public async Task A_transaction_goes_out_whole_before_anything_is_answered()
    {
        await using var server = new ScriptedBoltServer();
        server.Script = async (_, request) =>
        {
            if (request.Name == "BEGIN")
            {
                await BoltTestKit.UntilAsync(() => server.Log.Contains("COMMIT"));
            }

            return false;
        };
        await using var client = server.Client();

        await client.WriteAsync(new CypherStep("A"), new CypherStep("B"));

        Assert.Equal(
            ["HELLO", "LOGON", "BEGIN", "RUN A", "PULL -1", "RUN B", "PULL -1", "COMMIT"], server.Log);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_failure_names_its_statement_and_the_connection_is_used_again()
    {
        await using var server = new ScriptedBoltServer
        {
            Script = async (session, request) =>
            {
                if (request.ToString() == "RUN BAD")
                {
                    await session.FailAsync("Neo.ClientError.Statement.SyntaxError", "the text");
                    return true;
                }

                return false;
            },
        };
        await using var client = server.Client();

        var failure = await Assert.ThrowsAsync<CypherException>(
            () => client.WriteAsync(new CypherStep("A"), new CypherStep("BAD"), new CypherStep("C")));
        Assert.Equal((CypherFailure.Statement, 1, false), (failure.Cause, failure.Step, failure.IsOutcomeUnknown));
        Assert.Equal(("Neo.ClientError.Statement.SyntaxError", "the text"), (failure.Code, failure.Message));

        await BoltTestKit.UntilAsync(() => client.Connections == (0, 1, 0));
        await client.WriteAsync(new CypherStep("D"));

        Assert.Equal(1, server.Accepted);
        Assert.Single(server.Log, "RESET");
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_single_read_takes_its_rows_in_packets_that_grow()
    {
        await using var server = new ScriptedBoltServer();
        await using var client = server.Client(new BoltOptions { FetchSize = 10 });

        var rows = await client.ReadIntegersAsync("ROWS integers 999", Some.NoToken);

        Assert.Equal(Enumerable.Range(0, 999).Select(i => (long)i), rows);
        Assert.Equal(
            ["RUN ROWS integers 999", "PULL 10", "PULL 20", "PULL 40", "PULL 80", "PULL 160", "PULL 160", "PULL 160", "PULL 160",
                "PULL 160", "PULL 160"],
            server.Log.Skip(2));
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task Large_requests_and_large_answers_do_not_wait_for_each_other()
    {
        // The first answer does not fit between the two, and the second request is not read before it has gone.
        await using var server = new ScriptedBoltServer();
        await using var client = server.Client();
        var big = new Dictionary<string, object?> { ["x"] = new string('x', 8_000_000) };
        var rows = 0;
        var length = 0;

        await client.WriteAsync(
            new CypherStep("ROWS columns 300000", null, _ => rows++),
            new CypherStep("ECHO", big, row => length = row.ReadText().Length),
            new CypherStep("ROWS columns 300000", null, _ => rows++));

        Assert.Equal((600_000, 8_000_000), (rows, length));
    }

    [Fact]
    public async Task The_server_is_told_the_time_the_access_the_database_and_the_bookmarks()
    {
        var begins = new List<IReadOnlyDictionary<string, object?>>();
        await using var server = new ScriptedBoltServer
        {
            Script = (_, request) =>
            {
                if (request.Name == "BEGIN" || (request.Name == "RUN" && request.Extra.Count > 0))
                {
                    begins.Add(request.Extra);
                }

                return Task.FromResult(false);
            },
        };
        await using var client = server.Client(new BoltOptions
        {
            Database = "graph",
            TransactionTimeout = TimeSpan.FromSeconds(5),
            UpkeepTimeout = TimeSpan.FromMinutes(2),
        });

        await client.WriteAsync(new CypherStep("A"));
        await client.ReadIntegersAsync("ROWS integers 1", Some.NoToken);
        await client.RunAloneAsync(CypherAccess.Write, new CypherStep("B"), Some.NoToken);

        Assert.All(begins, each => Assert.Equal("graph", each["db"]));
        Assert.Equal([5_000L, 5_000L, 120_000L], begins.Select(each => each["tx_timeout"]));
        Assert.Equal([null, "r", null], begins.Select(each => each.GetValueOrDefault("mode")));
        Assert.Equal(
            [null, "mark:1", "mark:2"],
            begins.Select(each => (each.GetValueOrDefault("bookmarks") as List<object?>)?.Single()));
    }

    [Fact]
    public async Task Marks_of_transactions_side_by_side_are_all_kept()
    {
        var bookmarks = new BoltBookmarks();
        bookmarks.Replace([], "a");
        bookmarks.Replace([], "b");
        Assert.Equal(["a", "b"], bookmarks.Known);

        bookmarks.Replace(["a", "b"], "c");
        bookmarks.Replace(["c"], null);
        Assert.Equal(["c"], bookmarks.Known);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_parameter_that_is_refused_is_never_sent()
    {
        await using var server = new ScriptedBoltServer();
        await using var client = server.Client();
        await client.ConnectAsync(Some.NoToken);
        server.ClearLog();

        var failure = await Assert.ThrowsAsync<CypherException>(() => client.WriteAsync(
            new CypherStep("A"), new CypherStep("B", new Dictionary<string, object?> { ["x"] = 1.5m })));
        Assert.Equal((CypherFailure.Statement, 1), (failure.Cause, failure.Step));
        Assert.Empty(server.Log);

        await client.WriteAsync(new CypherStep("C"));
        Assert.Equal(["BEGIN", "RUN C", "PULL -1", "COMMIT"], server.Log);
    }

    [Fact]
    public async Task A_column_of_another_type_names_its_statement_and_leaves_the_pool_whole()
    {
        await using var server = new ScriptedBoltServer();
        await using var client = server.Client(new BoltOptions { MaxConnectionPoolSize = 1 });

        for (var i = 0; i < 3; i++)
        {
            var failure = await Assert.ThrowsAsync<CypherException>(() => client.RunAsync(
                CypherAccess.Read, () => [new CypherStep("ROWS integers 50", null, row => row.ReadText())], Some.NoToken));
            Assert.Equal((CypherFailure.Statement, 0), (failure.Cause, failure.Step));

            await Assert.ThrowsAsync<InvalidOperationException>(() => client.RunAsync(
                CypherAccess.Read,
                () => [new CypherStep("A"), new CypherStep("ROWS integers 50", null, _ => throw new InvalidOperationException())],
                Some.NoToken));
        }

        Assert.Equal(2, (await client.ReadIntegersAsync("ROWS integers 2", Some.NoToken)).Count);
        Assert.Equal(1, server.Accepted);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_transaction_held_open_is_committed_or_rolled_back()
    {
        await using var server = new ScriptedBoltServer();
        await using var client = server.Client(new BoltOptions { MaxConnectionPoolSize = 1 });
        var seen = new List<long>();

        await using (var held = await client.BeginAsync(CypherAccess.Write, Some.NoToken))
        {
            await held.RunAsync(
                [new CypherStep("A"), new CypherStep("ROWS integers 2", null, row => seen.Add(row.ReadInteger()))], Some.NoToken);
            await held.RunAsync([new CypherStep("B")], Some.NoToken);
            await held.CommitAsync(Some.NoToken);
            await Assert.ThrowsAsync<ObjectDisposedException>(() => held.CommitAsync(Some.NoToken));
        }

        await using (var held = await client.BeginAsync(CypherAccess.Write, Some.NoToken))
        {
            await held.RunAsync([new CypherStep("C")], Some.NoToken);
        }

        Assert.Equal([0, 1], seen);
        Assert.Equal(
            ["BEGIN", "RUN A", "PULL -1", "RUN ROWS integers 2", "PULL -1", "RUN B", "PULL -1", "COMMIT",
                "BEGIN", "RUN C", "PULL -1", "RESET"],
            server.Log.Skip(2));
        Assert.Equal((0, 1, 0), client.Connections);
        Assert.Empty(server.Violations);
    }

    [Theory]
    [InlineData("BEGIN", true, false)]
    [InlineData("COMMIT", true, true)]
    [InlineData("BEGIN", false, false)]
    public async Task A_connection_lost_during_a_held_transaction_is_in_doubt_only_at_its_commit(
        string lostAt, bool isWrite, bool isUnknown)
    {
        await using var server = new ScriptedBoltServer { Script = CloseAt(lostAt) };
        await using var client = server.Client();

        var failure = await Assert.ThrowsAsync<CypherException>(async () =>
        {
            await using var held = await client.BeginAsync(isWrite ? CypherAccess.Write : CypherAccess.Read, Some.NoToken);
            await held.CommitAsync(Some.NoToken);
        });

        Assert.Equal((CypherFailure.Unreachable, isUnknown), (failure.Cause, failure.IsOutcomeUnknown));
        Assert.Equal((0, 0, 0), client.Connections);
    }

    [Fact]
    public async Task A_write_whose_connection_is_lost_is_in_doubt_and_not_tried_again()
    {
        await using var server = new ScriptedBoltServer { Script = CloseAt("COMMIT") };
        await using var client = server.Client(time: BoltTestKit.QuickRetries);
        var tries = 0;

        var failure = await Assert.ThrowsAsync<CypherException>(() => client.RunAsync(
            CypherAccess.Write,
            () =>
            {
                tries++;
                return [new CypherStep("A")];
            },
            Some.NoToken));

        Assert.True(failure.IsOutcomeUnknown);
        Assert.False(failure.IsTransient);
        Assert.Equal(1, tries);
        Assert.Equal((0, 0, 0), client.Connections);
    }

    [Fact]
    public async Task A_write_that_failed_before_the_connection_was_lost_is_not_in_doubt()
    {
        await using var server = new ScriptedBoltServer
        {
            Script = async (session, request) =>
            {
                if (request.Name == "RUN")
                {
                    await session.FailAsync("Neo.ClientError.Schema.ConstraintValidationFailed");
                    session.Close();
                    return true;
                }

                return false;
            },
        };
        await using var client = server.Client();

        var failure = await Assert.ThrowsAsync<CypherException>(
            () => client.WriteAsync(new CypherStep("A"), new CypherStep("B")));

        Assert.Equal((CypherFailure.ConstraintBroken, false, 0), (failure.Cause, failure.IsOutcomeUnknown, failure.Step));
    }

    private static Func<ScriptedSession, ScriptedRequest, Task<bool>> CloseAt(string name) => (session, request) =>
    {
        if (request.Name == name)
        {
            session.Close();
        }

        return Task.FromResult(request.Name == name);
    };
}
