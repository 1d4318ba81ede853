using System.Collections.Immutable;
using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Indexing;

/// <summary>Contacts and what changed of them since they were laid out, in the hands of one writer that publishes logs.</summary>
internal sealed class ActLogWriter
{
    private readonly ActArrays _arrays;
    private readonly GrowingTable<Strand> _strands;
    private readonly Dictionary<Strand, int> _numbers = [];
    private readonly List<string> _sources;
    private readonly Dictionary<long, MeetingState> _meetings;
    private readonly List<SourceActivity> _activity = [];
    private readonly Dictionary<long, long> _attendedAt = [];
    private readonly Dictionary<long, int?> _moved = [];
    private readonly Dictionary<int, List<ActRow>> _open = [];
    private HashSet<int> _touched = [];
    private ImmutableDictionary<int, ActRow[]> _changed = ImmutableDictionary<int, ActRow[]>.Empty;
    private ImmutableDictionary<int, ImmutableList<int>> _added = ImmutableDictionary<int, ImmutableList<int>>.Empty;
    private ImmutableHashSet<int> _hidden;

    /// <param name="read">What was laid out.</param>
    /// <param name="hidden">People whom not everyone may see.</param>
    public ActLogWriter(ActState read, IEnumerable<int> hidden)
    {
        (_arrays, _strands, _sources, _meetings) = (read.Arrays, read.Strands, read.Sources, read.Meetings);
        _hidden = [.. hidden];
        for (var source = 0; source < _sources.Count; source++)
        {
            _activity.Add(NewActivity());
        }

        for (var number = 0; number < _strands.Count; number++)
        {
            _numbers.Add(_strands[number], number);
            CountRows(number, sign: 1);
        }

        foreach (var (meeting, state) in _meetings)
        {
            foreach (var attended in state.Attended.Keys)
            {
                _attendedAt[attended] = meeting;
            }
        }

        Log = Publish();
    }

    /// <summary>The log as it was last published.</summary>
    public ActLog Log { get; private set; }

    /// <summary>Rows that were laid out.</summary>
    public long LaidOut => _arrays.Rows.Length;

    /// <summary>Rows beside those that were laid out.</summary>
    public long DeltaSize { get; private set; }

    /// <summary>The number of a source.</summary>
    public int SourceOf(string? name)
    {
        if (name is null)
        {
            return Strand.EnteredHere;
        }

        // The first two are no names.
        var known = _sources.IndexOf(name, 2);
        if (known < 0)
        {
            known = _sources.Count;
            _sources.Add(name);
            _activity.Add(NewActivity());
        }

        return known;
    }

    /// <summary>Puts an interaction in place of what was known of it.</summary>
    /// <param name="id">The interaction.</param>
    /// <param name="strand">Where it belongs; null where it is gone.</param>
    /// <param name="row">The interaction, if it is not.</param>
    public void Set(long id, Strand? strand, ActRow row)
    {
        if ((_moved.TryGetValue(id, out var moved) ? moved : _arrays.StrandOf(id)) is { } old)
        {
            Remove(old, id);
        }

        _moved[id] = strand is { } to ? Add(to, row) : null;
    }

    /// <summary>The meeting that a meeting or an ATTENDED is about; null for any other record, and where nobody knows.</summary>
    public long? MeetingOf(RecordId id, Record? record) => id.Kind switch
    {
        RecordKind.Meeting => id.Value,
        RecordKind.Attended when record is Attended attended => _attendedAt[id.Value] = attended.ToId.Value,
        RecordKind.Attended => _attendedAt.TryGetValue(id.Value, out var meeting) ? meeting : null,
        _ => null,
    };

    /// <summary>The meetings that a person attended, by their numbers.</summary>
    public IEnumerable<long> MeetingsOf(RecordId person) =>
        _meetings.Where(one => one.Value.Attended.Values.Any(link => link.FromId == person)).Select(one => one.Key);

    /// <summary>Takes out the contacts that a meeting makes, before it changes.</summary>
    /// <param name="meeting">The meeting, by its number.</param>
    /// <param name="numberOf">The number of a person; null for one that is not known.</param>
    public void Lift(long meeting, Func<RecordId, int?> numberOf) => EachPair(
        meeting, numberOf, (strand, row) => Remove(NumberOf(strand), row.Id));

    /// <summary>Puts in the contacts that a meeting makes, after it has changed.</summary>
    /// <inheritdoc cref="Lift"/>
    public void Lay(long meeting, Func<RecordId, int?> numberOf) => EachPair(
        meeting, numberOf, (strand, row) => Add(strand, row));

