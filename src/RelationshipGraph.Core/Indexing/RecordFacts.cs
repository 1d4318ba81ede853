using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>What a store's streams would say of a record that was read by its id.</summary>
internal static class RecordFacts
{
    public static Point PointOf(Record record)
    {
        var days = CountedDays.Of(record);
        return new Point(
            record.Id, record.OwnerId ?? default, record.Visibility, Sensitivity.Of(record),
            IsActive(record), days.From, days.Until, DayOf(record.KnownSince));
    }

    /// <summary>Whether a person may be where a path to anybody starts, or a seat makes a membership.</summary>
    public static bool IsActive(Record record) => record is not (Employee { IsActive: false } or Seat { HasBegun: false });

    public static Link LinkOf(Relationship record) => new(
        record.Id, record.FromId, record.ToId, record.OwnerId ?? default, record.Visibility,
        record.From is { } from ? DayOf(from) : int.MinValue,
        record.Until is { } until ? DayOf(until) : int.MaxValue,
        DayOf(record.KnownSince),
        record is Knows { DeclaredStrength: { } strength } ? strength.Value : double.NaN,
        record is not Attended { Role: AttendanceRole.Absent });

    /// <summary>The day as days since 1970-01-01.</summary>
    public static int DayOf(DateOnly day) => (int)PropertyValue.Of(day).Integer;
}
