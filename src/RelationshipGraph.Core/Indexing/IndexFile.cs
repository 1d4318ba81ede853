using System.Diagnostics.CodeAnalysis;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>Where an index is kept from one run of the program to the next, so that it need not be read anew.</summary>
/// <remarks>
/// The file is of one store and one state of it: it names the last commit it holds by sequence and id, and is used only where the
/// store's feed has that very commit. In doubt it is as if it were not there. It holds ids, days, strengths and who may see what;
/// no names and no texts.
/// </remarks>
/// <param name="path">The file; its folder is made where it is missing.</param>
/// <param name="sizeMin">What is smaller is read from the store in no time and not kept: people, ties, memberships, groups and
/// contacts together.</param>
public sealed class IndexFile(string path, long sizeMin = IndexFile.SizeMinDefault)
{
    private const long SizeMinDefault = 200_000;
    private const int BufferBytes = 1 << 16;

    /// <summary>The state that was kept, where it is one of the store's.</summary>
    internal async Task<SnapshotState?> TryReadAsync(IGraphStore store, IndexParts parts, CancellationToken ct)
    {
        var state = await Task.Run(TryRead, ct);
        return state is { } kept && kept.State.Parts == parts
            && await CommitAtAsync(store, kept.State.Sequence, ct) == kept.CommitId
                ? kept.State
                : null;
    }

    /// <summary>Keeps a state in place of the one before; where that fails, nothing is kept and nobody is told.</summary>
    internal async Task WriteAsync(IGraphStore store, SnapshotState state, CancellationToken ct)
    {
        // What was committed while all was read may be in it by half, and a restored store would not have it.
        if (state.Sequence > 0 && state.Snapshot.Size + state.Acts.Arrays.Rows.Length >= sizeMin
            && (await store.ReadFeedAsync(0, 1, ct)).LastSequence == state.Sequence
            && await CommitAtAsync(store, state.Sequence, ct) is { } commitId)
        {
            await Task.Run(() => TryWrite(state, commitId), ct);
        }
    }

    private static async Task<Guid?> CommitAtAsync(IGraphStore store, long sequence, CancellationToken ct)
    {
        var page = await store.ReadFeedAsync(sequence - 1, 1, ct);
        return page is { Reaches: true, Entries: [var entry, ..] } && entry.Sequence == sequence ? entry.CommitId : null;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "In doubt the store is read.")]
    private (SnapshotState State, Guid CommitId)? TryRead()
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes);
            return new IndexFileReader(file).Read();
        }
        catch (Exception)
        {
            return null;
        }
    }

    // Who knows whom is nobody else's business on this machine.
    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = BufferBytes,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private void TryWrite(SnapshotState state, Guid commitId)
    {
        var fresh = $"{path}.{Environment.ProcessId}.new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var file = new FileStream(fresh, Private()))
            {
                new IndexFileWriter(file).Write(state, commitId);
            }

            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(fresh))
            {
                File.Delete(fresh);
            }
        }
    }
}
