using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>A seat's holder, or the colleague sent instead, was at a meeting of the network.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Meeting">The meeting.</param>
/// <param name="Met">The members noted there.</param>
/// <param name="Before">Meetings the seat had been used for before this one.</param>
/// <param name="IsSubstitute">Whether a colleague went instead.</param>
internal sealed record DemoVisit(DemoSeat Seat, Meeting Meeting, IReadOnlyList<DemoContact> Met, int Before, bool IsSubstitute)
{
    public DateOnly Day => DateOnly.FromDateTime(Meeting.StartsAt.UtcDateTime);
}
