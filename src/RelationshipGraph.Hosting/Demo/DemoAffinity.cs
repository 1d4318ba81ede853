using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>
/// The rule that is planted in the demo data: which networks pay, and for whom. What it says is in
/// <c>src/decisions/0030-demo-data.md</c>.
/// </summary>
/// <remarks>
/// The affinity of a person and a network is .40 for shared topics, .25 for the right trade, .20 for the right level and .15
/// for nearness. Contacts join networks by it, seats are filled partly by it and partly by chance, and what an attended
/// meeting brings grows with the square of it. Fees play no part: price buys nothing here.
/// </remarks>
internal static class DemoAffinity
{
    private const double TopicWeight = .40;
    private const double TradeWeight = .25;
    private const double LevelWeight = .20;
    private const double NearWeight = .15;

    /// <summary>Meetings until a seat brings what it can.</summary>
    private const int RampMeetings = 6;

    /// <summary>How well a network suits a person, 0 to 1.</summary>
    public static double Of(DemoNetwork network, DemoProfile person)
    {
        var shared = 0;
        foreach (var topic in person.Topics)
        {
            shared += network.Topics.Contains(topic) ? 1 : 0;
        }

        var topics = Math.Min(1, shared / 2.0);
        var trade = network.Trades.Length == 0 ? .5 : network.Trades.Contains(person.Trade) ? 1 : 0;
        var level = 1 - (Math.Min(3, Math.Abs(network.Level - person.Level)) / 3.0);
        var near = network.Region == person.Region ? 1 : network.Form == NetworkForm.InPerson ? .2 : .6;
        return (TopicWeight * topics) + (TradeWeight * trade) + (LevelWeight * level) + (NearWeight * near);
    }

    /// <summary>The chance that one attended meeting brings something that is counted.</summary>
    /// <param name="network">The network.</param>
    /// <param name="person">Who went.</param>
    /// <param name="attended">How many of its meetings the seat had been to before.</param>
    public static double Yield(DemoNetwork network, DemoProfile person, int attended)
    {
        var affinity = Of(network, person);
        var ramp = Math.Min(1, (attended + 1.0) / RampMeetings);
        var rhythm = network.MeetingsAYear > 26 ? .25 : 1;
        return Math.Min(.9, .20 * 4 * affinity * affinity * ramp * rhythm * network.Pay);
    }
}
