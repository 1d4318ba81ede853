namespace RelationshipGraph.Indexing;

/// <summary>The ties at one person, wherever they lie: what everyone may see first, then the strongest first.</summary>
internal readonly struct TieRow
{
    private readonly Arc[] _arcs;
    private readonly int[] _people;
    private readonly int _start;
    private readonly int _count;

    /// <param name="arcs">Where they lie, sorted.</param>
    /// <param name="people">The other ends alone, at the same places.</param>
    /// <param name="start">The place of the first.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="publicCount">How many of them everyone may see.</param>
    /// <param name="scratch">Room for as many numbers.</param>
    private TieRow(Arc[] arcs, int[] people, int start, int count, int publicCount, Span<int> scratch)
    {
        (_arcs, _people, _start, _count, PublicCount) = (arcs, people, start, count, publicCount);
        IsPlain = IsPlainRow(PublicArcs, PublicPeople, scratch);
    }

    /// <summary>All of them.</summary>
    public ReadOnlySpan<Arc> Arcs => new(_arcs, _start, _count);

    /// <summary>Those that everyone may see.</summary>
    public ReadOnlySpan<Arc> PublicArcs => new(_arcs, _start, PublicCount);

    /// <summary>Those that not everyone may see.</summary>
    public ReadOnlySpan<Arc> OtherArcs => new(_arcs, _start + PublicCount, _count - PublicCount);

    /// <summary>The other ends of those that everyone may see, in their order: four bytes each.</summary>
    public ReadOnlySpan<int> PublicPeople => new(_people, _start, PublicCount);

    /// <summary>How many everyone may see.</summary>
    public int PublicCount { get; }

    /// <summary>Whether there are ties that not everyone may see.</summary>
    public bool HasOthers => PublicCount < _count;

    /// <summary>
    /// Whether every tie that everyone may see holds on all days, has some strength, and is the only one to its other end.
    /// </summary>
    public bool IsPlain { get; }

    /// <summary>The row of a person by itself.</summary>
    /// <param name="arcs">Sorted.</param>
    /// <param name="publicCount">How many of them everyone may see.</param>
    public static TieRow Of(Arc[] arcs, int publicCount)
    {
        var people = new int[arcs.Length];
        Fill(people, arcs);
        return new TieRow(arcs, people, 0, arcs.Length, publicCount, new int[publicCount]);
    }

    /// <summary>The rows of some people of a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="people">The other ends of its arcs, at the same places; filled for these people.</param>
    /// <param name="first">The first person.</param>
    /// <param name="rows">Their rows.</param>
    public static void Fill(Snapshot snapshot, int[] people, int first, Span<TieRow> rows)
    {
        var scratch = Array.Empty<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            var (start, end) = (snapshot.ArcStart[first + i], snapshot.ArcStart[first + i + 1]);
            Fill(people.AsSpan(start, end - start), snapshot.Arcs.AsSpan(start, end - start));
            if (scratch.Length < end - start)
            {
                scratch = new int[2 * (end - start)];
            }

            rows[i] = new TieRow(
                snapshot.Arcs, people, start, end - start, snapshot.PublicArcEnd[first + i] - start, scratch);
        }
    }

    private static void Fill(Span<int> people, ReadOnlySpan<Arc> arcs)
    {
        for (var i = 0; i < arcs.Length; i++)
        {
            people[i] = arcs[i].Person;
        }
    }

    private static bool IsPlainRow(ReadOnlySpan<Arc> arcs, ReadOnlySpan<int> people, Span<int> scratch)
    {
        foreach (ref readonly var arc in arcs)
        {
            if (arc.HasPeriod || arc.Cost >= HopCost.None)
            {
                return false;
            }
        }

        var sorted = scratch[..people.Length];
        people.CopyTo(sorted);
        sorted.Sort();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
