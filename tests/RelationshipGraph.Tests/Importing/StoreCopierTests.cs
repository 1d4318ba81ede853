using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Importing;

public sealed class StoreCopierTests
{
    private readonly IReadOnlyList<Record> _records = new GraphOfAllKinds(7, 6).Records;
    private readonly ReferenceGraphStore _from = new();
    private readonly ReferenceGraphStore _to = new();

    // Made on another day than the graph, whose ids begin at the same moment as those of the tests.
    private readonly RecordIds _laterIds = new(Some.TimeAt(Some.Now.AddDays(9)), new Random(3));

    [Fact]
    public async Task A_copy_exports_the_same_to_the_byte_and_a_second_one_changes_nothing()
    {
        await FillAsync(_from, _records);

        var first = await CopyAsync(_to);
        var sequence = (await _to.ReadFeedAsync(0, 1, Some.NoToken)).LastSequence;
        var second = await CopyAsync(_to);

        Assert.Equal((_records.Count, 0), (first.Copied, first.Unchanged));
        Assert.Equal((0, _records.Count), (second.Copied, second.Unchanged));
        Assert.Equal(sequence, (await _to.ReadFeedAsync(0, 1, Some.NoToken)).LastSequence);
        var (ours, summary) = await Imports.ExportAsync(_from);
        var (theirs, _) = await Imports.ExportAsync(_to);
        Assert.Equal(ours, theirs);
        Assert.All([first, second], report =>
        {
            Assert.Null(report.Refusal);
            Assert.True(report.IsEqual);
            Assert.Equal(summary.Sha256, report.Sha256To);
            Assert.Equal(summary.ByKind, report.ByKind);
        });
    }

    [Fact]
    public async Task An_empty_store_is_copied_to_an_empty_store()
    {
        var report = await CopyAsync(_to);

        Assert.Equal((0, 0, true), (report.Copied, report.Unchanged, report.IsEqual));
        Assert.Null(report.Refusal);
        Assert.Equal(0, (await _to.ReadFeedAsync(0, 1, Some.NoToken)).LastSequence);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    public async Task A_copy_that_was_broken_off_goes_on(int commits)
    {
        await FillAsync(_from, _records);
        using var stop = new CancellationTokenSource();
        await using var breaking = new MeddlingStore(_to, () =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        })
        { Before = commits };

        await Assert.ThrowsAsync<OperationCanceledException>(() => CopyAsync(breaking, stop.Token));
        var report = await CopyAsync(_to);

        Assert.Equal((_records.Count - (commits * 10), commits * 10), (report.Copied, report.Unchanged));
        Assert.True(report.IsEqual);
    }

    [Fact]
    public async Task What_is_there_here_and_there_is_passed_over()
    {
        // Not the beginning of a copy, but a part of one.
        await FillAsync(_from, _records);
        await FillAsync(_to, [.. _records.Where((record, i) => record is Node && i % 3 == 1)]);

        var report = await CopyAsync(_to);

        Assert.Equal(_records.Count, report.Copied + report.Unchanged);
        Assert.InRange(report.Unchanged, 1, _records.Count - 1);
        Assert.True(report.IsEqual);
    }

    [Fact]
    public async Task A_record_of_something_else_in_the_target_refuses_the_copy_and_nothing_is_written()
    {
        await FillAsync(_from, _records);
        var other = Some.Contact() with { Id = _laterIds.Next(RecordKind.Contact) };
        await FillAsync(_to, [other]);

        var report = await CopyAsync(_to);

        Assert.Equal(new CopyRefusal(ProblemCode.StoreNotEmpty, CopySide.To, other.Id), report.Refusal);
        Assert.Equal((0, false), (report.Copied, report.IsEqual));
        Assert.Equal(1, (await _to.ReadFeedAsync(0, 1, Some.NoToken)).LastSequence);
    }

    [Fact]
    public async Task A_record_that_differs_refuses_the_copy_and_nothing_is_written()
    {
        await FillAsync(_from, _records);
        var differs = _records.OfType<Contact>().Last() with { Version = 77 };
        await FillAsync(_to, [_records.OfType<Employee>().First(), differs]);

        var report = await CopyAsync(_to);

        Assert.Equal(new CopyRefusal(ProblemCode.RecordDiffers, CopySide.To, differs.Id), report.Refusal);
        Assert.Equal(0, report.Copied);
        Assert.Equal(1, (await _to.ReadFeedAsync(0, 1, Some.NoToken)).LastSequence);
    }

    [Fact]
    public async Task A_source_that_was_written_to_is_said_and_the_next_copy_is_whole()
    {
        await FillAsync(_from, _records);
        await using var busy = new MeddlingStore(_to, () => FillAsync(_from, [NewEmployee()])) { Before = 1 };

        var first = await CopyAsync(busy);
        var second = await CopyAsync(_to);

        Assert.Equal(new CopyRefusal(ProblemCode.StoreChanged, CopySide.From, default), first.Refusal);
        Assert.False(first.IsEqual);
        Assert.Equal((1, _records.Count, true), (second.Copied, second.Unchanged, second.IsEqual));
        Assert.Null(second.Refusal);
    }

    [Fact]
    public async Task A_target_that_somebody_else_writes_to_is_said()
    {
        await FillAsync(_from, _records);
        await using var busy = new MeddlingStore(_to, () => FillAsync(_to, [NewEmployee()])) { Before = 3 };

        var added = await CopyAsync(busy);

        Assert.Equal(new CopyRefusal(ProblemCode.StoreChanged, CopySide.To, default), added.Refusal);
        Assert.NotEqual(added.Sha256From, added.Sha256To);
    }

    [Fact]
    public async Task A_commit_that_the_target_refuses_is_said()
    {
        await FillAsync(_from, _records);
        var taken = _records.OfType<Employee>().Last();
        await using var busy = new MeddlingStore(_to, () => FillAsync(_to, [taken])) { Before = 0 };

        var report = await CopyAsync(busy);

        Assert.Equal(new CopyRefusal(ProblemCode.StoreChanged, CopySide.To, default), report.Refusal);
        Assert.Null(report.Sha256To);
    }

    [Fact]
    public async Task A_store_that_fails_is_named()
    {
        await FillAsync(_from, _records);
        await using var broken = new MeddlingStore(_to, () => throw new StoreFullException("test")) { Before = 1 };

        var failure = await Assert.ThrowsAsync<CopyStoreException>(() => CopyAsync(broken));

        Assert.Equal((ProblemCode.StoreFull, CopySide.To, false), (failure.Code, failure.Side, failure.IsTransient));
        Assert.StartsWith("--to: ", failure.Message, StringComparison.Ordinal);
    }

    private Employee NewEmployee() => Some.Employee() with { Id = _laterIds.Next(RecordKind.Employee) };

    private static async Task FillAsync(IGraphStore store, IReadOnlyList<Record> records) =>
        Assert.IsType<CommitResult.Done>(await store.CommitAsync(Some.Creating([.. records]), Some.NoToken));

    private Task<CopyReport> CopyAsync(IGraphStore to) => CopyAsync(to, Some.NoToken);

    // Ten changes a commit, so that there are many.
    private Task<CopyReport> CopyAsync(IGraphStore to, CancellationToken ct) => StoreCopier.CopyAsync(
        _from, to, "test", Some.TimeAt(Imports.Now), new Progress<CopyProgress>(), 10, ct);
}
