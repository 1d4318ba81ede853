using RelationshipGraph.Storage.Neo4j.Queries;
using RelationshipGraph.Storage.Neo4j.Transport;
using RelationshipGraph.Tests.Storage.Neo4j.Statements;

namespace RelationshipGraph.Tests.Storage.Neo4j;

/// <summary>Rows that cannot be read, because what they are of is being removed.</summary>
public sealed class ConsistentReadTests
{
    private static readonly CypherStep Asked = new("MATCH (n) RETURN n.id");

    [Fact]
    public async Task What_is_removed_meanwhile_is_read_anew()
    {
        var server = new MovingServer([1, 2, 2, 2]);
        var rows = new Queue<object?>([null, 5L]);
        var read = new List<long>();

        var sequence = await RunAsync(server, () => Asked with { OnRow = _ => read.Add((long)rows.Dequeue()!) });

        Assert.Equal(2, sequence);
        Assert.Equal([5L], read);
    }

    [Fact]
    public async Task What_cannot_be_read_of_one_state_is_a_failure() =>
        await Assert.ThrowsAsync<InvalidCastException>(() => RunAsync(
            new MovingServer([1, 1]), () => Asked with { OnRow = _ => throw new InvalidCastException() }));

    private static async Task<long> RunAsync(MovingServer server, Func<CypherStep> ask)
    {
        using var applied = new AppliedCommits(server, mayWrite: false, TimeProvider.System);
        return await new ConsistentRead(server, applied, mayWrite: false).RunAsync(() => [ask()], Some.NoToken);
    }

    /// <summary>Its counter stands where it is told, all of it whole; anything else is answered with one row.</summary>
    private sealed class MovingServer(IEnumerable<long> counter) : ICypherTransport
    {
        private readonly Queue<long> _counter = new(counter);

        public Task RunAsync(CypherAccess access, Func<IReadOnlyList<CypherStep>> steps, CancellationToken ct)
        {
            foreach (var step in steps())
            {
                var isCounter = step.Text.Contains(":Sequence", StringComparison.Ordinal);
                var value = isCounter ? _counter.Dequeue() : 0;
                step.OnRow!(new ValueRow(value, value));
            }

            return Task.CompletedTask;
        }

        public Task<CypherServer> ConnectAsync(CancellationToken ct) => throw new NotSupportedException();

        public Task RunAloneAsync(CypherAccess access, CypherStep step, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<ICypherTransaction> BeginAsync(CypherAccess access, CancellationToken ct) =>
            throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
