using RelationshipGraph.Importing.Writing;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Importing;

/// <summary>Copies a whole graph from one store into another, record by record as it is.</summary>
/// <remarks>
/// The target is empty or holds a part of this very copy: what is there and the same is passed over, and anything else refuses
/// the copy before something is written. So a copy that was broken off goes on when it is made again. Both stores are walked
/// in the order of ids, kind by kind, nodes first; the feed is not copied.
/// </remarks>
public static class StoreCopier
{
    /// <summary>Copies, and compares both stores when it is done.</summary>
    /// <param name="from">The store to copy; nothing is written to it.</param>
    /// <param name="to">The store to copy to.</param>
    /// <param name="actor">Who does it, for the target's feed.</param>
    /// <param name="time">The clock.</param>
    /// <param name="progress">Hears how far it has come.</param>
    /// <param name="ct">Ends the copy; what was written stays.</param>
    /// <exception cref="CopyStoreException">One of the stores failed.</exception>
    public static Task<CopyReport> CopyAsync(
        IGraphStore from, IGraphStore to, string actor, TimeProvider time, IProgress<CopyProgress> progress,
        CancellationToken ct) => CopyAsync(from, to, actor, time, progress, Limits.CommitChangesMax, ct);

    /// <param name="changesMax">What stands for <see cref="Limits.CommitChangesMax"/>.</param>
    internal static async Task<CopyReport> CopyAsync(
        IGraphStore from, IGraphStore to, string actor, TimeProvider time, IProgress<CopyProgress> progress, int changesMax,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentException.ThrowIfNullOrEmpty(actor);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(progress);
        var run = new CopyRun(from, to, progress, ct) { Actor = actor, Time = time, ChangesMax = changesMax };
        return await run.CopyAsync();
    }
}
