using System.Collections.Concurrent;

namespace RelationshipGraph.Storage.Sqlite.Schema;

/// <summary>The sources that are committed. They are never renamed and never removed.</summary>
internal sealed class SourceNames
{
    public ConcurrentDictionary<long, string> ByNumber { get; } = new();

    public ConcurrentDictionary<string, long> ByName { get; } = new(StringComparer.Ordinal);
}
