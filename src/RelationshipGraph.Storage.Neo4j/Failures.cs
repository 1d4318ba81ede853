using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j;

/// <summary>Turns failures of the wire into the store's own. The server's words stay behind: they may hold values.</summary>
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

    /// <summary>The failure of anything but a commit.</summary>
    public static Exception Of(CypherException failure) => failure.Cause switch
    {
        CypherFailure.Forbidden => new StoreRefusedException(Store, "user or password", Inner(failure)),
        CypherFailure.DatabaseMissing => new StoreRefusedException(Store, "name of the database", Inner(failure)),
        CypherFailure.Tls => new StoreRefusedException(
            Store, "scheme of the address: it asks for TLS, which is not spoken there", Inner(failure)),
        CypherFailure.Untrusted => new StoreRefusedException(
            Store, "server's certificate: this computer does not trust who signed it, or its time is over", Inner(failure)),
        CypherFailure.OtherHost => new StoreRefusedException(
            Store, "host in the address: the server's certificate is for another name", Inner(failure)),
        CypherFailure.NotBolt => new StoreRefusedException(
            Store, "address: its port speaks something else, or TLS, which a scheme with +s asks for", Inner(failure)),
        CypherFailure.TooOld => new StoreRefusedException(Store, "version of the server", Inner(failure)),
        CypherFailure.ReadOnly => new StoreReadOnlyException(Store, Inner(failure)),
        CypherFailure.OutOfRoom => new StoreFullException(Store, Inner(failure)),
        CypherFailure.Halted => new StoreUnavailableException(
            Store, "takes no transaction: look at its server's log and disk, and restart it", Inner(failure)),
        CypherFailure.Statement => new InvalidOperationException("The Neo4j store refused a statement.", Inner(failure)),
        _ => new StoreUnavailableException(Store, Inner(failure)),
    };

    /// <summary>The failure of a commit. Its first statement waits for the counter.</summary>
    public static Exception OfWrite(CypherException failure) => failure.Cause switch
    {
        CypherFailure.TimedOut when failure.Step == 0 => new StoreBusyException(Store, Inner(failure)),

        // What was read before spoke against no change: something is stored that does not fit its record.
        CypherFailure.ConstraintBroken => new StoreCorruptException(Store, Inner(failure)),
        _ => Of(failure),
    };

    // The server's text may hold a stored value or a statement, so only its code is handed on.
    private static CypherException Inner(CypherException failure) =>
        new(failure.Cause, failure.Code, $"Neo4j: {failure.Cause} {failure.Code}".TrimEnd())
        {
            IsOutcomeUnknown = failure.IsOutcomeUnknown,
            IsTransient = failure.IsTransient,
            Step = failure.Step,
        };
}
