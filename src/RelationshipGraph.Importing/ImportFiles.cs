using RelationshipGraph.Importing.Tables;

namespace RelationshipGraph.Importing;

/// <summary>One file that comes in.</summary>
/// <param name="Name">Its name without a folder; what refusals call it.</param>
/// <param name="Open">
/// Opens it from its beginning. Called several times: an upload is kept somewhere until the import has ended.
/// </param>
public sealed record ImportFile(string Name, Func<Stream> Open);

/// <summary>The files of one import, from a folder or from an upload; whatever reads them knows no paths.</summary>
/// <param name="Name">What the records' source is called when neither the caller nor the set says: the folder's name.</param>
/// <param name="Files">In any order; read by name.</param>
public sealed record ImportFiles(string Name, IReadOnlyList<ImportFile> Files)
{
    /// <summary>The names of files that can be imported, for a sentence.</summary>
    public static string KnownNames => TableKind.AllNames;

    /// <summary>
    /// The files of a folder, not of those below it; or one file, with the <c>dataset.json</c> beside it if there is one.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is neither a file nor a folder of that name.</exception>
    public static ImportFiles From(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            return new ImportFiles(
                new DirectoryInfo(full).Name,
                [.. Directory.EnumerateFiles(full).Order(StringComparer.Ordinal).Select(Of)]);
        }

        if (!File.Exists(full))
        {
            throw new FileNotFoundException("There is no such file or folder.", path);
        }

        var folder = Path.GetDirectoryName(full)!;
        var card = Path.Combine(folder, SetCard.FileName);
        return new ImportFiles(
            new DirectoryInfo(folder).Name,
            File.Exists(card) && card != full ? [Of(full), Of(card)] : [Of(full)]);
    }

    private static ImportFile Of(string path) => new(Path.GetFileName(path), () => File.OpenRead(path));
}
