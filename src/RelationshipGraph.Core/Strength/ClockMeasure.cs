namespace RelationshipGraph.Strength;

/// <summary>What an active clock measures by. States that are compared are written by clocks of one measure.</summary>
/// <param name="RowsMin">Rows that a bin must have to count.</param>
/// <param name="BinsAHorizon">Counting bins of one horizon; above 0, at most <see cref="ActiveClock.BinsAHorizon"/>.</param>
public readonly record struct ClockMeasure(double RowsMin, double BinsAHorizon)
{
    /// <summary>That of a clock that never stands.</summary>
    public static readonly ClockMeasure Plain = new(0, ActiveClock.BinsAHorizon);
}
