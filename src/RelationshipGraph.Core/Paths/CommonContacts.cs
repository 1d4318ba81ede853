namespace RelationshipGraph.Paths;

/// <summary>Counts for everybody at two steps how many contacts lead there.</summary>
internal sealed class CommonContacts
{
    // A count lies above the base of its search, so that the next one need not clear it. No search looks at as many contacts
    // as there is room for: each is work.
    private const uint Room = 1 << 23;

    // So many contacts in common are often.
    private const int Often = 3;

    private readonly PersonSet _ofContact = new();
    private uint[] _counts = [];
    private uint _base;
    private int[] _found = [];
    private int[] _often = [];
    private int _foundCount;
    private int _oftenCount;

    /// <summary>Who was found, in the order in which that was.</summary>
    public ReadOnlySpan<int> Found => _found.AsSpan(0, _foundCount);

    /// <summary>Those of them who have more contacts in common than all others, and mostly are few.</summary>
    public ReadOnlySpan<int> FoundOften => _often.AsSpan(0, _oftenCount);

    /// <summary>Forgets everything, and makes room for numbers below the count.</summary>
    public void Clear(int personCount)
    {
        (_foundCount, _oftenCount) = (0, 0);
        if (_counts.Length < personCount)
        {
            _counts = new uint[personCount + (personCount / 8)];
            _found = new int[_counts.Length + 1];
            _often = new int[_counts.Length];
            _base = 0;
        }
        else if (_base > uint.MaxValue - (2 * Room))
        {
            Array.Clear(_counts);
            _base = 0;
        }

        _base += Room;
    }

    /// <summary>How many contacts lead to a person.</summary>
    public int Of(int person) => (int)(_counts[person] - _base);

    /// <summary>Counts a contact for everybody whom it knows and the person does not.</summary>
    /// <remarks>Hot: its loop runs for every tie of every contact.</remarks>
    /// <returns>The work it was: what everyone may see, and of the rest what counts.</returns>
    public int Add(int contact, PersonSet known, Hops hops)
    {
        ref readonly var row = ref hops.View.RowOf(contact);
        if (!hops.CountsAll(row))
        {
            return AddCounting(contact, known, hops);
        }

        // Written down in any case, and kept where it is the first time: what is new cannot be foreseen.
        var (counts, found, count, none) = (_counts, _found, _foundCount, _base);
        var often = none + Often;
        var bits = known.Bits;
        foreach (var person in row.PublicPeople)
        {
            if (!bits.Has(person))
            {
                ref var number = ref counts[person];
                found[count] = person;
                count += number <= none ? 1 : 0;
                number = Math.Max(number, none) + 1;
                if (number == often)
                {
                    _often[_oftenCount++] = person;
                }
            }
        }

        _foundCount = count;
        return row.PublicCount;
    }

    private int AddCounting(int contact, PersonSet known, Hops hops)
    {
        _ofContact.Clear(hops.View.PersonCount);
        var arcs = hops.View.ArcsOf(contact, out var publicCount);
        var looked = publicCount;
        for (var i = 0; i < arcs.Length; i++)
        {
            var person = arcs[i].Person;
            if (!hops.Counts(contact, arcs[i], out _))
            {
                continue;
            }

            looked += i < publicCount ? 0 : 1;
            if (!known.Has(person) && !_ofContact.Has(person))
            {
                // Several ties to one person count once.
                _ofContact.Add(person);
                if (_counts[person] <= _base)
                {
                    _counts[person] = _base;
                    _found[_foundCount++] = person;
                }

                if (++_counts[person] == _base + Often)
                {
                    _often[_oftenCount++] = person;
                }
            }
        }

        return looked;
    }
}
