using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Turns what a server says of a failure into ours. Only its code decides: its text may hold stored values.</summary>
internal static class ServerFailure
{
    private const string Transient = "Neo.TransientError.";

    /// <summary>The failure of a code.</summary>
    /// <param name="details">The map that came with it.</param>
    public static CypherException Of(IReadOnlyDictionary<string, object?> details)
    {
        // From 5.7 on the code has another name.
        var code = (details.GetValueOrDefault("neo4j_code") ?? details.GetValueOrDefault("code")) as string ?? string.Empty;
        var cause = CauseOf(code);
        return new CypherException(cause, code, details.GetValueOrDefault("message") as string ?? string.Empty)
        {
            IsTransient = IsTransient(code, cause),
        };
    }

    private static CypherFailure CauseOf(string code) => code switch
    {
        "Neo.ClientError.Schema.ConstraintValidationFailed" => CypherFailure.ConstraintBroken,
        "Neo.ClientError.Statement.ArithmeticError" => CypherFailure.Arithmetic,
        "Neo.TransientError.Transaction.DeadlockDetected" => CypherFailure.Deadlock,
        "Neo.ClientError.Database.DatabaseNotFound" => CypherFailure.DatabaseMissing,
        "Neo.ClientError.Cluster.NotALeader" => CypherFailure.NotLeader,
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"
            or "Neo.ClientError.Statement.AccessMode" => CypherFailure.ReadOnly,
        "Neo.ClientError.Transaction.TransactionTimedOut"
            or "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"
            or "Neo.ClientError.Transaction.LockClientStopped" or "Neo.TransientError.Transaction.LockAcquisitionTimeout"
            or "Neo.ClientError.Transaction.LockAcquisitionTimeout" => CypherFailure.TimedOut,
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError" or "Neo.TransientError.General.OutOfMemoryError"
            or "Neo.DatabaseError.General.OutOfMemoryError" or "Neo.TransientError.General.TransactionOutOfMemoryError"
            or "Neo.ClientError.General.TransactionOutOfMemoryError" or "Neo.DatabaseError.General.StorageDamageDetected"
            or "Neo.TransientError.Database.DatabaseOutOfDiskSpace" => CypherFailure.OutOfRoom,
        _ when code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal) => CypherFailure.Forbidden,
        _ when code.StartsWith(Transient, StringComparison.Ordinal) => CypherFailure.Busy,
        _ when code.StartsWith("Neo.ClientError.Statement.", StringComparison.Ordinal)
            || code.StartsWith("Neo.ClientError.Procedure.", StringComparison.Ordinal)
            || code.StartsWith("Neo.ClientError.Request.", StringComparison.Ordinal) => CypherFailure.Statement,
        _ => CypherFailure.Other,
    };

    // Too little memory says that it passes, and does not: the same statement fails again after as much work.
    private static bool IsTransient(string code, CypherFailure cause) =>
        cause is not (CypherFailure.OutOfRoom or CypherFailure.TimedOut)
        && (code.StartsWith(Transient, StringComparison.Ordinal) || cause == CypherFailure.NotLeader
            || code == "Neo.ClientError.Security.AuthorizationExpired");
}
