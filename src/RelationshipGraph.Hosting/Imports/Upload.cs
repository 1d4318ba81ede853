using System.Globalization;
using RelationshipGraph.Importing;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Hosting.Imports;

/// <summary>
/// Files that came in and wait to be imported: in a folder of their own that only this user reads, removed at the end.
/// </summary>
public sealed class Upload : IDisposable
{
    private const int BufferBytes = 1 << 16;
    private const int NameLengthMax = 200;
    private const int FilesMax = 100;

    private readonly List<ImportFile> _files = [];
    private readonly string _folder;
    private readonly long _bytesMax;
    private long _bytes;

    private Upload(string folder, long bytesMax)
    {
        _folder = folder;
        _bytesMax = bytesMax;
    }

    /// <summary>Files so far.</summary>
    public int Count => _files.Count;

    /// <summary>Begins an upload.</summary>
    /// <param name="bytesMax">Bytes of all files together, as they come in.</param>
    public static Upload Begin(long bytesMax) =>
        new(Directory.CreateTempSubdirectory("relationshipgraph-import-").FullName, bytesMax);

    /// <summary>Keeps one file.</summary>
    /// <param name="name">
    /// What its sender calls it. Only the part after the last slash counts, and it names nothing on disk.
    /// </param>
    /// <param name="content">Read to its end.</param>
    /// <param name="ct">Ends the upload.</param>
    /// <returns>Why it was not kept; null where it was.</returns>
    public async Task<Problem?> AddAsync(string name, Stream content, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        name = name.Split('/', '\\')[^1].Trim();
        if (name.Length is 0 or > NameLengthMax || _files.Exists(f => f.Name == name))
        {
            return Problem.Of(ProblemCode.BadRequest, string.Empty, ("reason", "every file has a name of its own"));
        }

        if (_files.Count >= FilesMax)
        {
            return Problem.Of(ProblemCode.TooMany, "files", ("max", FilesMax.ToString(CultureInfo.InvariantCulture)));
        }

        var path = Path.Combine(_folder, _files.Count.ToString(CultureInfo.InvariantCulture));
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[BufferBytes];
        int length;
        while ((length = await content.ReadAsync(buffer, ct)) > 0)
        {
            _bytes += length;
            if (_bytes > _bytesMax)
            {
                return Problem.Of(
                    ProblemCode.BodyTooLarge, string.Empty, ("max", _bytesMax.ToString(CultureInfo.InvariantCulture)));
            }

            await file.WriteAsync(buffer.AsMemory(0, length), ct);
        }

        _files.Add(new ImportFile(name, () => File.OpenRead(path)));
        return null;
    }

    /// <summary>What was kept, for an import.</summary>
    /// <param name="name">What the records' source is called when neither the caller nor the set says.</param>
    public ImportFiles ToFiles(string name) => new(name, _files);

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // The system empties its folder for temporary files itself.
        }
    }
}
