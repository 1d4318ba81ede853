using RelationshipGraph.Importing;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Hosting.Imports;

/// <summary>An import that runs by itself, and what is known of it. Safe to read at any time.</summary>
public sealed class ImportJob : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private ImportProgress _progress;

    internal ImportJob(string id, Upload upload, ImportOptions options, DateTimeOffset askedAt)
    {
        Id = id;
        Upload = upload;
        Options = options;
        AskedAt = askedAt;
    }

    /// <summary>What to ask for it by; opaque, and not to be guessed.</summary>
    public string Id { get; }

    /// <summary>Who asked for it, as the audit calls them.</summary>
    public string Actor => Options.Actor;

    public DateTimeOffset AskedAt { get; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public ImportJobState State { get; private set; }

    /// <summary>What came of it; null before it ended, and where it was stopped or failed.</summary>
    public ImportReport? Report { get; private set; }

    /// <summary>Why it failed; null where it did not.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>How far it has come.</summary>
    public ImportProgress Progress
    {
        get
        {
            lock (_lock)
            {
                return _progress;
            }
        }
    }

    internal Upload Upload { get; }

    internal ImportOptions Options { get; }

    internal CancellationToken Stop => _stop.Token;

    /// <summary>Stops it between two batches, or before it begins.</summary>
    public void Cancel() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    internal void Begin() => State = ImportJobState.Running;

    internal void Tell(ImportProgress progress)
    {
        lock (_lock)
        {
            _progress = progress;
        }
    }

    // The state is set last: whoever reads an end also reads what belongs to it.
    internal void End(ImportJobState state, ImportReport? report, Problem? problem, DateTimeOffset at)
    {
        Report = report;
        Problem = problem;
        EndedAt = at;
        Thread.MemoryBarrier();
        State = state;
    }
}
