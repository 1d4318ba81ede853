namespace RelationshipGraph.Indexing;

/// <summary>
/// What searches ask of every person they meet: the ties, what those cost at least, and whether a path may start there;
/// immutable. A changed copy shares all untouched pages, and a changed person is read as fast as any other.
/// </summary>
internal sealed class TieRows
{
    private const int Shift = 8;
    private const int PageSize = 1 << Shift;
    private const int Mask = PageSize - 1;

    private readonly TieRow[][] _rows;
    private readonly CostBounds[][] _bounds;

    // A bit each.
    private readonly ulong[] _starters;

    private TieRows(TieRow[][] rows, CostBounds[][] bounds, ulong[] starters) =>
        (_rows, _bounds, _starters) = (rows, bounds, starters);

    /// <summary>The ties at a person.</summary>
    public ref readonly TieRow this[int person] => ref _rows[person >> Shift][person & Mask];

    public static TieRows Of(Snapshot snapshot)
    {
        var count = (snapshot.PersonCount + Mask) >> Shift;
        var (rows, bounds, starters) = (new TieRow[count][], new CostBounds[count][], new ulong[WordsFor(count)]);
        var people = new int[snapshot.Arcs.Length];
        Parallel.For(0, count, page =>
        {
            var (first, size) = (page << Shift, Math.Min(PageSize, snapshot.PersonCount - (page << Shift)));
            rows[page] = new TieRow[PageSize];
            TieRow.Fill(snapshot, people, first, rows[page].AsSpan(0, size));
            bounds[page] = new CostBounds[PageSize];
            for (var i = 0; i < size; i++)
            {
                bounds[page][i] = snapshot.Bounds[first + i].Surely(rows[page][i].IsPlain);
            }
        });
        for (var employee = 0; employee < snapshot.EmployeeCount; employee++)
        {
            Set(starters, employee, snapshot.EmployeeActive[employee]);
        }

        return new TieRows(rows, bounds, starters);
    }

    /// <summary>What ties at a person cost at least.</summary>
    public CostBounds BoundsOf(int person) => _bounds[person >> Shift][person & Mask];

    /// <summary>Whether it is an employee who still works here.</summary>
    public bool MayStart(int person) => (_starters[person >> 6] & (1UL << (person & 63))) != 0;

    public TieRows With(IReadOnlyDictionary<int, PersonEntry> changes)
    {
        if (changes.Count == 0)
        {
            return this;
        }

        var count = Math.Max(_rows.Length, (changes.Keys.Max() >> Shift) + 1);
        var (rows, bounds, starters) = (new TieRow[count][], new CostBounds[count][], _starters);
        _rows.CopyTo(rows, 0);
        _bounds.CopyTo(bounds, 0);
        foreach (var (person, entry) in changes)
        {
            var row = TieRow.Of(entry.Arcs, entry.PublicArcs);
            Own(rows, _rows, person)[person & Mask] = row;
            Own(bounds, _bounds, person)[person & Mask] = entry.Bounds.Surely(row.IsPlain);
            starters = WithStarter(starters, count, person, entry.MayStart);
        }

        return new TieRows(rows, bounds, starters);
    }

    // A page of the copy that is not shared with what it was copied from.
    private static T[] Own<T>(T[][] pages, T[][] from, int person)
    {
        ref var page = ref pages[person >> Shift];
        if (page is null)
        {
            page = new T[PageSize];
        }
        else if (person >> Shift < from.Length && ReferenceEquals(page, from[person >> Shift]))
        {
            page = [.. page];
        }

        return page;
    }

    private ulong[] WithStarter(ulong[] starters, int pages, int person, bool mayStart)
    {
        var isKnown = person >> 6 < starters.Length;
        if (isKnown && mayStart == ((starters[person >> 6] & (1UL << (person & 63))) != 0))
        {
            return starters;
        }

        if (ReferenceEquals(starters, _starters) || !isKnown)
        {
            var copy = new ulong[WordsFor(pages)];
            starters.CopyTo(copy, 0);
            starters = copy;
        }

        Set(starters, person, mayStart);
        return starters;
    }

    private static int WordsFor(int pages) => pages << (Shift - 6);

    private static void Set(ulong[] starters, int person, bool mayStart)
    {
        var bit = 1UL << (person & 63);
        starters[person >> 6] = mayStart ? starters[person >> 6] | bit : starters[person >> 6] & ~bit;
    }
}
