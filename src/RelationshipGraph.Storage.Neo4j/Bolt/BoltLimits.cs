namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>How much a server may make us hold. Checked before anything is allocated.</summary>
internal static class BoltLimits
{
    /// <summary>
    /// Of the buffers for what is read and written; they go back to it after a larger message. A chunk and its headers fit in.
    /// </summary>
    public const int BufferBytes = (64 * 1024) + 64;

    /// <summary>The most that one chunk holds, by its two-byte length.</summary>
    public const int ChunkBytesMax = 65_535;

    /// <summary>One message, such as a row with all its values.</summary>
    public const int MessageBytesMax = 64 * 1024 * 1024;

    /// <summary>Entries of one list or map.</summary>
    public const int EntriesMax = 4 * 1024 * 1024;

    /// <summary>Lists and maps within each other.</summary>
    public const int DepthMax = 64;

    /// <summary>Characters of a server's error text that are kept.</summary>
    public const int ErrorTextMax = 2_000;

    /// <summary>Addresses in one routing table.</summary>
    public const int MembersMax = 1_000;

    /// <summary>Ranges of versions in a handshake.</summary>
    public const int VersionRangesMax = 64;
}
