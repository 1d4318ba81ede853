using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>A comparison that finds nothing proves nothing unless it would find something.</summary>
public sealed class PlantedLeakTests
{
    private const int SeedsMax = 300;

    // The API finds nothing by natural key.
    public static TheoryData<Leak> StoreLeaks =>
        [.. Enum.GetValues<Leak>().Where(leak => leak is not (Leak.None or Leak.FindsByKey))];

    public static TheoryData<DoorLeak> DoorLeaks => [.. Enum.GetValues<DoorLeak>()];

    [Theory]
    [MemberData(nameof(StoreLeaks))]
    public Task A_leak_of_the_store_is_found(Leak leak) => AssertFoundAsync(() => new LeakyGraphStore(leak));

    [Theory]
    [MemberData(nameof(DoorLeaks))]
    public Task A_leak_above_the_store_is_found(DoorLeak leak) => AssertFoundAsync(() => new LeakyDoorStore(leak));

    [Fact]
    public Task A_refusal_that_tells_a_hidden_record_from_none_is_found() =>
        AssertFoundAsync(() => new LeakyGraphStore(Leak.ReadsById), queries: 0, walks: 0, changes: 3);

    private static async Task AssertFoundAsync(Func<IGraphStore> store, int queries = 5, int walks = 2, int changes = 1)
    {
        string? difference = null;
        for (var seed = 1; difference is null && seed <= SeedsMax; seed++)
        {
            var pair = WorldPair.Draw(seed, OpenDoor.Today);
            await using var one = await World.OpenAsync(store(), pair.One, validates: true);
            await using var other = await World.OpenAsync(store(), pair.Other, validates: false);
            difference = await new PairComparison(pair, one, other, new Coverage(), World.Schema)
                .FirstDifferenceAsync(queries, walks, changes);
        }

        Assert.NotNull(difference);
        Assert.Contains("The answers differ", difference, StringComparison.Ordinal);
    }
}
