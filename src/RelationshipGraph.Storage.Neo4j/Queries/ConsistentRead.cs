using System.Runtime.ExceptionServices;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>Reads one state between two commits, although the server shows whatever is committed at each moment.</summary>
/// <remarks>
/// Every commit moves the counter, and of all it does that shows first. Where the counter's last commit was there whole before a
/// read, and the counter stands alike after it, nothing was committed between. A writer that never rests is made to wait in the
/// end: the counter is held for the length of the read. A row of what is being removed may lack anything, so what cannot be read
/// fails only where the state was one.
/// </remarks>
internal sealed class ConsistentRead(ICypherTransport transport, AppliedCommits applied, bool mayWrite)
{
    private const int FreeTries = 6;

    /// <summary>Runs the statements that one try makes; what they gave is of one state when this returns.</summary>
    /// <returns>The sequence of that state.</returns>
    public async Task<long> RunAsync(Func<IReadOnlyList<CypherStep>> steps, CancellationToken ct)
    {
        var quiet = -1L;
        for (var tries = 1; ; tries++)
        {
            var isHeld = mayWrite && tries > FreeTries;
            var (before, noted, after) = (-1L, -1L, -2L);
            var odd = default(ExceptionDispatchInfo);
            var certain = applied.Last;
            await transport.RunAsync(
                isHeld ? CypherAccess.Write : CypherAccess.Read,
                () =>
                {
                    odd = null;
                    return
                    [
                        isHeld ? Counter.Holding(Begin) : Counter.Reading(Begin),
                        .. steps().Select(step => step.OnRow is { } onRow ? step with { OnRow = row => Take(onRow, row) } : step),
                        Counter.Reading((value, _) => after = value),
                    ];
                },
                ct);
            if (before < 0)
            {
                throw new StoreCorruptException(Failures.Store);
            }

            if (before < certain)
            {
                applied.Forget();
            }

            if (before == after && (isHeld || applied.Covers(before, noted) || before == quiet))
            {
                odd?.Throw();
                return before;
            }

            // Where the lock does not tell, a whole read that saw no movement must do.
            quiet = applied.Covers(before, noted) || await applied.AwaitAsync(before, ct) ? -1 : before;

            void Begin(long value, long whole) => (before, noted) = (value, whole);

            void Take(Action<ICypherRow> onRow, ICypherRow row)
            {
                try
                {
                    if (odd is null)
                    {
                        onRow(row);
                    }
                }
                catch (Exception failure) when (failure is not CypherException { Cause: not CypherFailure.Statement })
                {
                    odd = ExceptionDispatchInfo.Capture(failure);
                }
            }
        }
    }
}
