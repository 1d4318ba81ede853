using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Statements;

/// <summary>
/// A server of no data at all, that answers what the store must be told so that it goes on. Whether the statements are right is
/// not its business.
/// </summary>
internal sealed class AnsweringTransport : ICypherTransport
{
    private const long Sequence = 7;

    private bool _isStore;

    /// <summary>What is said to be stored when a commit asks.</summary>
    public Dictionary<long, Record> Stored { get; } = [];

    public Task<CypherServer> ConnectAsync(CancellationToken ct) => Task.FromResult(new CypherServer("none", "none", "none"));

    public Task RunAsync(CypherAccess access, Func<IReadOnlyList<CypherStep>> steps, CancellationToken ct)
    {
        Answer(steps());
        return Task.CompletedTask;
    }

    public Task RunAloneAsync(CypherAccess access, CypherStep step, CancellationToken ct)
    {
        Answer([step]);
        return Task.CompletedTask;
    }

    public Task<ICypherTransaction> BeginAsync(CypherAccess access, CancellationToken ct) =>
        Task.FromResult<ICypherTransaction>(new Transaction(this));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Answer(IReadOnlyList<CypherStep> steps)
    {
        foreach (var step in steps)
        {
            foreach (var row in step.OnRow is null ? [] : RowsOf(step))
            {
                step.OnRow!(row);
            }

            _isStore |= step.Text.StartsWith("MERGE (s:Store", StringComparison.Ordinal);
        }
    }

    private IEnumerable<ValueRow> RowsOf(CypherStep step)
    {
        var text = step.Text;
        return text switch
        {
            // Nobody says that the last commit is there whole, so that the store asks for the counter's lock.
            _ when text.EndsWith("RETURN q.value, q.applied", StringComparison.Ordinal) => [new ValueRow(Sequence, null)],
            _ when text.EndsWith("RETURN s.version", StringComparison.Ordinal) => _isStore ? [new ValueRow(1L)] : [],
            _ when text.StartsWith("SHOW INDEXES", StringComparison.Ordinal) => SchemaText.Rules.Select(RowOf),
            _ when text.Contains("RETURN n.id, n.version", StringComparison.Ordinal) => IdsOf(step)
                .Where(Stored.ContainsKey).Select(id => RowOf(Stored[id])),
            _ when text.EndsWith("RETURN name, strangers", StringComparison.Ordinal) =>
                GraphModel.Relationships.Select(model => new ValueRow(model.Label, 0L)),
            _ => [],
        };
    }

    private static long[] IdsOf(CypherStep step) =>
        (long[])((Dictionary<string, object?>)step.Parameters![VaryingValues.Name]!)["values"]!;

    private static ValueRow RowOf(SchemaRule rule) => new(
        rule.Name, "ONLINE", rule.Type, new object?[] { rule.Label }, rule.Properties.ToArray<object?>(),
        rule.IsUnique ? rule.Name : null, rule.Words);

    // With another key than it will get, so that it is made to let go of it.
    private static ValueRow RowOf(Record record) => record is Relationship tie
        ? new ValueRow(record.Id.Value, (long)record.Version, "before", tie.FromId.Value, tie.ToId.Value)
        : new ValueRow(record.Id.Value, (long)record.Version, "before");

    private sealed class Transaction(AnsweringTransport outer) : ICypherTransaction
    {
        public Task RunAsync(IReadOnlyList<CypherStep> steps, CancellationToken ct)
        {
            outer.Answer(steps);
            return Task.CompletedTask;
        }

        public Task CommitAsync(CancellationToken ct) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
