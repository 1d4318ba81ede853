namespace RelationshipGraph.Benchmarks.Engine;

/// <summary>What the benchmark's protocol asks of an engine.</summary>
internal interface IBenchEngine : IAsyncDisposable
{
    /// <summary>Loads the benchmark's files; the answer is sent as JSON.</summary>
    Task<object> LoadAsync(string data, string work, CancellationToken ct);

    /// <summary>The workload as a function from its parameters to the answer; null where it cannot be asked.</summary>
    Func<string[], ValueTask<string>>? QueryOf(string workload);

    /// <summary>An answer with the benchmark's numbers in place of ids: what the asker does not wait for.</summary>
    string InNumbers(string answer);

    /// <summary>Writes a tie so that it lasts, asks for the way over it, and takes it away again.</summary>
    /// <returns>The answer, and how long the writing and the asking took.</returns>
    Task<(string Answer, TimeSpan Write, TimeSpan Read)> WriteAsync(string[] set, CancellationToken ct);
}
