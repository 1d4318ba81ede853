namespace RelationshipGraph.Model;

/// <summary>The words of a fixed set by the text that is stored for them.</summary>
public static class CodeText<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByText =
        Enum.GetValues<T>().ToDictionary(one => CodeNames.Upper(one.ToString()), StringComparer.Ordinal);

    /// <summary>The word.</summary>
    /// <exception cref="KeyNotFoundException">It is none of the set.</exception>
    public static T Of(string text) => ByText[text];
}
