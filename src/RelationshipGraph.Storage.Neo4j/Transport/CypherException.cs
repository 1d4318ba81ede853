namespace RelationshipGraph.Storage.Neo4j.Transport;

/// <summary>
/// The server refused or failed, or could not be reached. Never leaves the store: it is turned into the store's own.
/// </summary>
/// <param name="cause">What it was.</param>
/// <param name="code">The server's own code, such as <c>Neo.ClientError.Schema.ConstraintValidationFailed</c>; empty where no
/// server said so.</param>
/// <param name="message">For logs at debug level only: the server's text may hold stored values.</param>
/// <param name="inner">What it came from.</param>
internal sealed class CypherException(CypherFailure cause, string code, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public CypherFailure Cause { get; } = cause;

    public string Code { get; } = code;

    /// <summary>Whether the same call may succeed later. One retry loop reads it.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether the commit was under way when the connection went, so that it may have been done.</summary>
    public bool IsOutcomeUnknown { get; init; }

    /// <summary>Whether what was sent may be to blame, and not the server, the way to it or who else writes.</summary>
    public bool MayBeOfOneCommit => !IsTransient && !IsOutcomeUnknown && Cause is CypherFailure.ConstraintBroken
        or CypherFailure.OutOfRoom or CypherFailure.Arithmetic or CypherFailure.Statement or CypherFailure.Protocol
        or CypherFailure.TimedOut or CypherFailure.Other;

    /// <summary>The place of the statement that failed among the steps; -1 where it was none.</summary>
    public int Step { get; init; } = -1;
}

/// <summary>What went wrong on the wire or at the server.</summary>
internal enum CypherFailure : byte
{
    /// <summary>No answer: no server there, the connection broke, or it was silent for too long.</summary>
    Unreachable,

    /// <summary>Something answered that does not speak the protocol, such as a web server or a TLS port.</summary>
    NotBolt,

    /// <summary>The server speaks only versions of the protocol that we do not.</summary>
    TooOld,

    /// <summary>The server does not speak TLS, or not as we do.</summary>
    Tls,

    /// <summary>Nothing here trusts the server's certificate, or its time is over.</summary>
    Untrusted,

    /// <summary>The server's certificate is for another host name.</summary>
    OtherHost,

    /// <summary>User or password are wrong, expired, or may not do this.</summary>
    Forbidden,

    /// <summary>The database is not there.</summary>
    DatabaseMissing,

    /// <summary>The member of the cluster cannot write just now.</summary>
    NotLeader,

    /// <summary>The server may only be read.</summary>
    ReadOnly,

    /// <summary>A uniqueness constraint was met.</summary>
    ConstraintBroken,

    /// <summary>Two transactions waited for each other and this one gave way.</summary>
    Deadlock,

    /// <summary>It took longer than allowed, in the server or here.</summary>
    TimedOut,

    /// <summary>The server has no memory or no room on its disk for it.</summary>
    OutOfRoom,

    /// <summary>The server takes no transaction until it is restarted, as after a write that found the disk full.</summary>
    Halted,

    /// <summary>The server is starting, stopping or too busy.</summary>
    Busy,

    /// <summary>A value or an arithmetic check was refused; the store uses it for version checks.</summary>
    Arithmetic,

    /// <summary>The statement is wrong: our mistake.</summary>
    Statement,

    /// <summary>The bytes on the wire make no sense, or are larger than allowed.</summary>
    Protocol,

    /// <summary>Anything else.</summary>
    Other,
}
