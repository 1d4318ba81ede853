namespace RelationshipGraph.Hosting.Demo;

/// <summary>The demo's own calendar. It is fixed: ids hold instants, and ids must never change.</summary>
public static class DemoCalendar
{
    /// <summary>The day from which the demo company wrote into the graph; nothing has an earlier id.</summary>
    public static readonly DateOnly GoLive = new(2023, 9, 1);

    /// <summary>The first of the three years' days.</summary>
    public static readonly DateOnly First = new(2023, 10, 1);

    /// <summary>The last of the three years' days. Nothing happened later.</summary>
    public static readonly DateOnly Last = new(2026, 9, 30);

    internal static DateTimeOffset At(DateOnly day, int hour, int minute) =>
        new(day, new TimeOnly(hour, minute), TimeSpan.Zero);

    internal static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    internal static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>The day itself or the next one that is worked on; July belongs to the holidays.</summary>
    internal static DateOnly WorkingDay(DateOnly day)
    {
        var moved = day.Month == 7 ? new DateOnly(day.Year, 8, 1).AddDays(day.Day / 2) : day;
        return moved.DayOfWeek switch
        {
            DayOfWeek.Saturday => moved.AddDays(2),
            DayOfWeek.Sunday => moved.AddDays(1),
            _ => moved,
        };
    }

    /// <summary>The days of a body that meets so often a year, over the three years.</summary>
    /// <param name="meetingsAYear">From 1 to 52; above 26 it meets weekly, holidays left out.</param>
    /// <param name="offset">Days by which the first meeting is moved, so that not all meet on the same day.</param>
    internal static IEnumerable<DateOnly> Meetings(double meetingsAYear, int offset)
    {
        var weekly = meetingsAYear > 26;
        var step = weekly ? 7 : 365.25 / meetingsAYear;
        var start = weekly ? First.AddDays(4 + (offset % 2)) : First.AddDays(offset % (int)step);
        for (var n = 0; ; n++)
        {
            var day = start.AddDays((int)(n * step));
            var moved = weekly ? day : WorkingDay(day);
            if (moved > Last)
            {
                yield break;
            }

            if (!weekly || !IsHoliday(day))
            {
                yield return moved;
            }
        }
    }

    private static bool IsHoliday(DateOnly day) => day.Month == 7 || (day.Month == 12 && day.Day > 20)
        || (day.Month == 1 && day.Day < 4);
}
