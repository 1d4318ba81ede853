using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>The demo while it is made: each step adds records and finds here what the steps before it made.</summary>
internal sealed class DemoWorld
{
    private DemoWorld() { }

    public DemoRecords Records { get; } = new();

    public List<Department> Departments { get; } = [];

    public List<DemoEmployee> Employees { get; } = [];

    /// <summary>Our own company first.</summary>
    public List<Company> Companies { get; } = [];

    public List<Segment> Segments { get; } = [];

    public List<DemoContact> Contacts { get; } = [];

    /// <summary>The records of <see cref="DemoNetworks.All"/>, in the same order.</summary>
    public List<Network> Networks { get; } = [];

    /// <summary>The contacts that are or were members, for each network.</summary>
    public List<List<(DemoContact Person, MemberOf Membership)>> Members { get; } = [];

    public List<DemoSeat> Seats { get; } = [];

    public List<DemoVisit> Visits { get; } = [];

    /// <summary>Who answers for each company, by the company's place; employees by theirs.</summary>
    public Dictionary<int, DemoEmployee> AccountOwners { get; } = [];

    public List<DemoTie> Ties { get; } = [];

    /// <summary>Makes all of it. The same every time.</summary>
    public static DemoWorld Make()
    {
        var world = new DemoWorld();
        DemoOrganisation.Build(world);
        DemoMarket.Build(world);
        DemoContacts.Build(world);
        DemoMemberships.Build(world);
        DemoStrategy.Build(world);
        DemoSeats.Build(world);
        DemoMeetings.Build(world);
        DemoTies.Build(world);
        DemoYields.Build(world);
        DemoIntroductions.Build(world);
        return world;
    }
}
