using System.IO.Compression;
using System.Text;

namespace RelationshipGraph.Tests.Importing;

/// <summary>A slow CSV reader of a page's length, to count by other means than the importer does.</summary>
internal static class PlainCsv
{
    /// <summary>The rows of a table of a set, by column; none where the set does not have the table.</summary>
    public static List<Dictionary<string, string>> Read(string folder, string table)
    {
        var path = Path.Combine(folder, table + ".csv");
        if (File.Exists(path))
        {
            return Parse(File.ReadAllText(path, Encoding.UTF8));
        }

        if (!File.Exists(path + ".gz"))
        {
            return [];
        }

        using var zip = new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.UTF8);
        return Parse(reader.ReadToEnd());
    }

    private static List<Dictionary<string, string>> Parse(string text)
    {
        List<List<string>> rows = [[]];
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (isQuoted && letter == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && letter is ',' or '\n')
            {
                rows[^1].Add(field.ToString());
                field.Clear();
                if (letter == '\n')
                {
                    rows.Add([]);
                }
            }
            else
            {
                field.Append(letter);
            }
        }

        var header = rows[0];
        return [.. rows.Skip(1)
            .Where(row => row.Count == header.Count)
            .Select(row => header.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
