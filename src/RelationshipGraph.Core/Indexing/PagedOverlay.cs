namespace RelationshipGraph.Indexing;

/// <summary>What replaces some entries of a snapshot; immutable. A changed copy shares all untouched pages.</summary>
internal sealed class PagedOverlay<T>
    where T : class
{
    public static readonly PagedOverlay<T> Empty = new([]);

    private const int Shift = 8;
    private const int Mask = (1 << Shift) - 1;

    private readonly T?[]?[] _pages;

    private PagedOverlay(T?[]?[] pages) => _pages = pages;

    /// <summary>The entry that replaces the snapshot's; null where nothing does.</summary>
    public T? this[int number]
    {
        get
        {
            var pages = _pages;
            var page = number >> Shift;
            return (uint)page < (uint)pages.Length && pages[page] is { } found ? found[number & Mask] : null;
        }
    }

    public PagedOverlay<T> With(IReadOnlyDictionary<int, T> changes)
    {
        if (changes.Count == 0)
        {
            return this;
        }

        var pages = new T?[]?[Math.Max(_pages.Length, (changes.Keys.Max() >> Shift) + 1)];
        _pages.CopyTo(pages, 0);
        foreach (var (number, value) in changes)
        {
            ref var page = ref pages[number >> Shift];
            if (page is null)
            {
                page = new T?[Mask + 1];
            }
            else if ((number >> Shift) < _pages.Length && ReferenceEquals(page, _pages[number >> Shift]))
            {
                page = [.. page];
            }

            page[number & Mask] = value;
        }

        return new PagedOverlay<T>(pages);
    }
}
