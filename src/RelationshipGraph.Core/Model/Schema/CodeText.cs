namespace RelationshipGraph.Model;

/// <summary>The words of a fixed set by the text that is stored for them.</summary>
public static class CodeText
{
    /// <summary>The word.</summary>
    /// <exception cref="KeyNotFoundException">It is none of the set.</exception>
    public static T Of<T>(string text)
        where T : struct, Enum => Words<T>.ByText[text];

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByText =
            Enum.GetValues<T>().ToDictionary(one => CodeNames.Upper(one.ToString()), StringComparer.Ordinal);
    }
}
