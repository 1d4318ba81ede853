namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>What a server can make us hold at most: a broken or hostile one must not get us out of memory.</summary>
internal static class BoltLimits
{
    /// <summary>Bytes of one message.</summary>
    public const int MessageBytesMax = 128 << 20;

    /// <summary>Bytes of one chunk, by the protocol.</summary>
    public const int ChunkBytesMax = 65_535;

    /// <summary>How deep lists and maps may lie in each other.</summary>
    public const int DepthMax = 64;

    /// <summary>Versions that a server may offer.</summary>
    public const int OffersMax = 64;

    /// <summary>Bookmarks that are sent along.</summary>
    public const int BookmarksMax = 100;
}