    /// <summary>Takes in the present state of a meeting or an ATTENDED.</summary>
    /// <param name="meeting">The meeting, by its number.</param>
    /// <param name="id">The record.</param>
    /// <param name="record">What it is now; null where it is gone.</param>
    public void SetMeeting(long meeting, RecordId id, Record? record)
    {
        if (!_meetings.TryGetValue(meeting, out var state))
        {
            state = new MeetingState();
            _meetings.Add(meeting, state);
        }

        if (id.Kind == RecordKind.Meeting)
        {
            state.Meeting = record is null ? null : RecordFacts.PointOf(record);
        }
        else if (record is Attended attended)
        {
            state.Attended[id.Value] = RecordFacts.LinkOf(attended);
        }
        else
        {
            state.Attended.Remove(id.Value);
        }

        if (state.IsEmpty)
        {
            _meetings.Remove(meeting);
        }
    }

    /// <summary>Whether not everyone may see a person.</summary>
    public bool IsHidden(int person) => _hidden.Contains(person);

    /// <summary>Whether everyone may see a person from now on.</summary>
    public void SetHidden(int person, bool isHidden)
    {
        if (isHidden == _hidden.Contains(person))
        {
            return;
        }

        Settle();
        foreach (var strand in Log.StrandsOf(person))
        {
            CountRows(strand, sign: -1);
        }

        _hidden = isHidden ? _hidden.Add(person) : _hidden.Remove(person);
        Log = Publish();
        foreach (var strand in Log.StrandsOf(person))
        {
            CountRows(strand, sign: 1);
            Touch(strand);
        }
    }

    /// <summary>Puts what was changed in place, and tells who is an end of it.</summary>
    public HashSet<int> Finish()
    {
        Settle();
        Log = Publish();
        var touched = _touched;
        _touched = [];
        return touched;
    }

    private static SourceActivity NewActivity() => new(DateTimeOffset.UnixEpoch, StrengthModel.Shipped.Horizon);

    private ActLog Publish() =>
        new(
        _arrays, _changed, _strands, _added,
        [.. _activity.Select((one, number) => new ActSource(_sources[number], one.Copy()))], _hidden);

    private void EachPair(long meeting, Func<RecordId, int?> numberOf, Action<Strand, ActRow> action)
    {
        if (_meetings.TryGetValue(meeting, out var state))
        {
            foreach (var (a, b, row) in state.Pairs(id => numberOf(id) is { } number && !IsHidden(number) ? number : -1))
            {
                action(new Strand(a, b, Strand.Meetings, Channel.Event, 0), row);
            }
        }
    }

    private int Add(Strand strand, ActRow row)
    {
        var number = NumberOf(strand);
        RowsOf(number).Add(row);
        Count(number, row, 1);
        DeltaSize++;
        return number;
    }

    private void Remove(int strand, long id)
    {
        var rows = RowsOf(strand);
        var place = rows.FindIndex(row => row.Id == id);
        if (place >= 0)
        {
            Count(strand, rows[place], -1);
            rows.RemoveAt(place);
        }
    }

    private int NumberOf(Strand strand)
    {
        if (!_numbers.TryGetValue(strand, out var number))
        {
            number = _strands.Add(strand);
            _numbers.Add(strand, number);
            foreach (var person in (int[])[strand.A, strand.B])
            {
                _added = _added.SetItem(person, _added.GetValueOrDefault(person, []).Add(number));
            }
        }

        return number;
    }

    private List<ActRow> RowsOf(int strand)
    {
        if (!_open.TryGetValue(strand, out var rows))
        {
            rows = [.. _changed.TryGetValue(strand, out var changed) ? changed : _arrays.RowsOf(strand)];
            _open.Add(strand, rows);
            Touch(strand);
        }

        return rows;
    }

    // What somebody does towards one person counts for the ties to all others.
    private void Touch(int strand)
    {
        _touched.Add(_strands[strand].A);
        _touched.Add(_strands[strand].B);
    }

    private void Settle()
    {
        var changed = _changed.ToBuilder();
        foreach (var (strand, rows) in _open)
        {
            rows.Sort();
            changed[strand] = [.. rows];
        }

        _changed = changed.ToImmutable();
        _open.Clear();
    }

    private bool IsPublic(in Strand strand) =>
        strand.Access == 0 && !_hidden.Contains(strand.A) && !_hidden.Contains(strand.B);

    private void Count(int strand, ActRow row, int sign)
    {
        if (IsPublic(_strands[strand]))
        {
            _activity[_strands[strand].Source].Add(row.At / 1000.0, sign);
        }
    }

    private void CountRows(int strand, int sign)
    {
        if (IsPublic(_strands[strand]))
        {
            var activity = _activity[_strands[strand].Source];
            foreach (ref readonly var row in _changed.TryGetValue(strand, out var changed) ? changed : _arrays.RowsOf(strand))
            {
                activity.Add(row.At / 1000.0, sign);
            }
        }
    }
}
