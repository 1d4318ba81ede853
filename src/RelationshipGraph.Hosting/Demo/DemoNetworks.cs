using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>The 40 networks of the demo. All are invented; sizes, fees and rhythms are like those of real ones.</summary>
internal static class DemoNetworks
{
    private const string Midt = "Midtjylland";
    private const string Syd = "Syddanmark";
    private const string Hovedstaden = "Hovedstaden";

    private static readonly NetworkPurpose[] Exchange = [NetworkPurpose.BusinessExchange];
    private static readonly NetworkPurpose[] Professional = [NetworkPurpose.Professional];
    private static readonly NetworkPurpose[] Mixed = [NetworkPurpose.Professional, NetworkPurpose.BusinessExchange];

    private static readonly DemoNetwork Circle = new(
        "Direktørkredsen", NetworkKind.BusinessNetwork, Mixed, ["ledelse", "bestyrelse", "strategi"], 4, "København", null)
    {
        Access = NetworkAccess.Invitation,
        MeetingsAYear = 2,
        HoursAMeeting = 8,
        Members = 2_400,
        Substitutes = false,
        Confidentiality = Confidentiality.ChathamHouse,
        Trades = [DemoTrade.Leadership],
    };

    private static readonly DemoNetwork CircleGroup = Circle with
    {
        Parent = Circle.Name,
        MeetingsAYear = 9,
        HoursAMeeting = 4,
        Members = 32,
        AbsencesMax = 4,
        Fees = (12_000, 0, 24_500, 0),
        NoticeMonths = 6,
    };

    private static readonly DemoNetwork House = new(
        "Fagbro Erfa", NetworkKind.BusinessNetwork, Professional, ["ledelse"], 3, "Aarhus", null)
    {
        MeetingsAYear = 1,
        HoursAMeeting = 6,
        Members = 3_100,
        Confidentiality = Confidentiality.ChathamHouse,
    };

    private static readonly DemoNetwork HouseGroup = House with
    {
        Parent = House.Name,
        MeetingsAYear = 6,
        HoursAMeeting = 7,
        Members = 24,
        Fees = (0, 0, 31_900, 0),
        NoticeMonths = 6,
        Region = Midt,
        AbsencesMax = 3,
    };

    private static readonly DemoNetwork Club = new(
        "Morgenklubben", NetworkKind.BusinessNetwork, Exchange, ["salg", "iværksætteri"], 2, "Vejle", null)
    {
        MeetingsAYear = 1,
        HoursAMeeting = 8,
        Members = 1_900,
        Trades = [DemoTrade.Commercial, DemoTrade.Leadership],
    };

    private static readonly DemoNetwork Chapter = Club with
    {
        Parent = Club.Name,
        MeetingsAYear = 48,
        HoursAMeeting = 1.5,
        Members = 34,
        AbsencesMax = 3,
        OnePerTrade = true,
        Fees = (1_500, 0, 9_800, 0),
        NoticeMonths = 1,
    };

    /// <summary>In the order of their ids; a group comes after the network it is part of.</summary>
    public static IReadOnlyList<DemoNetwork> All { get; } =
        [.. DirectorsCircles, .. PeerGroups, .. BreakfastClubs, .. DemoBodies.All];

    // Like the leadership groups one is invited into: dear, closed, top management.
    private static DemoNetwork[] DirectorsCircles =>
    [
        Circle,
        CircleGroup with { Name = "Direktørkredsen Gruppe 7", Place = "Aarhus", Region = Midt, Seats = 1 },
        CircleGroup with { Name = "Direktørkredsen Gruppe 19", Place = "København", Region = Hovedstaden, Seats = 1 },
        CircleGroup with
        {
            Name = "Direktørkredsen Gruppe 31",
            Place = "Odense",
            Region = Syd,
            Status = NetworkStatus.Candidate,
        },
    ];

    // Like the facilitated peer groups for one profession each.
    private static DemoNetwork[] PeerGroups =>
    [
        House,
        HouseGroup with
        {
            Name = "Fagbro Erfa Økonomichefer",
            Topics = ["økonomi", "ledelse", "data"],
            Trades = [DemoTrade.Finance],
            Seats = 1,
        },
        HouseGroup with
        {
            Name = "Fagbro Erfa HR-ledere",
            Topics = ["HR", "rekruttering", "ledelse"],
            Trades = [DemoTrade.People],
            Seats = 1,
        },
        HouseGroup with
        {
            Name = "Fagbro Erfa Salgschefer",
            Topics = ["salg", "ledelse", "eksport"],
            Trades = [DemoTrade.Commercial],
            Seats = 2,
            Place = "Vejle",
            Region = Syd,
        },
        HouseGroup with
        {
            Name = "Fagbro Erfa Produktionschefer",
            Topics = ["vedligehold", "kvalitet", "automation"],
            Trades = [DemoTrade.Technical],
            Seats = 1,
            Status = NetworkStatus.Left,
        },
        HouseGroup with
        {
            Name = "Fagbro Erfa IT-chefer",
            Topics = ["IT", "sikkerhed", "data"],
            Trades = [DemoTrade.Digital],
            Seats = 1,
            Form = NetworkForm.Hybrid,
        },
        HouseGroup with
        {
            Name = "Fagbro Erfa Marketing",
            Topics = ["markedsføring", "salg", "data"],
            Trades = [DemoTrade.Commercial],
            Seats = 1,
            Form = NetworkForm.Online,
            Level = 2,
            Place = "København",
            Region = null,
        },
    ];

    // Like the breakfast clubs that live by referrals: weekly, one of each trade, strict about absence.
    private static DemoNetwork[] BreakfastClubs =>
    [
        Club,
        Chapter with { Name = "Morgenklubben Åen", Place = "Aarhus", Region = Midt, Seats = 1 },
        Chapter with { Name = "Morgenklubben Gudenå", Place = "Silkeborg", Region = Midt, Seats = 1 },
        Chapter with
        {
            Name = "Morgenklubben Fjorden",
            Place = "Vejle",
            Region = Syd,
            Seats = 1,
            Status = NetworkStatus.Left,
        },
    ];
}
