using RelationshipGraph.Model;

namespace RelationshipGraph.Strength.Evaluation;

/// <summary>What a log shows by a moment: its pairs and people in the state in which the model keeps them.</summary>
internal sealed class LogMoment
{
    private const int HorizonsBeforeCut = 4;

    private readonly PairState[] _pairs;
    private readonly PersonState[] _people;
    private readonly double _now;

    /// <param name="log">The log.</param>
    /// <param name="at">The moment, in seconds since 1970; not before the first row.</param>
    /// <param name="horizon">The model's horizon, in seconds.</param>
    public LogMoment(ContactLog log, double at, double horizon)
    {
        (Log, At, Horizon, RowCount) = (log, at, horizon, log.RowsUntil(at));
        var activity = new SourceActivity(log.Seconds[0], horizon);
        for (var row = 0; row < RowCount; row++)
        {
            activity.Add(log.Seconds[row]);
            PairCount = Math.Max(PairCount, log.PairOf[row] + 1);
        }

        var clock = activity.ClockAt(at);
        _now = clock.At(at);
        _pairs = new PairState[PairCount];
        _people = new PersonState[log.PersonCount];
        for (var row = 0; row < RowCount; row++)
        {
            var active = clock.At(log.Seconds[row]);
            ref readonly var contact = ref log.Rows[row];
            ref var pair = ref _pairs[log.PairOf[row]];
            var act = new PairAct(contact.At, active, ContactDirection.Mutual, contact.Present - 1);
            pair.TryAdd(log.Form, act, out var next);
            pair = next;
            var (first, second) = log.Ends[log.PairOf[row]];
            _people[first] = _people[first].With(active);
            _people[second] = _people[second].With(active);
        }
    }

    public ContactLog Log { get; }

    /// <summary>In seconds since 1970.</summary>
    public double At { get; }

    /// <summary>The model's, in seconds.</summary>
    public double Horizon { get; }

    /// <summary>Rows seen by then: the first of the log.</summary>
    public int RowCount { get; }

    /// <summary>Pairs seen by then: the first of the log.</summary>
    public int PairCount { get; }

    /// <summary>What a log shows by a cut; the horizon is a quarter of the time until then.</summary>
    /// <returns>Null where no time has passed by the cut.</returns>
    public static LogMoment? Of(ContactLog log, LogCut cut)
    {
        if (log.RowCount == 0)
        {
            return null;
        }

        var at = LogCuts.Of(log.Seconds, cut);
        var horizon = (at - log.Seconds[0]) / HorizonsBeforeCut;
        return horizon > 0 ? new LogMoment(log, at, horizon) : null;
    }

    /// <summary>What the formula rests on, for each pair.</summary>
    public PairTerms[] Terms()
    {
        var terms = new PairTerms[PairCount];
        for (var pair = 0; pair < terms.Length; pair++)
        {
            var (first, second) = Log.Ends[pair];
            terms[pair] = PairTerms.Of(
                Log.Form, _pairs[pair], _people[first], _people[second], Log.IsSameUnit(pair), _now);
        }

        return terms;
    }

    /// <summary>For each pair, whether it acts again after the moment and not after another.</summary>
    public bool[] ActsAgainBy(double until)
    {
        var acts = new bool[PairCount];
        for (var row = RowCount; row < Log.RowCount && Log.Seconds[row] <= until; row++)
        {
            if (Log.PairOf[row] < PairCount)
            {
                acts[Log.PairOf[row]] = true;
            }
        }

        return acts;
    }
}
