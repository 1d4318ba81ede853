namespace RelationshipGraph.Importing;

/// <summary>How much an import takes. Meeting one of these ends it before anything is written.</summary>
public sealed record ImportLimits
{
    /// <summary>Bytes of all files together, uncompressed.</summary>
    public long BytesMax { get; init; } = RelationshipGraph.Limits.ImportBytesMax;

    /// <summary>Lines of all files together.</summary>
    public long LinesMax { get; init; } = RelationshipGraph.Limits.ImportLinesMax;

    /// <summary>Bytes that one compressed byte may become, on average over a file.</summary>
    public int RatioMax { get; init; } = RelationshipGraph.Limits.ImportRatioMax;

    /// <summary>Bytes of one line.</summary>
    public int LineBytesMax { get; init; } = RelationshipGraph.Limits.ImportLineBytesMax;
}
