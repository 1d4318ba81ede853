using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Settings;

/// <summary>Reads the web origins that may call the API.</summary>
internal static class OriginReader
{
    /// <summary>The origins as a browser sends them; empty where none is set.</summary>
    public static ValueList<string> Read(SettingsReader reader)
    {
        var origins = new List<string>();
        foreach (var text in reader.Texts("Cors:Origins"))
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
                && uri.GetLeftPart(UriPartial.Authority).Equals(text.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            {
                origins.Add(uri.GetLeftPart(UriPartial.Authority));
            }
            else
            {
                reader.Refuse("Cors:Origins",
                    "must be a list of origins with commas between them, each as https://host or https://host:port; no *.");
            }
        }

        return ValueList.From(origins.Distinct(StringComparer.Ordinal));
    }
}
