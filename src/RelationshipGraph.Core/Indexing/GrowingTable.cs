namespace RelationshipGraph.Indexing;

/// <summary>Values by successive numbers, added by one writer while others read what was there before.</summary>
internal sealed class GrowingTable<T>
    where T : struct
{
    private const int Shift = 14;
    private const int Mask = (1 << Shift) - 1;

    /// <summary>Values of a chunk.</summary>
    public const int ChunkSize = 1 << Shift;

    // Chunks never move, so a reader's number stays good whatever is added.
    private T[][] _chunks = [];

    public int Count { get; private set; }

    public ref readonly T this[int number] => ref _chunks[number >> Shift][number & Mask];

    /// <summary>The values of a chunk, as far as there are any.</summary>
    public ReadOnlySpan<T> Chunk(int chunk) => _chunks[chunk].AsSpan(0, Math.Min(ChunkSize, Count - (chunk << Shift)));

    /// <summary>Makes so many values in an empty table, a chunk at a time.</summary>
    /// <param name="count">The values.</param>
    /// <param name="fill">Fills the next of them.</param>
    public void Fill(int count, FillSpan<T> fill)
    {
        _chunks = new T[(count + Mask) >> Shift][];
        for (var chunk = 0; chunk < _chunks.Length; chunk++)
        {
            _chunks[chunk] = new T[ChunkSize];
            fill(_chunks[chunk].AsSpan(0, Math.Min(ChunkSize, count - (chunk << Shift))));
        }

        Count = count;
    }

    /// <summary>Adds a value and returns its number.</summary>
    public int Add(in T value)
    {
        var number = Count;
        if (number >> Shift == _chunks.Length)
        {
            var chunks = new T[Math.Max(4, _chunks.Length + (_chunks.Length >> 1))][];
            _chunks.CopyTo(chunks, 0);
            for (var i = _chunks.Length; i < chunks.Length; i++)
            {
                chunks[i] = [];
            }

            Volatile.Write(ref _chunks, chunks);
        }

        ref var chunk = ref _chunks[number >> Shift];
        if (chunk.Length == 0)
        {
            chunk = new T[1 << Shift];
        }

        chunk[number & Mask] = value;
        Count++;
        return number;
    }
}

/// <summary>Fills all of a span.</summary>
internal delegate void FillSpan<T>(Span<T> values);
