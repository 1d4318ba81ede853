using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>What a server's code means to us. Texts are not looked at: they change.</summary>
internal static class BoltFailures
{
    public const string NotALeader = "Neo.ClientError.Cluster.NotALeader";
    public const string ForbiddenOnReadOnlyDatabase = "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase";
    public const string AuthorizationExpired = "Neo.ClientError.Security.AuthorizationExpired";
    public const string DatabaseUnavailable = "Neo.TransientError.General.DatabaseUnavailable";
    public const string BookmarkTimeout = "Neo.TransientError.Transaction.BookmarkTimeout";

    private const string MemoryPool = "Neo.TransientError.General.MemoryPoolOutOfMemoryError";
    private const string Security = "Neo.ClientError.Security.";
    private const string Statement = "Neo.ClientError.Statement.";
    private const string Transient = "Neo.TransientError.";

    public static CypherException Of(string code, string text, int step = -1) =>
        new(CauseOf(code), code, text) { IsTransient = IsTransient(code), Step = step };

    public static CypherException Unreachable(string what, Exception? inner = null) =>
        new(CypherFailure.Unreachable, "", what, inner) { IsTransient = true };

    /// <summary>The same failure, where it is known that a commit may have been done.</summary>
    public static CypherException WithUnknownOutcome(CypherException failure) =>
        new(failure.Cause, failure.Code, failure.Message, failure) { IsOutcomeUnknown = true, Step = failure.Step };

    /// <summary>Whether a server could not reach what a bookmark stands for. Then it has done nothing.</summary>
    public static bool IsOfBookmarks(string code) => code is BookmarkTimeout
        or "Neo.ClientError.Transaction.InvalidBookmark" or "Neo.ClientError.Transaction.InvalidBookmarkMixture";

    private static bool IsTransient(string code) => code switch
    {
        // The same work would fail again, slowly.
        MemoryPool => false,

        // Ended on purpose; older servers file these here.
        "Neo.TransientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped" => false,
        NotALeader or ForbiddenOnReadOnlyDatabase or AuthorizationExpired => true,
        _ => code.StartsWith(Transient, StringComparison.Ordinal),
    };

    private static CypherFailure CauseOf(string code) => code switch
    {
        NotALeader => CypherFailure.NotLeader,
        ForbiddenOnReadOnlyDatabase or "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"
            or Statement + "AccessMode" => CypherFailure.ReadOnly,
        "Neo.ClientError.Database.DatabaseNotFound" => CypherFailure.DatabaseMissing,
        "Neo.ClientError.Schema.ConstraintValidationFailed" => CypherFailure.ConstraintBroken,
        Transient + "Transaction.DeadlockDetected" => CypherFailure.Deadlock,
        MemoryPool or Transient + "General.OutOfMemoryError" or Transient + "General.StackOverFlowError"
            or Transient + "General.TransactionMemoryLimit" or "Neo.DatabaseError.General.DiskFull"
            => CypherFailure.OutOfRoom,
        "Neo.DatabaseError.Transaction.TransactionStartFailed" or "Neo.DatabaseError.Transaction.TransactionCommitFailed"
            or "Neo.DatabaseError.Transaction.TransactionLogError" => CypherFailure.Halted,
        BookmarkTimeout => CypherFailure.Busy,
        Statement + "ArithmeticError" => CypherFailure.Arithmetic,
        "Neo.ClientError.Request.Invalid" or "Neo.ClientError.Request.InvalidFormat" => CypherFailure.Protocol,
        _ when IsTimeout(code) => CypherFailure.TimedOut,
        _ when code.StartsWith(Security, StringComparison.Ordinal) => CypherFailure.Forbidden,
        _ when code.StartsWith(Statement, StringComparison.Ordinal) => CypherFailure.Statement,
        _ when code.StartsWith(Transient, StringComparison.Ordinal) => CypherFailure.Busy,
        _ => CypherFailure.Other,
    };

    // While it waits for a lock, the end of its time stops a transaction under another code. Older servers file these
    // among the transient errors.
    private static bool IsTimeout(string code) => code[(code.LastIndexOf('.') + 1)..]
        is "TransactionTimedOut" or "TransactionTimedOutClientConfiguration" or "LockClientStopped"
        or "LockAcquisitionTimeout";
}
