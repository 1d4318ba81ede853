using System.Collections.Concurrent;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Indexing;

/// <summary>What is known of contacts at the end of a UTC day. Safe for concurrent use.</summary>
/// <remarks>
/// Whatever joins several ties, the clock of a source and a person's acts, rests on contacts that everyone may see, between
/// people whom everyone may see.
/// </remarks>
internal sealed class ActDay
{
    private const long MillisecondsADay = 86_400_000;

    private static readonly long BinMilliseconds =
        (long)StrengthModel.Shipped.Horizon.TotalMilliseconds / ActiveClock.BinsAHorizon;

    private readonly long _end;
    private readonly Lazy<SourceMoment>[] _sources;
    private readonly ConcurrentDictionary<(int Person, int Source), PersonState> _people = [];

    public ActDay(ActLog log, int day)
    {
        Log = log;
        Day = day;
        _end = (day + 1) * MillisecondsADay;
        _sources = [.. log.Sources.Select(source => new Lazy<SourceMoment>(() => SourceMoment.Of(source, _end)))];
    }

    public ActLog Log { get; }

    /// <summary>The day, as days since 1970-01-01.</summary>
    public int Day { get; }

    /// <summary>Whether the clocks of another log show the same on its day, so that what did not change is as strong.</summary>
    public bool HasClocksOf(ActDay other)
    {
        for (var source = 0; source < _sources.Length; source++)
        {
            var own = _sources[source].Value;
            if (source < other._sources.Length ? !own.ShowsAs(other._sources[source].Value) : own.Clock.HasRows)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the contacts of a strand say; null where there was none by the day.</summary>
    /// <param name="number">The strand.</param>
    /// <param name="isSameUnit">Whether both ends are known to sit in the same unit.</param>
    public ChannelMoment? MomentOf(int number, bool isSameUnit)
    {
        var rows = Log.RowsOf(number, _end);
        if (rows.IsEmpty)
        {
            return null;
        }

        var strand = Log[number];
        var source = _sources[strand.Source].Value;
        var form = StrengthForms.Of(strand.Channel);
        var state = default(PairState);
        foreach (ref readonly var row in rows)
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(row.At);
            state.TryAdd(form, new PairAct(at, source.Clock.At(at), row.Direction, row.OthersPresent), out state);
        }

        return new ChannelMoment(
            strand.Channel, state, source.Now, source.Clock.HasRows ? source.Now : source.Now - state.FirstActive)
        {
            First = PersonOf(strand.A, strand.Source, form),
            Second = PersonOf(strand.B, strand.Source, form),
            IsSameUnit = isSameUnit,
        };
    }

    private PersonState PersonOf(int person, int source, StrengthForm form)
    {
        // Only events ask how busy somebody is.
        var key = form == StrengthForm.Event ? (person, ~source) : (person, source);
        return _people.TryGetValue(key, out var known)
            ? known
            : _people.GetOrAdd(key, form == StrengthForm.Event ? Busy(person, source) : Last(person, source));
    }

    private PersonState Last(int person, int source)
    {
        var (count, last) = (0L, long.MinValue);
        foreach (var number in PublicStrandsOf(person, source))
        {
            var rows = Log.RowsOf(number, _end);
            count += rows.Length;
            last = rows.IsEmpty ? last : Math.Max(last, rows[^1].At);
        }

        return count == 0
            ? default
            : new PersonState
            {
                RowCount = count,
                LastActive = _sources[source].Value.Clock.At(DateTimeOffset.FromUnixTimeMilliseconds(last)),
            };
    }

    // In the order of time, whatever the order of strands: rounding must not tell how it became known.
    private PersonState Busy(int person, int source)
    {
        var times = new List<long>();
        foreach (var number in PublicStrandsOf(person, source))
        {
            foreach (ref readonly var row in Log.RowsOf(number, _end))
            {
                times.Add(row.At);
            }
        }

        times.Sort();
        var state = default(PersonState);
        foreach (var at in times)
        {
            state = state.With(_sources[source].Value.Clock.At(DateTimeOffset.FromUnixTimeMilliseconds(at)));
        }

        return state;
    }

    private IEnumerable<int> PublicStrandsOf(int person, int source) =>
        Log.StrandsOf(person).Where(number => Log[number].Source == source && Log.IsPublic(Log[number]));

    private sealed record SourceMoment(ActiveClock Clock, double Now)
    {
        public static SourceMoment Of(ActSource source, long end)
        {
            // By the bins that are over when the day is: in another one there may be contacts of the day after.
            var over = end - 1 - ((end % BinMilliseconds) + BinMilliseconds) % BinMilliseconds;
            var clock = source.Activity.ClockAt(DateTimeOffset.FromUnixTimeMilliseconds(over));
            return new SourceMoment(clock, clock.At(DateTimeOffset.FromUnixTimeMilliseconds(end - 1)));
        }

        public bool ShowsAs(SourceMoment other) => Clock.ShowsAs(other.Clock) && Now == other.Now;
    }
}
