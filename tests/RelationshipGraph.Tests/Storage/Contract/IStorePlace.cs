namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>One sort of store, as the contract suite opens it. A type that implements this must derive every contract.</summary>
public interface IStorePlace
{
    /// <summary>A new store without a record.</summary>
    static abstract Task<IStoreUnderTest> OpenEmptyAsync();

    /// <summary>A further store without a record, beside the first; the reference where there is room for one only.</summary>
    static virtual Task<IStoreUnderTest> OpenBesideAsync() => ReferencePlace.OpenEmptyAsync();

    /// <summary>
    /// Random questions for one that a store in this process is asked in a hundred: a server plans each new form of a question,
    /// which takes it longer than to answer.
    /// </summary>
    static virtual int QuestionsInAHundred => 100;
}
