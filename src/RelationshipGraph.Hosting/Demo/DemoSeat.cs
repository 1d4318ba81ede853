using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>A seat of the demo and who sits on it where.</summary>
internal sealed record DemoSeat(Seat Record, DemoEmployee Holder, int Network)
{
    /// <summary>Meetings of the network the holder has been to so far, while the demo is made.</summary>
    public int Attended { get; set; }

    public bool HoldsOn(DateOnly day) =>
        (Record.From is not { } from || from <= day) && (Record.Until is not { } until || day < until);
}
