namespace RelationshipGraph.Storage.Neo4j.Transport;

/// <summary>
/// The wire to a Neo4j server or cluster, as the store sees it: narrow, so that another driver can be put behind it in one file.
/// </summary>
/// <remarks>
/// Safe for concurrent use. Failures are <see cref="CypherException"/>s: never a socket's or a parser's own. Every wait ends with
/// the token, at once for the caller; what the server still does is ended behind the caller's back.
/// </remarks>
internal interface ICypherTransport : IAsyncDisposable
{
    /// <summary>Makes sure that a server answers, lets us in and has the database.</summary>
    Task<CypherServer> ConnectAsync(CancellationToken ct);

    /// <summary>Runs statements in one transaction, sent in one write, and commits it.</summary>
    /// <remarks>
    /// If a statement fails, those behind it are not run and nothing of the transaction stays. A transaction that failed in a way
    /// that may pass (<see cref="CypherException.IsTransient"/>, and the outcome is known) is tried again within a bounded time;
    /// the steps are then made anew, so that what their rows were collected into begins empty. What was written here is seen by
    /// whatever is read here afterwards, in a cluster too.
    /// </remarks>
    /// <param name="access">Whether it writes; a read may go to a follower.</param>
    /// <param name="steps">Makes the statements of one try.</param>
    /// <param name="ct">Ends the wait; the transaction is then rolled back, unless its commit was under way.</param>
    Task RunAsync(CypherAccess access, Func<IReadOnlyList<CypherStep>> steps, CancellationToken ct);

    /// <summary>
    /// Runs one statement outside of any explicit transaction: schema changes, and those that make their own transactions.
    /// Not tried again.
    /// </summary>
    Task RunAloneAsync(CypherAccess access, CypherStep step, CancellationToken ct);

    /// <summary>
    /// Begins a transaction that is held open; it is for one caller at a time. For upkeep, never around user code.
    /// </summary>
    Task<ICypherTransaction> BeginAsync(CypherAccess access, CancellationToken ct);
}

/// <summary>A transaction held open. Disposing it without a commit rolls it back.</summary>
internal interface ICypherTransaction : IAsyncDisposable
{
    /// <summary>Runs statements in it, sent in one write. A failure ends the transaction.</summary>
    Task RunAsync(IReadOnlyList<CypherStep> steps, CancellationToken ct);

    /// <summary>Commits it.</summary>
    /// <exception cref="CypherException">It was not committed, or <see cref="CypherException.IsOutcomeUnknown"/>.</exception>
    Task CommitAsync(CancellationToken ct);
}

/// <summary>Whether a transaction writes.</summary>
internal enum CypherAccess : byte
{
    Read = 0,
    Write = 1,
}

/// <summary>The server that answered.</summary>
/// <param name="Agent">As in <c>Neo4j/5.26.24</c>.</param>
/// <param name="Protocol">The protocol's version, as in <c>5.8</c>.</param>
/// <param name="Database">The database in use.</param>
internal sealed record CypherServer(string Agent, string Protocol, string Database);
