namespace RelationshipGraph.Hosting.Settings;

/// <summary>What one GraphQL request may cost. Each limit has an error code of its own.</summary>
/// <param name="BodyBytesMax">Bytes of the body, counted as they are read.</param>
/// <param name="TokensMax">Tokens of the document.</param>
/// <param name="AliasesMax">Aliased fields of the document.</param>
/// <param name="DepthMax">Levels of fields.</param>
/// <param name="CostMax">Values that the operation may read at most, by its page sizes.</param>
/// <param name="Time">How long the operation may take.</param>
/// <param name="DocumentsMax">Checked documents that are kept for the next time they are asked.</param>
public sealed record RequestLimits(
    int BodyBytesMax, int TokensMax, int AliasesMax, int DepthMax, int CostMax, TimeSpan Time, int DocumentsMax)
{
    /// <summary>What holds unless it is set otherwise.</summary>
    public static RequestLimits Default { get; } = new(
        BodyBytesMax: 1 << 20,
        TokensMax: 10_000,
        AliasesMax: 200,
        DepthMax: 20,
        CostMax: 100_000,
        Time: TimeSpan.FromSeconds(10),
        DocumentsMax: 1_000);

    internal static RequestLimits Read(SettingsReader reader)
    {
        var standard = Default;
        return new RequestLimits(
            (int)reader.Number("Requests:BodyBytesMax", standard.BodyBytesMax, 1_024, 64 << 20),
            (int)reader.Number("Requests:TokensMax", standard.TokensMax, 100, 1_000_000),
            (int)reader.Number("Requests:AliasesMax", standard.AliasesMax, 0, 100_000),
            (int)reader.Number("Requests:DepthMax", standard.DepthMax, 2, 100),
            (int)reader.Number("Requests:CostMax", standard.CostMax, 100, 100_000_000),
            TimeSpan.FromSeconds(reader.Number("Requests:SecondsMax", (long)standard.Time.TotalSeconds, 1, 3_600)),
            (int)reader.Number("Requests:DocumentsMax", standard.DocumentsMax, 0, 100_000));
    }
}
