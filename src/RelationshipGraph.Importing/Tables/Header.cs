using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Tables;

/// <summary>The columns of a file by name. Remembers which were asked for.</summary>
internal sealed class Header(IReadOnlyList<string> names)
{
    private readonly bool[] _taken = new bool[names.Count];

    /// <summary>The columns that nobody asked for.</summary>
    public IEnumerable<string> Unused => names.Where((name, i) => !_taken[i] && name.Length > 0);

    /// <summary>The column that stands twice, as a problem.</summary>
    public Problem? Repeated => names
        .Where(name => name.Length > 0)
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(same => same.Skip(1).Any())
        .Select(same => Problem.Of(ProblemCode.ColumnRepeated, same.Key, ("column", same.Key)))
        .FirstOrDefault();

    public bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>The first of these columns that the file has.</summary>
    public Column Find(params ReadOnlySpan<string> wanted)
    {
        foreach (var name in wanted)
        {
            if (IndexOf(name) is >= 0 and var index)
            {
                _taken[index] = true;
                return new Column(index, names[index]);
            }
        }

        return Column.None;
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
