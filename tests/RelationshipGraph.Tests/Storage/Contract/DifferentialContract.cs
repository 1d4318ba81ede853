using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Random commits and random reads answer as those of the reference store. The seed is in the test's name.</summary>
public abstract class DifferentialContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    private const int Rounds = 3;
    private const int CommitsARound = 4;
    private const int QueriesARound = 100;

    [SkippableTheory]
    [MemberData(nameof(RandomSeeds.OfComparisons), MemberType = typeof(RandomSeeds))]
    public async Task Random_commits_and_reads_answer_as_the_reference(int seed)
    {
        await using var place = await OpenEmptyAsync();
        var memory = new ReferenceMemory();
        await using var reference = new ReferenceGraphStore(memory);
        var generator = new RecordGenerator(seed);
        var commits = new RandomCommits(generator, memory);
        var comparison = new StoreComparison(reference, place.Store);

        await CommitAsync(seed, reference, place.Store, Some.Creating([.. generator.Graph(nodes: 3, relationships: 8)]));
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < CommitsARound; i++)
            {
                await CommitAsync(seed, reference, place.Store, commits.Next());
            }

            var queries = new RandomQueries(generator, [.. memory.State.Records.Values]);
            for (var i = 0; i < Questions(QueriesARound); i++)
            {
                var difference = await comparison.AskAsync(queries, generator.Random, generator.Scope());
                Assert.True(difference is null, $"Seed {seed}, round {round}, query {i}: {difference}");
            }
        }

        await CompareStreamsAsync(reference, place.Store);
        Assert.Empty(await place.Store.CheckAsync(Some.NoToken));
    }

    // What is refused is sent again without the refused changes, and what was done is sent again as it was.
    private static async Task CommitAsync(int seed, IGraphStore reference, IGraphStore store, Commit commit)
    {
        while (true)
        {
            var expected = await reference.CommitAsync(commit, Some.NoToken);
            AssertSame(seed, expected, await store.CommitAsync(commit, Some.NoToken));
            if (expected is not CommitResult.Refused refused)
            {
                var again = await reference.CommitAsync(commit, Some.NoToken);
                AssertSame(seed, again, await store.CommitAsync(commit, Some.NoToken));
                return;
            }

            var positions = refused.Refusals.Select(refusal => refusal.Position).ToHashSet();
            commit = commit with { Changes = [.. commit.Changes.Where((_, position) => !positions.Contains(position))] };
        }
    }

    private static async Task CompareStreamsAsync(IGraphStore reference, IGraphStore store)
    {
        foreach (var kind in GraphModel.Relationships)
        {
            var expected = await reference.ReadLinksAsync(kind.Kind, default, 1_000, Some.NoToken);
            Assert.Equal(expected.Links, (await store.ReadLinksAsync(kind.Kind, default, 1_000, Some.NoToken)).Links);
        }

        foreach (var kind in GraphModel.Nodes)
        {
            var expected = await reference.ReadPointsAsync(kind.Kind, default, 1_000, Some.NoToken);
            Assert.Equal(expected.Points, (await store.ReadPointsAsync(kind.Kind, default, 1_000, Some.NoToken)).Points);
        }

        var expectedActs = await reference.ReadActsAsync(default, 1_000, Some.NoToken);
        Assert.Equal(expectedActs.Acts, (await store.ReadActsAsync(default, 1_000, Some.NoToken)).Acts);

        var feed = await store.ReadFeedAsync(0, 1_000, Some.NoToken);
        var expectedFeed = await reference.ReadFeedAsync(0, 1_000, Some.NoToken);
        Assert.Equal(expectedFeed.LastSequence, feed.LastSequence);
        Assert.Equal(expectedFeed.Entries.Select(Written), feed.Entries.Select(Written));
    }

    private static string Written(FeedEntry entry) =>
        $"{entry.Sequence} {entry.CommitId} {entry.Actor} {entry.At:O}: {string.Join(", ", entry.Changes)}";

    private static void AssertSame(int seed, CommitResult expected, CommitResult result)
    {
        var (left, right) = (Written(expected), Written(result));
        Assert.True(left == right, $"Seed {seed}: expected {left}\n  but got {right}");
    }

    private static string Written(CommitResult result) => result is CommitResult.Refused refused
        ? $"refused {string.Join(", ", refused.Refusals)}"
        : result.ToString()!;
}
