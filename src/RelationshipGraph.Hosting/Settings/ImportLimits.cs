namespace RelationshipGraph.Hosting.Settings;

/// <summary>What one upload of files may hold.</summary>
/// <param name="BodyBytesMax">Bytes as sent.</param>
/// <param name="UnpackedBytesMax">Bytes after unpacking.</param>
/// <param name="RatioMax">Unpacked bytes for each packed one; a packed file that grows faster is refused.</param>
/// <param name="RowsMax">Rows of all files together.</param>
public sealed record ImportLimits(long BodyBytesMax, long UnpackedBytesMax, int RatioMax, long RowsMax)
{
    /// <summary>What holds unless it is set otherwise.</summary>
    public static ImportLimits Default { get; } = new(
        BodyBytesMax: 256L << 20,
        UnpackedBytesMax: 4L << 30,
        RatioMax: 200,
        RowsMax: 20_000_000);

    internal static ImportLimits Read(SettingsReader reader)
    {
        var standard = Default;
        return new ImportLimits(
            reader.Number("Imports:BodyBytesMax", standard.BodyBytesMax, 1_024, 64L << 30),
            reader.Number("Imports:UnpackedBytesMax", standard.UnpackedBytesMax, 1_024, 1L << 40),
            (int)reader.Number("Imports:RatioMax", standard.RatioMax, 2, 10_000),
            reader.Number("Imports:RowsMax", standard.RowsMax, 1, 10_000_000_000));
    }
}
