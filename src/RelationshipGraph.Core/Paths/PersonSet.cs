namespace RelationshipGraph.Paths;

/// <summary>A set of people by their numbers, a bit each: small enough to stay near the processor.</summary>
internal sealed class PersonSet
{
    private readonly List<int> _words = [];
    private ulong[] _bits = [];

    /// <summary>Empties the set and makes room for numbers below the count.</summary>
    public void Clear(int count)
    {
        foreach (var word in _words)
        {
            _bits[word] = 0;
        }

        _words.Clear();
        if (_bits.Length <= count >> 6)
        {
            _bits = new ulong[(count >> 6) + 1];
        }
    }

    public bool Has(int person) => (_bits[person >> 6] & (1UL << (person & 63))) != 0;

    public void Add(int person)
    {
        ref var word = ref _bits[person >> 6];
        if (word == 0)
        {
            _words.Add(person >> 6);
        }

        word |= 1UL << (person & 63);
    }
}
