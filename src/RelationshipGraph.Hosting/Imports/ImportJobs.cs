using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Hosting.Imports;

/// <summary>Runs imports one after the other beside everything else, and remembers the latest. Safe for concurrent use.</summary>
/// <param name="store">Where to.</param>
/// <param name="ids">Makes the ids of new records.</param>
/// <param name="time">The clock.</param>
/// <param name="failed">Told of a failure that has no code of ours.</param>
public sealed class ImportJobs(IGraphStore store, RecordIds ids, TimeProvider time, Action<Exception> failed) : IAsyncDisposable
{
    private const int WaitingMax = 8;
    private const int KeptMax = 100;
    private const string SourceDefault = "upload";

    private readonly Channel<ImportJob> _waiting = System.Threading.Channels.Channel.CreateBounded<ImportJob>(
        new BoundedChannelOptions(WaitingMax) { SingleReader = true });

    private readonly ConcurrentDictionary<string, ImportJob> _jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _ended = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private Task? _work;

    /// <summary>Begins an import as soon as those before it have ended. The upload then belongs to the job.</summary>
    /// <returns>The job; null where too many wait already.</returns>
    public ImportJob? Start(Upload upload, ImportOptions options)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var job = new ImportJob(id, upload, options, time.GetUtcNow());
        lock (_lock)
        {
            if (!_waiting.Writer.TryWrite(job))
            {
                job.Dispose();
                return null;
            }

            _jobs[id] = job;
            _work ??= Task.Run(WorkAsync);
        }

        return job;
    }

    /// <summary>The job of that id; null where there is none, or where it ended long ago.</summary>
    public ImportJob? Find(string id) => _jobs.GetValueOrDefault(id);

    /// <summary>Stops what runs and forgets what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _waiting.Writer.TryComplete();
        }

        await _closing.CancelAsync();
        if (_work is not null)
        {
            await _work;
        }

        foreach (var job in _jobs.Values)
        {
            job.Dispose();
        }

        _closing.Dispose();
    }

    private async Task WorkAsync()
    {
        await foreach (var job in _waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            var (state, report, problem) = await RunAsync(job);
            job.Upload.Dispose();
            job.End(state, report, problem, time.GetUtcNow());
            _ended.Enqueue(job.Id);
            while (_ended.Count > KeptMax && _ended.TryDequeue(out var oldest) && _jobs.TryRemove(oldest, out var forgotten))
            {
                forgotten.Dispose();
            }
        }
    }

    // Returns before the end is told: whoever sees a job ended also sees its files removed.
    private async Task<(ImportJobState State, ImportReport? Report, Problem? Problem)> RunAsync(ImportJob job)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(job.Stop, _closing.Token);
        job.Begin();
        try
        {
            var report = await new Importer(store, ids, time).ImportAsync(
                job.Upload.ToFiles(SourceDefault), job.Options, new Progress(job), stop.Token);
            return (report.Ending == ImportEnding.Refused ? ImportJobState.Refused : ImportJobState.Done, report, null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (ImportJobState.Cancelled, null, null);
        }
        catch (GraphException failure)
        {
            return (ImportJobState.Failed, null, Problem.Of(failure.Code, string.Empty));
        }
        catch (Exception failure)
        {
            failed(failure);
            return (ImportJobState.Failed, null, Problem.Of(ProblemCode.Internal, string.Empty));
        }
    }

    // Told on the thread of the import; a queued report could come after the end.
    private sealed class Progress(ImportJob job) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => job.Tell(value);
    }
}
