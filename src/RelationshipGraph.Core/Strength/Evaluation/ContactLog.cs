namespace RelationshipGraph.Strength.Evaluation;

/// <summary>All contacts of one channel in order of time, with people and pairs as successive integers. Immutable.</summary>
/// <remarks>Pairs have no direction; a contact of a person with oneself is passed over.</remarks>
public sealed class ContactLog
{
    private readonly string?[] _units;

    private ContactLog(string channel, StrengthForm form, LoggedContact[] rows, IReadOnlyDictionary<string, string> units)
    {
        Channel = channel;
        Form = form;
        Rows = rows;
        Seconds = [.. rows.Select(row => UnixTime.SecondsOf(row.At))];
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        var pairs = new Dictionary<(int, int), int>();
        List<(int, int)> ends = [];
        PairOf = new int[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            var (one, other) = (PersonOf(rows[row].From, people), PersonOf(rows[row].To, people));
            var pair = one < other ? (one, other) : (other, one);
            if (!pairs.TryGetValue(pair, out PairOf[row]))
            {
                pairs.Add(pair, PairOf[row] = ends.Count);
                ends.Add(pair);
            }
        }

        Ends = [.. ends];
        _units = new string?[people.Count];
        foreach (var (person, index) in people)
        {
            _units[index] = units.GetValueOrDefault(person);
        }
    }

    /// <summary>What the source calls the channel.</summary>
    public string Channel { get; }

    /// <summary>By which form its contacts are read.</summary>
    public StrengthForm Form { get; }

    public int RowCount => Rows.Length;

    public int PairCount => Ends.Length;

    public int PersonCount => _units.Length;

    internal LoggedContact[] Rows { get; }

    /// <summary>The time of each row, in seconds since 1970.</summary>
    internal double[] Seconds { get; }

    /// <summary>The pair of each row. Pairs are numbered as they first act.</summary>
    internal int[] PairOf { get; }

    /// <summary>The two people of each pair.</summary>
    internal (int First, int Second)[] Ends { get; }

    /// <summary>Makes a log.</summary>
    /// <param name="channel">What the source calls the channel.</param>
    /// <param name="form">By which form its contacts are read.</param>
    /// <param name="contacts">In any order.</param>
    /// <param name="units">Where people sit, as far as that is known.</param>
    public static ContactLog Of(
        string channel, StrengthForm form, IEnumerable<LoggedContact> contacts, IReadOnlyDictionary<string, string> units)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(units);
        var rows = contacts
            .Where(contact => !string.Equals(contact.From, contact.To, StringComparison.Ordinal))
            .OrderBy(contact => contact.At)
            .ToArray();
        return new ContactLog(channel, form, rows, units);
    }

    /// <summary>Rows until a moment, itself included.</summary>
    internal int RowsUntil(double seconds)
    {
        var (low, high) = (0, Seconds.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Seconds[middle] <= seconds ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    internal bool IsSameUnit(int pair) =>
        _units[Ends[pair].First] is { } unit && string.Equals(unit, _units[Ends[pair].Second], StringComparison.Ordinal);

    private static int PersonOf(string id, Dictionary<string, int> people)
    {
        if (!people.TryGetValue(id, out var person))
        {
            people.Add(id, person = people.Count);
        }

        return person;
    }
}
