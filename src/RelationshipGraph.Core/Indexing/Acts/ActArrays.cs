namespace RelationshipGraph.Indexing;

/// <summary>Contacts laid out by strand, and strands by person; never changed.</summary>
/// <param name="Start">Where the rows of each strand begin; one more than there are strands.</param>
/// <param name="Rows">By strand, then by time.</param>
/// <param name="PersonStart">Where the strands of each person begin; one more than there are people.</param>
/// <param name="PersonStrands">The strands of each person.</param>
/// <param name="Ids">The interactions, ascending.</param>
/// <param name="IdStrands">The strand of each of them.</param>
internal sealed record ActArrays(
    int[] Start, ActRow[] Rows, int[] PersonStart, int[] PersonStrands, long[] Ids, int[] IdStrands)
{
    public static readonly ActArrays Empty = new([0], [], [0], [], [], []);

    public int StrandCount => Start.Length - 1;

    public ReadOnlySpan<ActRow> RowsOf(int strand) =>
        strand < StrandCount ? Rows.AsSpan(Start[strand]..Start[strand + 1]) : [];

    /// <summary>Where a person's strands begin; those of one without any begin and end at one place.</summary>
    public int FirstOf(int person) => PersonStart[Math.Min(person, PersonStart.Length - 1)];

    public int StrandAt(int place) => PersonStrands[place];

    /// <summary>The strand of an interaction; null where it is none of these.</summary>
    public int? StrandOf(long interaction)
    {
        var place = Array.BinarySearch(Ids, interaction);
        return place >= 0 ? IdStrands[place] : null;
    }

    /// <summary>Lays out contacts.</summary>
    /// <param name="strands">All strands.</param>
    /// <param name="rows">Contacts in any order.</param>
    /// <param name="rowStrands">The strand of each of them.</param>
    public static ActArrays Of(GrowingTable<Strand> strands, IReadOnlyList<ActRow> rows, IReadOnlyList<int> rowStrands)
    {
        var (start, sorted) = ByStrand(strands.Count, rows, rowStrands);
        var (personStart, personStrands) = ByPerson(strands);
        var (ids, idStrands) = ById(strands, rows, rowStrands);
        return new ActArrays(start, sorted, personStart, personStrands, ids, idStrands);
    }

    private static (int[] Start, ActRow[] Rows) ByStrand(
        int strandCount, IReadOnlyList<ActRow> rows, IReadOnlyList<int> rowStrands)
    {
        var start = new int[strandCount + 1];
        for (var i = 0; i < rowStrands.Count; i++)
        {
            start[rowStrands[i] + 1]++;
        }

        var next = SnapshotBuilder.SumUp(start);
        var sorted = new ActRow[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            sorted[next[rowStrands[i]]++] = rows[i];
        }

        Parallel.For(0, strandCount, strand => sorted.AsSpan(start[strand]..start[strand + 1]).Sort());
        return (start, sorted);
    }

    private static (int[] Start, int[] Strands) ByPerson(GrowingTable<Strand> strands)
    {
        var people = 0;
        for (var i = 0; i < strands.Count; i++)
        {
            people = Math.Max(people, strands[i].B + 1);
        }

        var start = new int[people + 1];
        for (var i = 0; i < strands.Count; i++)
        {
            start[strands[i].A + 1]++;
            start[strands[i].B + 1]++;
        }

        var next = SnapshotBuilder.SumUp(start);
        var sorted = new int[strands.Count * 2];
        for (var i = 0; i < strands.Count; i++)
        {
            sorted[next[strands[i].A]++] = i;
            sorted[next[strands[i].B]++] = i;
        }

        return (start, sorted);
    }

    // A meeting has rows on many strands and is found by who attended it.
    private static (long[] Ids, int[] Strands) ById(
        GrowingTable<Strand> strands, IReadOnlyList<ActRow> rows, IReadOnlyList<int> rowStrands)
    {
        var own = Enumerable.Range(0, rows.Count).Where(row => strands[rowStrands[row]].Source != Strand.Meetings).ToArray();
        var (ids, idStrands) = (new long[own.Length], new int[own.Length]);
        for (var i = 0; i < own.Length; i++)
        {
            (ids[i], idStrands[i]) = (rows[own[i]].Id, rowStrands[own[i]]);
        }

        Array.Sort(ids, idStrands);
        return (ids, idStrands);
    }
}
