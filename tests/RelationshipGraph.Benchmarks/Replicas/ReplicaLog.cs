using System.Collections.Concurrent;

namespace RelationshipGraph.Benchmarks.Replicas;

/// <summary>What writers were told, to be held against what is there in the end.</summary>
internal sealed class ReplicaLog
{
    private static readonly string[] Internals = ["Cypher", "MATCH", "Exception", "Neo.", " at RelationshipGraph", "bolt:"];

    /// <summary>The ids of the contacts that were acknowledged.</summary>
    public ConcurrentBag<string> Contacts { get; } = [];

    /// <summary>How often an update of each shared company was acknowledged.</summary>
    public ConcurrentDictionary<string, int> Updates { get; } = new();

    /// <summary>What a writer was told that it must not have been told, and other findings.</summary>
    public ConcurrentBag<string> Findings { get; } = [];

    /// <summary>How often each passing failure was told.</summary>
    public ConcurrentDictionary<string, int> Failures { get; } = new();

    private int _conflicts;

    /// <summary>How often an update was refused because another one came first.</summary>
    public int Conflicts => _conflicts;

    public void Conflict() => Interlocked.Increment(ref _conflicts);

    public void Updated(string company) => Updates.AddOrUpdate(company, 1, (_, count) => count + 1);

    /// <summary>Notes a failure that is said to pass; its sentence may tell nothing of the inside.</summary>
    public void Failed(string code, string message)
    {
        Failures.AddOrUpdate(code, 1, (_, count) => count + 1);
        if (message.Length == 0 || Internals.Any(part => message.Contains(part, StringComparison.Ordinal)))
        {
            Findings.Add($"{code} says: {message}");
        }
    }
}
