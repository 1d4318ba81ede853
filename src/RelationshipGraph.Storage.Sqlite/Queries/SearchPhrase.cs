namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>Words as the full-text index asks for them.</summary>
internal static class SearchPhrase
{
    /// <summary>Every word, the last one as a beginning if it is long enough. Folded words are letters and digits only.</summary>
    public static string Of(IReadOnlyList<string> words)
    {
        var quoted = words.Select((word, at) =>
            at == words.Count - 1 && word.Length >= Limits.SearchPrefixMin ? $"\"{word}\"*" : $"\"{word}\"");
        return string.Join(' ', quoted);
    }
}
