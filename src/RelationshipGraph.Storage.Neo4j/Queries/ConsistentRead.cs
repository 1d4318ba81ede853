using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>Reads one state between two commits, although the server shows whatever is committed at each moment.</summary>
/// <remarks>
/// Every commit moves the counter. Where it stood alike before and after a read, nothing was committed between. A writer that
/// never rests is made to wait in the end: the counter is locked for the length of the read.
/// </remarks>
internal sealed class ConsistentRead(ICypherTransport transport)
{
    public const string Sequence = "MATCH (q:Sequence {name: 'changes'}) RETURN q.value";

    private const string LockedSequence = "MATCH (q:Sequence {name: 'changes'}) REMOVE q._lock WITH q RETURN q.value";
    private const int FreeTries = 6;

    /// <summary>Runs the statements that one try makes; what they gave is of one state when this returns.</summary>
    /// <returns>The sequence of that state.</returns>
    public async Task<long> RunAsync(Func<IReadOnlyList<CypherStep>> steps, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var isLocked = tries > FreeTries;
            var (before, after) = (-1L, -2L);
            await transport.RunAsync(
                isLocked ? CypherAccess.Write : CypherAccess.Read,
                () =>
                [
                    new CypherStep(isLocked ? LockedSequence : Sequence, OnRow: row => before = row.ReadInteger()),
                    .. steps(),
                    new CypherStep(Sequence, OnRow: row => after = row.ReadInteger()),
                ],
                ct);
            if (before == after)
            {
                return before;
            }
        }
    }
}
