namespace RelationshipGraph.Model;

/// <summary>The days on which a record counts, as numbers of days since 1970-01-01.</summary>
/// <param name="From">The first day; <see cref="int.MinValue"/> where open.</param>
/// <param name="Until">The first day after; <see cref="int.MaxValue"/> where open.</param>
public readonly record struct CountedDays(int From, int Until)
{
    private const long MillisecondsADay = 86_400_000;

    /// <summary>Whether the day is one of them.</summary>
    public bool Holds(DateOnly day) => Holds((int)PropertyValue.Of(day).Integer);

    /// <summary>Whether the day is one of them.</summary>
    public bool Holds(int day) => From <= day && day < Until;

    /// <summary>Whether the two share a day.</summary>
    public bool Overlaps(CountedDays other) => Math.Max(From, other.From) < Math.Min(Until, other.Until);

    /// <summary>Whether each of these days is one of the others.</summary>
    public bool IsWithin(CountedDays other) => other.From <= From && Until <= other.Until;

    /// <summary>The days on which a record counts, by its kind's <see cref="TimeRule"/>.</summary>
    public static CountedDays Of(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var model = GraphModel.Of(record.Id);
        return model.Time switch
        {
            TimeRule.Moment => new(DayOf(model.Moment!, record), int.MaxValue),
            TimeRule.Period => new(
                model.From!.Get(record) is { IsNothing: false } from ? (int)from.Integer : int.MinValue,
                model.Until!.Get(record) is { IsNothing: false } until ? (int)until.Integer : int.MaxValue),
            _ => new(int.MinValue, int.MaxValue),
        };
    }

    private static int DayOf(PropertyModel moment, Record record)
    {
        var value = moment.Get(record).Integer;
        return moment.Type == PropertyType.Date ? (int)value : (int)Math.Floor(value / (double)MillisecondsADay);
    }
}
