using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Writing;

/// <summary>
/// Which relationships the files have named so far, eight bytes each: a second row for one of them is refused.
/// </summary>
/// <remarks>
/// Keeps a 64-bit mark of each key. That two of ten million keys share one has a chance below one in three hundred thousand;
/// the later row would then be refused as a repetition.
/// </remarks>
internal sealed class SeenKeys
{
    private const int PartBits = 6;
    private readonly HashSet<ulong>[] _parts = new HashSet<ulong>[1 << PartBits];

    public SeenKeys()
    {
        // Many small tables instead of a large one: growing one of them needs little room beside it.
        for (var i = 0; i < _parts.Length; i++)
        {
            _parts[i] = [];
        }
    }

    /// <summary>Notes a key; false where it was noted before.</summary>
    public bool Add(in NaturalKey key)
    {
        var mark = MarkOf(key);
        return _parts[mark >> (64 - PartBits)].Add(mark);
    }

    public void Clear()
    {
        foreach (var part in _parts)
        {
            part.Clear();
            part.TrimExcess();
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
