namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>
/// What every store must do, a class for each ability. A store derives each of them once and adds nothing: a real difference
/// between stores would be a stated part of the port.
/// </summary>
/// <typeparam name="TPlace">The sort of store.</typeparam>
public abstract class GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    private protected static Task<IStoreUnderTest> OpenEmptyAsync() => TPlace.OpenEmptyAsync();

    private protected static Task<IStoreUnderTest> OpenBesideAsync() => TPlace.OpenBesideAsync();

    /// <summary>How many random questions a store of this sort is asked.</summary>
    private protected static int Questions(int count) => Math.Max(1, count * TPlace.QuestionsInAHundred / 100);

    /// <summary>A store that holds the records, put there by one commit.</summary>
    private protected static async Task<IStoreUnderTest> OpenWithAsync(params IReadOnlyList<Record> records)
    {
        var place = await TPlace.OpenEmptyAsync();
        foreach (var part in records.Chunk(Limits.CommitChangesMax))
        {
            await place.Store.CreateAsync(part);
        }

        return place;
    }
}
