namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Two stores that differ only in what the viewer may not see answer alike. The seed is in the test's name.</summary>
public abstract class TwoWorldContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    [SkippableTheory]
    [MemberData(nameof(RandomSeeds.OfTwoWorlds), MemberType = typeof(RandomSeeds))]
    public async Task What_the_viewer_may_not_see_changes_no_answer(int seed)
    {
        await using var one = await OpenEmptyAsync();
        await using var other = await OpenBesideAsync();

        var difference = await TwoWorlds.FirstDifferenceAsync(one.Store, other.Store, seed, Questions(200));

        Assert.True(difference is null, difference);
    }
}
