namespace RelationshipGraph.Indexing;

/// <summary>Values by successive numbers, added by one writer while others read what was there before.</summary>
internal sealed class GrowingTable<T>
    where T : struct
{
    private const int Shift = 14;
    private const int Mask = (1 << Shift) - 1;

    // Chunks never move, so a reader's number stays good whatever is added.
    private T[][] _chunks = [];

    public int Count { get; private set; }

    public ref readonly T this[int number] => ref _chunks[number >> Shift][number & Mask];

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
