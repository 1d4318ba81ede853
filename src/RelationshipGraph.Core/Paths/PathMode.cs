namespace RelationshipGraph.Paths;

/// <summary>In what introduction paths are searched. The answers are the same wherever no limit is met.</summary>
public enum PathMode : byte
{
    /// <summary>In the whole graph, which is held in memory.</summary>
    Snapshot,

    /// <summary>In what surrounds the two ends, read from the store for each question.</summary>
    Surrounding,
}
