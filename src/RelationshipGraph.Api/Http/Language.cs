namespace RelationshipGraph.Api.Http;

/// <summary>In which language a caller reads sentences.</summary>
internal static class Language
{
    /// <summary>Whether Danish comes before English among the languages the caller accepts.</summary>
    public static bool IsDanish(HttpRequest request)
    {
        foreach (var language in request.GetTypedHeaders().AcceptLanguage.Where(l => l.Quality is not 0)
            .OrderByDescending(l => l.Quality ?? 1))
        {
            if (Is(language.Value, "da"))
            {
                return true;
            }

            if (Is(language.Value, "en"))
            {
                return false;
            }
        }

        return false;
    }

    // A tag alone or with a region: da, da-DK.
    private static bool Is(Microsoft.Extensions.Primitives.StringSegment tag, string language) =>
        tag.StartsWith(language, StringComparison.OrdinalIgnoreCase)
        && (tag.Length == language.Length || tag[language.Length] == '-');
}
