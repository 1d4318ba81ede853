using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltRoutingTests : IAsyncLifetime
{
    private readonly ScriptedBoltServer[] _members = [new(), new(), new()];
    private int _leader;

    public Task InitializeAsync()
    {
        foreach (var member in _members)
        {
            member.Routes = Table;
        }

        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var member in _members)
        {
            Assert.Empty(member.Violations);
            await member.DisposeAsync();
        }
    }

    [Fact]
    public async Task Writes_go_to_the_leader_and_reads_to_the_others()
    {
        await using var client = Cluster();

        await client.WriteAsync(new CypherStep("W"));
        for (var i = 0; i < 4; i++)
        {
            await client.ReadIntegersAsync("R", Some.NoToken);
        }

        Assert.Contains("RUN W", _members[0].Log);
        Assert.DoesNotContain("RUN R", _members[0].Log);
        Assert.Equal(4, _members[1..].Sum(each => each.Log.Count(line => line == "RUN R")));
        Assert.Equal(1, _members.Sum(each => each.Log.Count(line => line == "ROUTE")));
    }

    [Fact]
    public async Task Readers_share_the_work()
    {
        var gate = new TaskCompletionSource();
        foreach (var member in _members)
        {
            member.Script = async (_, request) =>
            {
                if (request.Name == "RUN")
                {
                    await gate.Task;
                }

                return false;
            };
        }

        await using var client = Cluster();
        var first = client.ReadIntegersAsync("R", Some.NoToken);
        await BoltTestKit.UntilAsync(() => Runs() == 1);
        var second = client.ReadIntegersAsync("R", Some.NoToken);
        await BoltTestKit.UntilAsync(() => Runs() == 2);
        gate.SetResult();
        await first;
        await second;

        Assert.Contains("RUN R", _members[1].Log);
        Assert.Contains("RUN R", _members[2].Log);
    }

    [Theory]
    [InlineData("Neo.ClientError.Cluster.NotALeader")]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase")]
    public async Task A_leader_that_is_none_any_more_is_left_for_the_new_one(string code)
    {
        await using var client = Cluster();
        await client.WriteAsync(new CypherStep("A"));
        _members[0].Script = async (session, request) =>
        {
            if (request.ToString() == "RUN B")
            {
                _leader = 2;
                await session.FailAsync(code);
                return true;
            }

            return false;
        };

        await client.WriteAsync(new CypherStep("B"));

        Assert.Contains("RUN B", _members[2].Log);
        Assert.Equal(2, _members.Sum(each => each.Log.Count(line => line == "ROUTE")));
    }

    [Fact]
    public async Task An_election_is_waited_for_while_reads_go_on()
    {
        _leader = -1;
        var time = BoltTestKit.QuickRetries;
        await using var client = Cluster(time: new HurriedTime(wait =>
        {
            if (wait < TimeSpan.FromSeconds(10) && _members.Sum(each => each.Log.Count(line => line == "ROUTE")) > 2)
            {
                _leader = 1;
            }

            return wait < TimeSpan.FromSeconds(10);
        }));

        await client.ReadIntegersAsync("R", Some.NoToken);
        await client.WriteAsync(new CypherStep("W"));

        Assert.Contains("RUN W", _members[1].Log);
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task A_cluster_without_a_leader_says_so()
    {
        _leader = -1;
        await using var client = Cluster(new BoltOptions { MaxTransactionRetryTime = TimeSpan.Zero });

        var failure = await Assert.ThrowsAsync<CypherException>(() => client.WriteAsync(new CypherStep("W")));

        Assert.Equal((CypherFailure.NotLeader, true), (failure.Cause, failure.IsTransient));
    }

    [Fact]
    public async Task Any_initial_member_will_do()
    {
        await using var client = Cluster(address: $"neo4j://127.0.0.1:1,{_members[2].Host}");

        await client.WriteAsync(new CypherStep("W"));

        Assert.Contains("RUN W", _members[0].Log);
        Assert.Contains("ROUTE", _members[2].Log);
    }

    [Fact]
    public async Task A_member_that_is_down_is_passed_over()
    {
        await using var client = Cluster(time: BoltTestKit.QuickRetries);
        await client.ReadIntegersAsync("R", Some.NoToken);
        await _members[1].DisposeAsync();

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal([0], await client.ReadIntegersAsync("ROWS integers 1", Some.NoToken));
        }
    }

    [Fact]
    public async Task A_table_is_read_again_when_its_time_is_over_and_once_for_all_who_wait()
    {
        var time = BoltTestKit.Standstill;
        await using var client = Cluster(time: time);
        await client.WriteAsync(new CypherStep("A"));
        time.Pass(TimeSpan.FromSeconds(299));
        await client.WriteAsync(new CypherStep("B"));
        Assert.Equal(1, Routings());
        time.Pass(TimeSpan.FromSeconds(2));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.WriteAsync(new CypherStep("C"))));

        Assert.Equal(2, Routings());
    }

    [Theory]
    [InlineData("Neo.ClientError.Database.DatabaseNotFound", nameof(CypherFailure.DatabaseMissing))]
    [InlineData("Neo.ClientError.Security.Forbidden", nameof(CypherFailure.Forbidden))]
    [InlineData("Neo.ClientError.Transaction.InvalidBookmark", nameof(CypherFailure.Other))]
    [InlineData("Neo.ClientError.Statement.ArgumentError", nameof(CypherFailure.Statement))]
    public async Task What_is_wrong_with_the_question_is_asked_of_one_member_only(string code, string cause)
    {
        foreach (var member in _members)
        {
            member.Script = async (session, request) =>
            {
                if (request.Name == "ROUTE")
                {
                    await session.FailAsync(code);
                }

                return request.Name == "ROUTE";
            };
        }

        await using var client = Cluster(address: $"neo4j://{string.Join(',', _members.Select(each => each.Host))}");

        var failure = await Assert.ThrowsAsync<CypherException>(() => client.WriteAsync(new CypherStep("W")));

        Assert.Equal(cause, failure.Cause.ToString());
        Assert.Equal(1, Routings());
    }

    [Fact]
    public async Task The_address_that_was_connected_to_is_named_in_the_question()
    {
        var said = new List<ScriptedRequest>();
        _members[0].Script = (_, request) =>
        {
            said.Add(request);
            return Task.FromResult(false);
        };
        await using var client = Cluster(new BoltOptions { Database = "graph" });
        await client.WriteAsync(new CypherStep("W"));

        var hello = (IReadOnlyDictionary<string, object?>)said.First(each => each.Name == "HELLO").Extra["routing"]!;
        var route = said.Single(each => each.Name == "ROUTE");
        Assert.Equal(_members[0].Host.ToString(), hello["address"]);
        Assert.Equal(_members[0].Host.ToString(), ((IReadOnlyDictionary<string, object?>)route.Fields[0]!)["address"]);
        Assert.Equal("graph", route.Extra["db"]);
    }

    [Fact]
    public async Task What_was_written_at_one_member_is_asked_of_the_others()
    {
        var marks = new List<object?>();
        foreach (var member in _members)
        {
            member.Script = (_, request) =>
            {
                if (request.ToString() == "RUN R")
                {
                    marks.Add((request.Extra["bookmarks"] as List<object?>)!.Single());
                }

                return Task.FromResult(false);
            };
        }

        await using var client = Cluster();
        await client.WriteAsync(new CypherStep("W"));
        await client.ReadIntegersAsync("R", Some.NoToken);

        Assert.Equal(["mark:1"], marks);
    }

    private BoltTransport Cluster(BoltOptions? options = null, TimeProvider? time = null, string? address = null) =>
        _members[0].Client(options, time ?? BoltTestKit.QuickRetries, address ?? $"neo4j://{_members[0].Host}");

    private (string Role, string[] Addresses)[] Table() =>
    [
        ("WRITE", _leader < 0 ? [] : [_members[_leader].Host.ToString()]),
        ("READ", [.. _members.Where((_, i) => i != _leader).Select(each => each.Host.ToString())]),
        ("ROUTE", [.. _members.Select(each => each.Host.ToString())]),
    ];

    private int Routings() => _members.Sum(each => each.Log.Count(line => line == "ROUTE"));

    private int Runs() => _members.Sum(each => each.Log.Count(line => line == "RUN R"));
}
