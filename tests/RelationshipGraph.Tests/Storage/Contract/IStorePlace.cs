namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>One sort of store, as the contract suite opens it. A type that implements this must derive every contract.</summary>
public interface IStorePlace
{
    /// <summary>A new store without a record.</summary>
    static abstract Task<IStoreUnderTest> OpenEmptyAsync();
}
