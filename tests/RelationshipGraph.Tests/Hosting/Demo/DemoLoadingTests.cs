using RelationshipGraph.Hosting.Demo;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Hosting.Demo;

public sealed class DemoLoadingTests
{
    private static readonly DateTimeOffset At = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_empty_store_gets_every_record()
    {
        await using var store = new ReferenceGraphStore(new ReferenceMemory());
        var progress = new List<double>();

        var loading = await DemoData.LoadAsync(store, At, new Steps(progress), CancellationToken.None);

        var loaded = Assert.IsType<DemoLoading.Loaded>(loading);
        Assert.Equal(DemoData.Records().Count, loaded.Records);
        Assert.Equal(1, progress[^1]);
        Assert.Equal(progress.Order(), progress);
        Assert.Equal(3_000, await store.CountAsync(new PageQuery(RecordKind.Contact), ViewScope.All, CancellationToken.None));
        Assert.Empty(await store.CheckAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        await using var store = new ReferenceGraphStore(new ReferenceMemory());
        await DemoData.LoadAsync(store, At, null, CancellationToken.None);
        var before = await store.ReadFeedAsync(0, 1, CancellationToken.None);

        var loading = await DemoData.LoadAsync(store, At.AddDays(1), null, CancellationToken.None);

        Assert.IsType<DemoLoading.AlreadyThere>(loading);
        Assert.Equal(before.LastSequence, (await store.ReadFeedAsync(0, 1, CancellationToken.None)).LastSequence);
    }

    [Fact]
    public async Task What_was_interrupted_is_gone_on_with()
    {
        await using var store = new ReferenceGraphStore(new ReferenceMemory());
        var commits = DemoData.Commits(At).ToList();
        await store.CommitAsync(commits[0], CancellationToken.None);
        await store.CommitAsync(commits[1], CancellationToken.None);

        var loading = await DemoData.LoadAsync(store, At, null, CancellationToken.None);

        var loaded = Assert.IsType<DemoLoading.Loaded>(loading);
        Assert.Equal(commits.Skip(2).Sum(commit => commit.Changes.Count), loaded.Records);
    }

    [Fact]
    public async Task A_store_with_something_else_in_it_is_left_alone()
    {
        await using var store = new ReferenceGraphStore(new ReferenceMemory());
        var company = DemoData.Records().OfType<Company>().First();
        await store.CommitAsync(
            new Commit(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), "test", At, [new Change.Create(company)]),
                CancellationToken.None);

        var loading = await DemoData.LoadAsync(store, At, null, CancellationToken.None);

        Assert.IsType<DemoLoading.NotEmpty>(loading);
        Assert.Equal(1, (await store.ReadFeedAsync(0, 1, CancellationToken.None)).LastSequence);
    }

    private sealed class Steps(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }
}
