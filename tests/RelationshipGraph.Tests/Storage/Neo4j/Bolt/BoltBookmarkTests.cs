using System.Collections.Concurrent;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltBookmarkTests : IAsyncLifetime
{
    private const string TimedOut = "Neo.TransientError.Transaction.BookmarkTimeout";

    private readonly ScriptedBoltServer _leader = new();
    private readonly ScriptedBoltServer _follower = new();
    private readonly ConcurrentQueue<(string At, string Marks)> _sent = [];

    /// <summary>What a server answers to a transaction with these marks; null: as usual.</summary>
    private Func<string, string, string?> _refusal = (_, _) => null;

    public Task InitializeAsync()
    {
        foreach (var (name, server) in new[] { ("leader", _leader), ("follower", _follower) })
        {
            server.Routes = () =>
            [
                ("WRITE", [_leader.Host.ToString()]),
                ("READ", [_follower.Host.ToString()]),
                ("ROUTE", [_leader.Host.ToString()]),
            ];
            server.Script = async (session, request) =>
            {
                if (request.Name is not ("BEGIN" or "RUN") || request.Extra.Count == 0)
                {
                    return false;
                }

                var marks = string.Join(',', request.Extra.GetValueOrDefault("bookmarks") as List<object?> ?? []);
                _sent.Enqueue((name, marks));
                if (marks.Length == 0 || _refusal(name, marks) is not { } code)
                {
                    return false;
                }

                await session.FailAsync(code);
                return true;
            };
        }

        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var server in new[] { _leader, _follower })
        {
            Assert.Empty(server.Violations);
            await server.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("Neo.ClientError.Transaction.InvalidBookmark")]
    [InlineData("Neo.ClientError.Transaction.InvalidBookmarkMixture")]
    [InlineData(TimedOut)]
    public async Task A_server_that_was_restored_is_used_on_without_the_marks_of_before(string code)
    {
        await using var client = _leader.Client(time: BoltTestKit.Standstill);
        await AssertRefusedOnceAsync(() => client.WriteAsync(new CypherStep("A")));
        await AssertRefusedOnceAsync(() => client.ReadIntegersAsync("ROWS integers 1", Some.NoToken));
        await AssertRefusedOnceAsync(() => client.RunAloneAsync(CypherAccess.Write, new CypherStep("B"), Some.NoToken));
        await AssertRefusedOnceAsync(() => client.ConnectAsync(Some.NoToken));
        await AssertRefusedOnceAsync(async () =>
        {
            await using var held = await client.BeginAsync(CypherAccess.Write, Some.NoToken);
            await held.RunAsync([new CypherStep("C")], Some.NoToken);
            await held.CommitAsync(Some.NoToken);
        });

        async Task AssertRefusedOnceAsync(Func<Task> call)
        {
            _refusal = (_, _) => null;
            await client.WriteAsync(new CypherStep("BEFORE"));
            _refusal = (_, _) => code;
            _sent.Clear();

            await call();

            Assert.Equal(2, _sent.Count);
            Assert.StartsWith("mark:", _sent.First().Marks, StringComparison.Ordinal);
            Assert.Equal("", _sent.Last().Marks);
        }
    }

    [Fact]
    public async Task What_is_written_after_the_old_marks_were_dropped_is_read_again()
    {
        await using var client = _leader.Client();
        await client.WriteAsync(new CypherStep("BEFORE"));
        _refusal = (_, marks) => marks.Contains("mark:1", StringComparison.Ordinal) ? TimedOut : null;
        await client.WriteAsync(new CypherStep("A"));
        _sent.Clear();

        await client.ReadIntegersAsync("ROWS integers 1", Some.NoToken);

        Assert.Equal([("leader", "mark:2")], _sent);
    }

    [Theory]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected")]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable")]
    public async Task Other_failures_leave_the_marks_as_they_are(string code)
    {
        var failures = 1;
        await using var client = _leader.Client(time: BoltTestKit.QuickRetries);
        await client.WriteAsync(new CypherStep("BEFORE"));
        _refusal = (_, _) => failures-- > 0 ? code : null;
        _sent.Clear();

        await client.ReadIntegersAsync("ROWS integers 1", Some.NoToken);

        Assert.Equal([("leader", "mark:1"), ("leader", "mark:1")], _sent);
    }

    [Fact]
    public async Task A_follower_that_is_behind_is_left_for_the_leader_and_nothing_written_is_missed()
    {
        await using var client = Cluster();
        await client.WriteAsync(new CypherStep("W"));
        _refusal = (at, _) => at == "follower" ? TimedOut : null;
        _sent.Clear();

        await client.ReadIntegersAsync("ROWS integers 1", Some.NoToken);
        _refusal = (_, _) => null;
        await client.ReadIntegersAsync("ROWS integers 1", Some.NoToken);

        Assert.Equal([("follower", "mark:1"), ("leader", "mark:1"), ("follower", "mark:2")], _sent);
    }

    [Fact]
    public async Task What_the_leader_does_not_have_is_not_asked_for_again()
    {
        await using var client = Cluster();
        await client.WriteAsync(new CypherStep("W"));
        _refusal = (_, _) => TimedOut;
        _sent.Clear();

        await client.ReadIntegersAsync("ROWS integers 1", Some.NoToken);

        Assert.Equal([("follower", "mark:1"), ("leader", "mark:1"), ("follower", "")], _sent);
    }

    [Fact]
    public async Task A_routing_table_that_is_refused_for_the_marks_is_asked_for_without_them()
    {
        var time = BoltTestKit.QuickRetries;
        await using var client = Cluster(time);
        await client.WriteAsync(new CypherStep("W"));
        time.Pass(TimeSpan.FromSeconds(301));
        var asked = new List<int>();
        _leader.Script = async (session, request) =>
        {
            var isRefused = false;
            if (request.Name == "ROUTE")
            {
                asked.Add(((IReadOnlyList<object?>)request.Fields[1]!).Count);
                isRefused = asked[^1] > 0;
            }

            if (isRefused)
            {
                await session.FailAsync("Neo.ClientError.Transaction.InvalidBookmark");
            }

            return isRefused;
        };

        await client.ReadIntegersAsync("ROWS integers 1", Some.NoToken);

        Assert.Equal([1, 0], asked);
    }

    [Fact]
    public async Task Callers_who_leave_before_the_server_gives_up_do_not_keep_the_marks_alive()
    {
        await using var client = _leader.Client();
        await client.WriteAsync(new CypherStep("BEFORE"));
        using var cancel = new CancellationTokenSource();
        var inner = _leader.Script;
        _leader.Script = async (session, request) =>
        {
            if (request.ToString() == "RUN WAITING")
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, session.Interrupted).ContinueWith(_ => { }, TaskScheduler.Default);
                await session.FailAsync("Neo.TransientError.Transaction.Terminated");
                return true;
            }

            return await inner(session, request);
        };
        _refusal = (_, marks) => marks == "mark:1" ? TimedOut : null;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ReadIntegersAsync("WAITING", cancel.Token));
        await BoltTestKit.UntilAsync(() => _sent.Count == 3);

        Assert.Equal([("leader", ""), ("leader", "mark:1"), ("leader", "")], _sent);
        _sent.Clear();
        await client.ReadIntegersAsync("ROWS integers 1", Some.NoToken);
        Assert.DoesNotContain("mark:1", _sent.Single().Marks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_asks_for_its_marks_can_be_closed()
    {
        var client = _leader.Client();
        await client.WriteAsync(new CypherStep("BEFORE"));
        using var cancel = new CancellationTokenSource();
        _leader.Script = async (session, request) =>
        {
            if (request.Name != "RUN" || request.Extra.Count == 0)
            {
                return false;
            }

            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, session.Interrupted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ReadIntegersAsync("WAITING", cancel.Token));
        await BoltTestKit.UntilAsync(() => _leader.Log.Contains("RUN RETURN 1"));

        await client.DisposeAsync();

        Assert.Equal((0, 0, 0), client.Connections);
    }

    private BoltTransport Cluster(HurriedTime? time = null) =>
        _leader.Client(time: time ?? BoltTestKit.QuickRetries, address: $"neo4j://{_leader.Host}");
}
