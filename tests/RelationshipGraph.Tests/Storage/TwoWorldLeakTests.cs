namespace RelationshipGraph.Tests.Storage;

/// <summary>A test of two worlds that finds nothing proves nothing unless it would find something.</summary>
public sealed class TwoWorldLeakTests
{
    public static TheoryData<Leak> Leaks => [.. Enum.GetValues<Leak>().Where(leak => leak != Leak.None)];

    [Theory]
    [MemberData(nameof(Leaks))]
    public async Task A_planted_leak_is_found(Leak leak)
    {
        string? difference = null;
        for (var seed = 1; difference is null && seed <= 20; seed++)
        {
            await using var one = new LeakyGraphStore(leak);
            await using var other = new LeakyGraphStore(leak);
            difference = await TwoWorlds.FirstDifferenceAsync(one, other, seed, queryCount: 200);
        }

        Assert.NotNull(difference);
    }

    [Fact]
    public async Task Without_a_leak_nothing_is_found()
    {
        await using var one = new LeakyGraphStore(Leak.None);
        await using var other = new LeakyGraphStore(Leak.None);

        Assert.Null(await TwoWorlds.FirstDifferenceAsync(one, other, seed: 1, queryCount: 200));
    }
}
