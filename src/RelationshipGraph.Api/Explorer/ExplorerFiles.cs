using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace RelationshipGraph.Api.Explorer;

/// <summary>The files of the query page, carried inside the program.</summary>
internal static class ExplorerFiles
{
    private const string Prefix = "Explorer/";

    private static readonly FrozenDictionary<string, byte[]> Files = ReadAll();

    /// <summary>Changes whenever one of them does.</summary>
    public static string Version { get; } = VersionOf(Files);

    /// <summary>The page before its words are put in.</summary>
    public static string Page { get; } = Encoding.UTF8.GetString(Files["page.html"]);

    /// <summary>A script or style sheet; null where there is none of that name.</summary>
    public static (byte[] Bytes, string MediaType)? Find(string name) =>
        MediaTypeOf(name) is { } type && Files.TryGetValue(name, out var bytes) ? (bytes, type) : null;

    private static string? MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        _ => null,
    };

    private static FrozenDictionary<string, byte[]> ReadAll()
    {
        var assembly = typeof(ExplorerFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return bytes;
            });
    }

    private static string VersionOf(IReadOnlyDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
