namespace RelationshipGraph.Paths;

/// <summary>Counts what a search looks at, as far as the viewer may see it: what is hidden costs nothing.</summary>
internal sealed class WorkMeter(long max, CancellationToken ct)
{
    private long _spent;

    public long Max => max;

    public bool IsSpent => _spent > max;

    public void Add(long steps) => _spent += steps;

    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public void Check() => ct.ThrowIfCancellationRequested();
}
