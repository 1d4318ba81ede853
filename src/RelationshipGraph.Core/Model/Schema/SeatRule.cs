namespace RelationshipGraph.Model;

/// <summary>On any day a seat has at most one holder and is in at most one network.</summary>
public static class SeatRule
{
    /// <summary>The seat that a relationship gives a holder or a network; none for any other record.</summary>
    public static RecordId SeatOf(Record? record) => record switch
    {
        Holds holds => holds.ToId,
        SeatIn isIn => isIn.FromId,
        _ => default,
    };

    /// <summary>Whether a record takes days at a seat that it did not have before; what only ends sooner does not.</summary>
    public static bool TakesDays(Record? record, Record? before) =>
        !SeatOf(record).IsNone && (before is null || !CountedDays.Of(record!).IsWithin(CountedDays.Of(before)));

    /// <summary>Whether two relationships cannot both be: they give one seat two holders or networks on a day.</summary>
    public static bool Forbids(Relationship one, Relationship other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Id.Kind == other.Id.Kind && one.Id != other.Id && SeatOf(one) == SeatOf(other)
            && CountedDays.Of(one).Overlaps(CountedDays.Of(other));
    }
}
