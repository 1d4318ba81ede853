using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>All contacts laid out, with what a writer needs to follow the feed from there.</summary>
/// <param name="Arrays">The contacts.</param>
/// <param name="Strands">What they are counted by.</param>
/// <param name="Sources">The names of their sources, by number; the first two are no names.</param>
/// <param name="Meetings">Every meeting by its number.</param>
internal sealed record ActState(
    ActArrays Arrays, GrowingTable<Strand> Strands, List<string> Sources, Dictionary<long, MeetingState> Meetings)
{
    public static ActState Empty => new(ActArrays.Empty, new(), [string.Empty, string.Empty], []);
}

/// <summary>Takes in contacts in any order and lays them out.</summary>
internal sealed class ActStateBuilder
{
    private readonly GrowingTable<Strand> _strands = new();
    private readonly Dictionary<Strand, int> _numbers = [];
    private readonly List<string> _sources = [string.Empty, string.Empty];
    private readonly Dictionary<string, int> _sourceNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<long, MeetingState> _meetings = [];
    private readonly List<ActRow> _rows = [];
    private readonly List<int> _rowStrands = [];

    /// <summary>Adds an interaction of two people.</summary>
    /// <param name="act">The interaction.</param>
    /// <param name="from">The number of its first person.</param>
    /// <param name="to">The number of its second person; another than the first.</param>
    /// <param name="access">Who may see it.</param>
    public void Add(in Act act, int from, int to, int access)
    {
        var (strand, row) = Laid(act, from, to, SourceOf(act.Source), access);
        Add(strand, row);
    }

    public MeetingState Meeting(long number)
    {
        if (!_meetings.TryGetValue(number, out var state))
        {
            state = new MeetingState();
            _meetings.Add(number, state);
        }

        return state;
    }

    /// <param name="numberOf">The number of a person whom everyone may see; -1 for anybody else.</param>
    public ActState Build(Func<RecordId, int> numberOf)
    {
        foreach (var (a, b, row) in _meetings.Values.SelectMany(meeting => meeting.Pairs(numberOf)))
        {
            Add(new Strand(a, b, Strand.Meetings, Channel.Event, 0), row);
        }

        return new ActState(ActArrays.Of(_strands, _rows, _rowStrands), _strands, _sources, _meetings);
    }

    /// <summary>Where an interaction belongs, and as what.</summary>
    public static (Strand Strand, ActRow Row) Laid(in Act act, int from, int to, int source, int access)
    {
        var isTurned = from > to;
        var direction = !isTurned ? act.Direction : act.Direction switch
        {
            ContactDirection.Outgoing => ContactDirection.Incoming,
            ContactDirection.Incoming => ContactDirection.Outgoing,
            var other => other,
        };
        return (
            new Strand(Math.Min(from, to), Math.Max(from, to), source, act.Channel, access),
            new ActRow(act.Id.Value, act.At, direction, act.OthersPresent));
    }

    private void Add(Strand strand, ActRow row)
    {
        if (!_numbers.TryGetValue(strand, out var number))
        {
            number = _strands.Add(strand);
            _numbers.Add(strand, number);
        }

        _rows.Add(row);
        _rowStrands.Add(number);
    }

    private int SourceOf(string? name)
    {
        if (name is null)
        {
            return Strand.EnteredHere;
        }

        if (!_sourceNumbers.TryGetValue(name, out var number))
        {
            number = _sources.Count;
            _sources.Add(name);
            _sourceNumbers.Add(name, number);
        }

        return number;
    }
}
