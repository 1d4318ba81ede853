using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Writing;

/// <summary>Which relationships the files have named so far: a second row for one of them is refused.</summary>
/// <remarks>
/// Keeps a 64-bit mark of each key, in about twice its room. That two of ten million keys share one has a chance below one in
/// three hundred thousand; the later row would then be refused as a repetition.
/// </remarks>
internal sealed class SeenKeys
{
    private const int PartBits = 8;
    private const int PartLengthMin = 64;

    // Many small tables instead of a large one: growing one of them needs little room beside it.
    private readonly ulong[]?[] _parts = new ulong[1 << PartBits][];
    private readonly int[] _counts = new int[1 << PartBits];

    /// <summary>Notes a key; false where it was noted before.</summary>
    public bool Add(in NaturalKey key)
    {
        // Zero marks a free place.
        var mark = Math.Max(1, MarkOf(key));
        var part = (int)(mark >> (64 - PartBits));
        var places = _parts[part] ??= new ulong[PartLengthMin];
        if (!TryPut(places, mark))
        {
            return false;
        }

        // Kept at most two thirds full, so that a search ends soon.
        if (++_counts[part] * 3 > places.Length * 2)
        {
            var wider = new ulong[places.Length * 2];
            foreach (var kept in places)
            {
                if (kept != 0)
                {
                    TryPut(wider, kept);
                }
            }

            _parts[part] = wider;
        }

        return true;
    }

    public void Clear()
    {
        Array.Clear(_parts);
        Array.Clear(_counts);
    }

    private static bool TryPut(ulong[] places, ulong mark)
    {
        for (var i = (int)(mark & (uint)(places.Length - 1)); ; i = (i + 1) & (places.Length - 1))
        {
            if (places[i] == 0)
            {
                places[i] = mark;
                return true;
            }

            if (places[i] == mark)
            {
                return false;
            }
        }
    }

    private static ulong MarkOf(in NaturalKey key)
    {
        var mark = Mix((ulong)key.Kind ^ 0x9E3779B97F4A7C15);
        mark = Mix(mark ^ (ulong)key.FromId.Value);
        mark = Mix(mark ^ (ulong)key.ToId.Value);
        foreach (var letter in key.Local)
        {
            mark = Mix(mark ^ letter);
        }

        return mark;
    }

    // The finaliser of SplitMix64: every bit of the input reaches every bit of the output.
    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x += 0x9E3779B97F4A7C15;
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }
    }
}
