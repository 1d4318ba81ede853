using System.Numerics;

namespace RelationshipGraph.Paths;

/// <summary>A set of people by their numbers, a bit each: small enough to stay near the processor.</summary>
internal sealed class PersonSet
{
    private ulong[] _bits = [];

    // A bit for each word that is not empty, so that few are to be emptied.
    private ulong[] _words = [];

    /// <summary>Empties the set and makes room for numbers below the count.</summary>
    public void Clear(int count)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            for (var left = _words[i]; left != 0; left &= left - 1)
            {
                _bits[(i << 6) + BitOperations.TrailingZeroCount(left)] = 0;
            }

            _words[i] = 0;
        }

        if (_bits.Length <= count >> 6)
        {
            _words = new ulong[(count >> 12) + 1];
            _bits = new ulong[_words.Length << 6];
        }
    }

    /// <summary>The bits as they are now, for loops that ask of many people.</summary>
    public PersonBits Bits => new(_bits);

    public bool Has(int person) => (_bits[person >> 6] & (1UL << (person & 63))) != 0;

    public void Add(int person)
    {
        _bits[person >> 6] |= 1UL << (person & 63);
        _words[person >> 12] |= 1UL << ((person >> 6) & 63);
    }
}

/// <summary>The bits of a set of people.</summary>
internal readonly ref struct PersonBits(ReadOnlySpan<ulong> bits)
{
    private readonly ReadOnlySpan<ulong> _bits = bits;

    public bool Has(int person) => (_bits[person >> 6] & (1UL << (person & 63))) != 0;
}
