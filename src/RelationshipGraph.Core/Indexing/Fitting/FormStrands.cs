using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Fitting;

namespace RelationshipGraph.Indexing;

/// <summary>The contacts of one form that everyone may see, between people whom everyone may see.</summary>
internal sealed class FormStrands
{
    private const long MillisecondsADay = 86_400_000;
    private const double MillisecondsAnHour = 3_600_000;

    private readonly GraphView _view;
    private readonly StrengthForm _form;
    private readonly int[] _strands;

    public FormStrands(GraphView view, StrengthForm form)
    {
        (_view, _form) = (view, form);
        // In an order that is the same however the contacts came: sums depend on it.
        _strands =
        [
            .. Enumerable.Range(0, Log.StrandCount)
                .Where(number => StrengthForms.Of(Log[number].Channel) == form && Log.IsPublic(Log[number])
                    && !Log.RowsOf(number).IsEmpty)
                .OrderBy(number => PersonOf(Log[number].A)).ThenBy(number => PersonOf(Log[number].B))
                .ThenBy(number => Log.Sources[Log[number].Source].Name, StringComparer.Ordinal)
                .ThenBy(number => Log[number].Source == Strand.Meetings).ThenBy(number => Log[number].Channel),
        ];
    }

    /// <summary>The day of the first contact, as days since 1970-01-01; the greatest number where there is none.</summary>
    public int FirstDay => _strands.Select(number => DayOf(Log.RowsOf(number)[0].At)).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>The day of the last contact that may be looked at; null where there is none.</summary>
    public int? LastDay
    {
        get
        {
            int? last = null;
            foreach (var number in _strands)
            {
                if (Log.RowsOf(number, EndOf(_view.Acts!.Day)) is [.., var row])
                {
                    last = Math.Max(last ?? int.MinValue, DayOf(row.At));
                }
            }

            return last;
        }
    }

    private ActLog Log => _view.Acts!.Log;

    /// <summary>How many there are by the end of a day.</summary>
    public long RowsBy(int day) => _strands.Sum(number => (long)Log.RowsOf(number, EndOf(day)).Length);

    /// <summary>What was known at the end of a day, and what came in so many days after it.</summary>
    public FitSample SampleAt(int day, int daysAhead)
    {
        var acts = new ActDay(Log, day);
        var known = new KnownTies(_view, acts);
        var (end, until) = (EndOf(day), EndOf(day + daysAhead));
        var moments = _strands.Select(number => (Number: number, Moment: MomentOf(acts, known, number)))
            .Where(one => one.Moment is not null).ToList();
        int[] numbers = [.. moments.Select(one => one.Number)];
        return new FitSample
        {
            At = DateTimeOffset.FromUnixTimeMilliseconds(end),
            Until = DateTimeOffset.FromUnixTimeMilliseconds(until),
            Pairs = [.. moments.Select(one => TermsOf(one.Moment!))],
            ActedAgain = [.. numbers.Select(number => Log.RowsOf(number, until).Length > Log.RowsOf(number, end).Length)],
            Ends = [.. numbers.Select(number => (PersonOf(Log[number].A), PersonOf(Log[number].B)))],
            Counts = [.. numbers.Select(number => (double)Log.RowsOf(number, end).Length)],
            Decayed = hours => [.. numbers.Select(number => DecayedOf(number, end, hours))],
        };
    }

    /// <summary>What the formula rests on.</summary>
    public static PairTerms TermsOf(ChannelMoment moment) => PairTerms.Of(
        StrengthForms.Of(moment.Channel), moment.Pair, moment.First, moment.Second, moment.IsSameUnit, moment.NowActive);

    private ChannelMoment? MomentOf(ActDay acts, KnownTies known, int number)
    {
        var strand = Log[number];
        return acts.MomentOf(number, _form == StrengthForm.FaceToFace && known.IsSameUnit(strand.A, strand.B));
    }

    private double DecayedOf(int number, long end, double hours)
    {
        var sum = 0.0;
        foreach (ref readonly var row in Log.RowsOf(number, end))
        {
            sum += Math.Pow(2, -(end - row.At) / (hours * MillisecondsAnHour));
        }

        return sum;
    }

    private long PersonOf(int number) => _view.PersonId(number).Value;

    private static long EndOf(int day) => (day + 1L) * MillisecondsADay;

    private static int DayOf(long at) => (int)Math.Floor(at / (double)MillisecondsADay);
}
