using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Api.Worlds;

/// <summary>What the viewer may not see changes no byte of any answer of the API.</summary>
public sealed class ApiWorldTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    // Natural keys are not read through the API, and cut pages and ends are the store's own matter.
    public static TheoryData<Leak> Leaks =>
    [
        Leak.ReadsById, Leak.ListsHidden, Leak.CountsHidden, Leak.PagesSayMore, Leak.FiltersSeeAll, Leak.EdgesSayMore,
        Leak.EdgesAreCounted, Leak.DiscreetTies, Leak.SensitiveMemberships, Leak.HiddenEnds, Leak.SearchFinds,
        Leak.SearchSaysMore,
    ];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Two_worlds_answer_alike(int seed)
    {
        var difference = await ApiWorlds.FirstDifferenceAsync(
            new ReferenceGraphStore(), new ReferenceGraphStore(), seed, questionCount: 50);

        Assert.True(difference is null, difference);
    }

    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    [InlineData(104)]
    public async Task Two_worlds_answer_alike_over_the_real_store(int seed)
    {
        await using var one = await SqlitePlace.OpenEmptyAsync();
        await using var other = await SqlitePlace.OpenEmptyAsync();

        var difference = await ApiWorlds.FirstDifferenceAsync(one.Store, other.Store, seed, questionCount: 100);

        Assert.True(difference is null, difference);
    }

    [Theory]
    [MemberData(nameof(Leaks))]
    public async Task A_planted_leak_is_found(Leak leak) => await AssertFoundAsync(() => new LeakyGraphStore(leak));

    [Fact]
    public async Task A_leak_of_paths_is_found() => await AssertFoundAsync(() => new OpenLinks());

    private static async Task AssertFoundAsync(Func<IGraphStore> open)
    {
        string? difference = null;
        for (var seed = 1; difference is null && seed <= 60; seed++)
        {
            difference = await ApiWorlds.FirstDifferenceAsync(open(), open(), seed, questionCount: 50);
        }

        Assert.NotNull(difference);
    }

    /// <summary>Tells the index that everybody may see every tie.</summary>
    private sealed class OpenLinks : ReferenceGraphStore
    {
        public override async Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
        {
            var batch = await base.ReadLinksAsync(kind, after, rowsMax, ct);
            return batch with { Links = [.. batch.Links.Select(link => link with { Visibility = Visibility.Everyone })] };
        }
    }
}
