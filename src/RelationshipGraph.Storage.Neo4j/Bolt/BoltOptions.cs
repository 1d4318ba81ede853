namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>How the client behaves. The defaults suit a server in the same network.</summary>
internal sealed record BoltOptions
{
    /// <summary>The database; null: the user's own.</summary>
    public string? Database { get; init; }

    /// <summary>Connections to one server at most.</summary>
    public int ConnectionsMax { get; init; } = 50;

    /// <summary>How long a caller waits for a free connection.</summary>
    public TimeSpan AcquireTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection may take to come up.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A connection is not used longer than this, give or take a tenth.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A connection that was idle for longer is asked whether it is still there.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long that question may take.</summary>
    public TimeSpan ProbeTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the server may be silent; it says more often that it still works.</summary>
    public TimeSpan SilenceTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long a transaction may take in the server.</summary>
    public TimeSpan TransactionTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a statement outside of transactions may take in the server.</summary>
    public TimeSpan AloneTime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a transaction is tried again.</summary>
    public TimeSpan RetryTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a cancelled query may take to give its connection back.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(10);
}
