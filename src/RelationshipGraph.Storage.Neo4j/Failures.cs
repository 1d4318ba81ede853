using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j;

/// <summary>Turns failures of the wire into the store's own. The server's words stay behind: they may hold stored values.</summary>
internal static class Failures
{
    public const string Store = "Neo4j";

    public static async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (CypherException failure)
        {
            throw Of(failure);
        }
    }

    public static StoreException Of(CypherException failure) => failure.Cause switch
    {
        CypherFailure.Forbidden => new StoreRefusedException(Store, "user or password", failure),
        CypherFailure.DatabaseMissing => new StoreRefusedException(Store, "name of the database", failure),
        CypherFailure.Tls => new StoreRefusedException(Store, "certificate, or the scheme of the address", failure),
        CypherFailure.NotBolt => new StoreRefusedException(Store, "address: its port speaks something else", failure),
        CypherFailure.TooOld => new StoreRefusedException(Store, "version of the server", failure),
        CypherFailure.ReadOnly => new StoreReadOnlyException(Store, failure),
        CypherFailure.OutOfRoom => new StoreFullException(Store, failure),
        CypherFailure.TimedOut => new StoreBusyException(Store, failure),
        _ => new StoreUnavailableException(Store, failure),
    };
}
