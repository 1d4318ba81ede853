using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>A seat with what it hangs on: who holds it and which network it is in.</summary>
internal sealed class SeatState
{
    /// <summary>The seat itself; null while only its relationships are known.</summary>
    public Point? Seat { get; set; }

    /// <summary>HOLDS by its number.</summary>
    public Dictionary<long, Link> Holds { get; } = [];

    /// <summary>IN by its number.</summary>
    public Dictionary<long, Link> In { get; } = [];

    /// <summary>
    /// The memberships that follow: every holder in every network of a seat that has begun, while all three records hold.
    /// </summary>
    public IEnumerable<(RecordId Employee, RecordId Network, Membership Membership)> Memberships(AccessTable access)
    {
        if (Seat is not { IsActive: true } seat)
        {
            yield break;
        }

        foreach (var hold in Holds.Values)
        {
            foreach (var into in In.Values)
            {
                var rule = new AccessRule(
                    RecordAccess.Of(hold.Visibility, hold.OwnerId),
                    RecordAccess.Of(seat.Visibility, seat.OwnerId),
                    RecordAccess.Of(into.Visibility, into.OwnerId));
                var from = Math.Max(seat.From, Math.Max(hold.From, into.From));
                yield return (hold.FromId, into.ToId, new Membership(
                    seat.Id.Value, from, from == int.MinValue ? seat.KnownSince : from,
                    Math.Min(seat.Until, Math.Min(hold.Until, into.Until)), access.NumberOf(rule)));
            }
        }
    }
}
