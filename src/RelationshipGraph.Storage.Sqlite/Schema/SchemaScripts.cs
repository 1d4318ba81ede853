using System.Globalization;
using System.Reflection;

namespace RelationshipGraph.Storage.Sqlite.Schema;

/// <summary>The scripts that make a store and bring older ones forward, in their order. Script n makes version n.</summary>
internal static class SchemaScripts
{
    /// <summary>Written into every store of ours: "RGph".</summary>
    public const int ApplicationId = 0x52477068;

    /// <summary>The scripts that this program knows; the last one's number is the version it works with.</summary>
    public static IReadOnlyList<string> Known { get; } = Load();

    private static List<string> Load()
    {
        var assembly = typeof(SchemaScripts).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            var number = int.Parse(names[i].AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
            if (number != i + 1)
            {
                throw new InvalidOperationException($"The schema scripts are not numbered without gaps: {names[i]}.");
            }
        }

        return [.. names.Select(name => TextOf(assembly, name))];
    }

    private static string TextOf(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
