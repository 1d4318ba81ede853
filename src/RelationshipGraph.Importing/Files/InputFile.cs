using System.IO.Compression;

namespace RelationshipGraph.Importing.Files;

/// <summary>A file that was measured: what is in it may be read now.</summary>
/// <param name="File">The file.</param>
/// <param name="IsCompressed">Whether it is a gzip file, whatever it is called.</param>
/// <param name="Bytes">Its length, uncompressed.</param>
internal sealed record InputFile(ImportFile File, bool IsCompressed, long Bytes)
{
    public string Name => File.Name;

    /// <summary>The name without the endings that say how it is packed and written: <c>persons</c>.</summary>
    public string Stem
    {
        get
        {
            var name = WithoutPacking;
            var dot = name.LastIndexOf('.');
            return (dot > 0 ? name[..dot] : name).ToLowerInvariant();
        }
    }

    /// <summary>How it is written, by its name: <c>csv</c>; empty where the name does not say.</summary>
    public string Ending => Path.GetExtension(WithoutPacking).TrimStart('.').ToLowerInvariant();

    private string WithoutPacking => Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Name[..^3] : Name;

    /// <summary>What is in it, uncompressed, from the beginning.</summary>
    public CountedStream Open()
    {
        var stream = File.Open();
        return new CountedStream(IsCompressed ? new GZipStream(stream, CompressionMode.Decompress) : stream);
    }
}
