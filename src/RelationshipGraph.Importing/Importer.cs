using System.Globalization;
using RelationshipGraph.Importing.Files;
using RelationshipGraph.Importing.JsonLines;
using RelationshipGraph.Importing.Tables;
using RelationshipGraph.Importing.Writing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;
using RelationshipGraph.Text;

namespace RelationshipGraph.Importing;

/// <summary>Brings files into a store: tables of two schemas, and what was exported.</summary>
/// <remarks>
/// Rows are streamed: no more is held than a few batches, an id for each node and a mark for each relationship of a table.
/// A batch is one commit and one entry of the feed. An import that was ended in the middle is repeated as a whole:
/// what is there already is left as it is.
/// </remarks>
/// <param name="store">Where to.</param>
/// <param name="ids">Makes the ids of new records, in the order of the rows.</param>
/// <param name="time">The clock for the times of records.</param>
public sealed class Importer(IGraphStore store, RecordIds ids, TimeProvider time)
{
    private const int SourceLengthMax = 100;

    /// <summary>Imports the files.</summary>
    /// <param name="files">What comes in.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="progress">Told a few times a second at least; may be called from several threads.</param>
    /// <param name="ct">Ends the import between two batches; what was written stays.</param>
    /// <returns>What came of it, refusals included.</returns>
    /// <exception cref="StoreException">The store failed; what was written stays, and the import can be repeated.</exception>
    public async Task<ImportReport> ImportAsync(
        ImportFiles files, ImportOptions options, IProgress<ImportProgress> progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        if (options.PersonsAs is not (RecordKind.Contact or RecordKind.Employee))
        {
            throw new ArgumentException("Persons become contacts or employees.", nameof(options));
        }

        var card = SetCard.Of(files);
        var source = (options.Source ?? card.Name ?? files.Name).Trim();
        var plan = await Task.Run(() => ImportPlan.Of(files, new FileScan(options.Limits, progress, ct)), ct);
        var tally = Begin(plan);
        if (CheckSource(source) is { } problem)
        {
            tally.RefuseFile(string.Empty, 0, problem);
            return tally.ReportNothing(source);
        }

        if (plan.IsFatal)
        {
            return tally.ReportNothing(source);
        }

        source = Normal.Nfc(source);
        var run = new Run(plan, card, options, source, progress);
        if (options.IsDryRun || options.IsAllOrNothing)
        {
            await RunAsync(run, tally, isWriting: false, ct);
            if (options.IsDryRun)
            {
                return tally.Report(ImportEnding.DryRun, SourceOf(plan, source));
            }

            if (tally.RefusalsTotal > 0)
            {
                return tally.ReportNothing(SourceOf(plan, source));
            }

            tally = Begin(plan);
        }

        await RunAsync(run, tally, isWriting: true, ct);
        return tally.Report(ImportEnding.Written, SourceOf(plan, source));
    }

    private static string? SourceOf(ImportPlan plan, string source) => plan.Tables.Count > 0 ? source : null;

    private static Problem? CheckSource(string source) =>
        source.Length == 0 ? Problem.Of(ProblemCode.Required, "source")
        : source.Length > SourceLengthMax ? Problem.Of(
            ProblemCode.TooLong, "source", ("max", SourceLengthMax.ToString(CultureInfo.InvariantCulture)))
        : !Normal.IsWellFormed(source) ? Problem.Of(ProblemCode.BadText, "source")
        : null;

    private static Tally Begin(ImportPlan plan)
    {
        var tally = new Tally();
        foreach (var (file, problem) in plan.Refused)
        {
            tally.RefuseFile(file, file.Length == 0 ? 0 : 1, problem);
        }

        foreach (var file in plan.PassedOver)
        {
            tally.PassOver(new PassedOver(file, null, 0));
        }

        return tally;
    }

    private async Task RunAsync(Run run, Tally tally, bool isWriting, CancellationToken ct)
    {
        var meter = new Meter(run.Progress, isWriting ? ImportPhase.Writing : ImportPhase.Checking, run.Plan.Bytes, tally);
        foreach (var export in run.Plan.Exports)
        {
            var restore = new ExportRestore(store, run.Options, tally, time) { IsWriting = isWriting };
            await restore.TakeAsync(export, read => meter.Report(export.Name, read), ct);
            meter.End(export.Bytes);
        }

        var writer = new BatchWriter(store, ids, time, run.Options, run.Source, tally) { IsWriting = isWriting };
        var context = new TableContext(run.Options.PersonsAs, run.Card.IsDirected, new Interests());
        var interestsLeft = run.Plan.Tables.Any(table => table.Kind.IsInterests);
        foreach (var (file, kind) in run.Plan.Tables)
        {
            if (interestsLeft && kind.IsAfterPersons)
            {
                await TakeRestOfInterestsAsync(writer, context.Interests, ct);
                interestsLeft = false;
            }

            await TakeTableAsync(writer, file, kind, context, tally, meter, ct);
        }

        if (interestsLeft)
        {
            await TakeRestOfInterestsAsync(writer, context.Interests, ct);
        }
    }

    private static async Task TakeTableAsync(
        BatchWriter writer, InputFile file, TableKind kind, TableContext context, Tally tally, Meter meter, CancellationToken ct)
    {
        var reader = new TableReader(file, kind, context);
        var before = tally.Rows;
        await reader.ReadAsync(
            async (entries, rows) =>
            {
                tally.Rows = before + rows;
                if (kind.IsInterests)
                {
                    Gather(file.Name, entries, context.Interests, tally);
                }
                else
                {
                    await writer.TakeAsync(file.Name, entries, ct);
                }

                meter.Report(file.Name, reader.Bytes);
            },
            ct);
        await writer.EndTableAsync(file.Name, ct);
        meter.End(file.Bytes);
        foreach (var column in reader.Unused)
        {
            tally.PassOver(new PassedOver(file.Name, column, 0));
        }

        if (reader.PassedOver is { Column: { } by, Rows: > 0 and var passed })
        {
            tally.PassOver(new PassedOver(file.Name, by, passed));
        }

        if (reader.Failure is { } failure)
        {
            tally.RefuseFile(file.Name, 0, failure);
        }
    }

    private static void Gather(string file, IReadOnlyList<Entry> entries, Interests interests, Tally tally)
    {
        interests.File = file;
        foreach (var entry in entries)
        {
            if (entry is InterestRow row)
            {
                interests.Add(row.Person, row.Tag, row.Line);
            }
            else
            {
                tally.Refuse(file, entry);
            }
        }
    }

    // Persons that are in no file of this import, but perhaps in the store.
    private static async Task TakeRestOfInterestsAsync(BatchWriter writer, Interests interests, CancellationToken ct)
    {
        foreach (var batch in interests.Rest().Chunk(Limits.CommitChangesMax))
        {
            await writer.TakeAsync(interests.File, batch, ct);
        }

        await writer.EndTableAsync(interests.File, ct);
    }

    /// <summary>What the passes of one import share.</summary>
    private sealed record Run(
        ImportPlan Plan, SetCard Card, ImportOptions Options, string Source, IProgress<ImportProgress> Progress);

    /// <summary>Says how far a pass has come.</summary>
    private sealed class Meter(IProgress<ImportProgress> progress, ImportPhase phase, long total, Tally tally)
    {
        private long _ended;

        public void Report(string file, long bytes) =>
            progress.Report(new ImportProgress(phase, file, _ended + bytes, total, tally.Rows, tally.RefusalsTotal));

        public void End(long bytes) => _ended += bytes;
    }
}
