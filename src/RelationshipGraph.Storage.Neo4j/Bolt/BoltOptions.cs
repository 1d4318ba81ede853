namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>How the server is used. All times are positive; every value is checked when it is set.</summary>
internal sealed record BoltOptions
{
    /// <summary>The database; null for the one that is the user's own.</summary>
    public string? Database { get; init; }

    /// <summary>How we name ourselves to the server.</summary>
    public string UserAgent { get; init => field = NotEmpty(value); } = "RelationshipGraph/1.0";

    /// <summary>Connections to one member of the cluster. 1 to 10,000; 100.</summary>
    public int MaxConnectionPoolSize { get; init => field = Within(value, 1, 10_000); } = 100;

    /// <summary>The wait for a connection, the opening of one included. 60 seconds.</summary>
    public TimeSpan ConnectionAcquisitionTimeout { get; init => field = Positive(value); } = TimeSpan.FromSeconds(60);

    /// <summary>The opening of a connection, with TLS and login. 30 seconds.</summary>
    public TimeSpan ConnectionTimeout { get; init => field = Positive(value); } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// After this a connection is replaced, up to a tenth sooner or later so that not all go at once. One hour.
    /// </summary>
    public TimeSpan MaxConnectionLifetime { get; init => field = Positive(value); } = TimeSpan.FromHours(1);

    /// <summary>A connection that was idle for longer is tried before it is used. 30 seconds.</summary>
    public TimeSpan ConnectionLivenessThreshold { get; init => field = NotNegative(value); } = TimeSpan.FromSeconds(30);

    /// <summary>The answer of a connection that is tried; otherwise it is replaced. 2 seconds.</summary>
    public TimeSpan LivenessTimeout { get; init => field = Positive(value); } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// What the server still does for a caller who has gone is ended within this, or the connection is. 10 seconds.
    /// </summary>
    public TimeSpan ResetTimeout { get; init => field = Positive(value); } = TimeSpan.FromSeconds(10);

    /// <summary>A silence of the server while it owes an answer, where it does not name a time itself. 60 seconds.</summary>
    public TimeSpan ReceiveTimeout { get; init => field = Positive(value); } = TimeSpan.FromSeconds(60);

    /// <summary>How long a transaction is tried again. The last try may end after it. 30 seconds.</summary>
    public TimeSpan MaxTransactionRetryTime { get; init => field = NotNegative(value); } = TimeSpan.FromSeconds(30);

    /// <summary>The server ends a transaction that takes longer. 30 seconds.</summary>
    public TimeSpan TransactionTimeout { get; init => field = Positive(value); } = TimeSpan.FromSeconds(30);

    /// <summary>The same for statements that run alone and for transactions held open: upkeep. 10 minutes.</summary>
    public TimeSpan UpkeepTimeout { get; init => field = Positive(value); } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The rows asked for at first, where a statement is the only one; then twice as many each time, up to sixteen times.
    /// 1 to 1,000,000; 1,000.
    /// </summary>
    public int FetchSize { get; init => field = Within(value, 1, 1_000_000); } = 1_000;

    private static TimeSpan Positive(TimeSpan value) => value > TimeSpan.Zero && value <= TimeSpan.FromDays(1)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A time is longer than nothing and at most a day.");

    private static TimeSpan NotNegative(TimeSpan value) => value == TimeSpan.Zero ? value : Positive(value);

    private static int Within(int value, int min, int max) => value >= min && value <= max
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"The value is from {min} to {max}.");

    private static string NotEmpty(string value) => !string.IsNullOrWhiteSpace(value)
        ? value
        : throw new ArgumentException("A name is not empty.", nameof(value));
}
