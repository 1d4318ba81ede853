using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>The networks of the demo that are clubs, associations, boards and events.</summary>
internal static class DemoBodies
{
    private const string Midt = "Midtjylland";
    private const string Syd = "Syddanmark";
    private const string Hovedstaden = "Hovedstaden";
    private const string Nord = "Nordjylland";

    private static readonly NetworkPurpose[] Exchange = [NetworkPurpose.BusinessExchange];
    private static readonly NetworkPurpose[] Professional = [NetworkPurpose.Professional];
    private static readonly NetworkPurpose[] Humanitarian = [NetworkPurpose.Humanitarian, NetworkPurpose.BusinessExchange];
    private static readonly NetworkPurpose[] Mixed = [NetworkPurpose.Professional, NetworkPurpose.BusinessExchange];

    private static readonly DemoNetwork Wheel = new(
        "Serviceklubben Hjulet Aarhus", NetworkKind.Association, Humanitarian, ["frivillighed", "ledelse", "uddannelse"], 3,
            "Aarhus", Midt)
    {
        Access = NetworkAccess.Invitation,
        MeetingsAYear = 22,
        HoursAMeeting = 2,
        Members = 48,
        Fees = (0, 0, 4_200, 0),
        AbsencesMax = 9,
        OnePerTrade = true,
        Seats = 2,
    };

    private static readonly DemoNetwork Body = new(
        "Erhvervskammeret Østjylland", NetworkKind.Association, Exchange, ["salg", "logistik", "eksport"], 3, "Aarhus", Midt)
    {
        Access = NetworkAccess.Open,
        MeetingsAYear = 8,
        Members = 640,
        Fees = (0, 14_500, 0, 0),
        Seats = 2,
        NoticeMonths = 6,
    };

    private static readonly DemoNetwork Board = new(
        "Bestyrelsen for Teknisk Skole ved Åen", NetworkKind.Board, Professional, ["bestyrelse", "uddannelse", "rekruttering"],
            4, "Aarhus", Midt)
    {
        Access = NetworkAccess.Invitation,
        MeetingsAYear = 5,
        HoursAMeeting = 4,
        Members = 9,
        Substitutes = false,
        Seats = 1,
        Confidentiality = Confidentiality.Closed,
        NoticeMonths = 12,
    };

    private static readonly DemoNetwork Circle = new(
        "Kvinder i Teknik", NetworkKind.Association, Professional, ["ledelse", "innovation", "rekruttering"], 2, "Aarhus", Midt)
    {
        Access = NetworkAccess.Open,
        MeetingsAYear = 6,
        HoursAMeeting = 2.5,
        Members = 410,
        Fees = (0, 0, 1_200, 0),
        Seats = 2,
    };

    public static IEnumerable<DemoNetwork> All => [.. Clubs, .. Bodies, .. BoardsAndCouncils, .. Others];

    // Service clubs, a lodge, and places where one simply is.
    private static DemoNetwork[] Clubs =>
    [
        Wheel,
        Wheel with { Name = "Serviceklubben Hjulet Skanderborg", Place = "Skanderborg", Seats = 1, Members = 31 },
        Wheel with
        {
            Name = "Logen Tre Stjerner",
            Topics = ["frivillighed", "etik"],
            MeetingsAYear = 12,
            Confidentiality = Confidentiality.Closed,
            IsSensitive = true,
            Seats = 1,
            Purposes = [NetworkPurpose.Humanitarian],
            OnePerTrade = false,
        },
        new("Topklubben", NetworkKind.BusinessNetwork, Mixed, ["ledelse", "strategi"], 4, "København", Hovedstaden)
        {
            Access = NetworkAccess.Invitation,
            MeetingsAYear = 6,
            HoursAMeeting = 5,
            Members = 90,
            Fees = (35_000, 0, 95_000, 0),
            NoticeMonths = 12,
            Substitutes = false,
            Confidentiality = Confidentiality.Closed,
            Seats = 2,
            Pay = .05,
            Trades = [DemoTrade.Leadership],
        },
        new("Ådalens Erhvervsklub", NetworkKind.Other, Exchange, ["salg", "sport"], 3, "Randers", Midt)
        {
            Access = NetworkAccess.Open,
            MeetingsAYear = 10,
            Members = 140,
            Fees = (0, 18_000, 0, 0),
            Seats = 2,
            Pay = .3,
        },
        new("Fællesskabet Metal og Styring", NetworkKind.Association, Professional, ["uddannelse", "arbejdsmiljø"],
            2, "Aarhus", Midt)
        {
            MeetingsAYear = 4,
            HoursAMeeting = 2,
            Members = 5_200,
            IsSensitive = true,
            Seats = 2,
            Confidentiality = Confidentiality.Closed,
            Trades = [DemoTrade.Technical],
        },
    ];

    // Chambers, industry bodies and clusters: the company is a member, somebody goes.
    private static DemoNetwork[] Bodies =>
    [
        Body,
        Body with
        {
            Name = "Handelskredsen Jylland-Nordtyskland",
            Topics = ["eksport", "Tyskland", "logistik"],
            Place = "Kolding",
            Region = Syd,
            Fees = (0, 22_000, 0, 0),
            Members = 210,
            Seats = 2,
            Trades = [DemoTrade.Commercial],
        },
        Body with
        {
            Name = "Brancheforeningen Maskiner og Styring",
            Purposes = Mixed,
            Topics = ["automation", "robotter", "standarder"],
            Fees = (0, 68_000, 0, 0),
            Members = 380,
            NoticeMonths = 12,
            Seats = 2,
        },
        Body with
        {
            Name = "Standardudvalget for Styring",
            Kind = NetworkKind.Commission,
            Parent = "Brancheforeningen Maskiner og Styring",
            Purposes = Professional,
            Topics = ["standarder", "sikkerhed", "automation"],
            Level = 2,
            Members = 18,
            Fees = (0, 0, 12_400, 0),
            Seats = 1,
            Trades = [DemoTrade.Technical],
            MeetingsAYear = 5,
        },
        Body with
        {
            Name = "Robotklyngen Midt",
            Purposes = Mixed,
            Topics = ["robotter", "automation", "innovation"],
            Level = 2,
            Fees = (0, 25_000, 0, 0),
            Members = 170,
            Seats = 3,
            Trades = [DemoTrade.Technical, DemoTrade.Commercial],
            Form = NetworkForm.Hybrid,
        },
        Body with
        {
            Name = "Grøn Industri Forum",
            Purposes = Mixed,
            Topics = ["bæredygtighed", "energi", "innovation"],
            Fees = (0, 16_000, 0, 0),
            Members = 260,
            Seats = 1,
            Place = "København",
            Region = Hovedstaden,
            Form = NetworkForm.Hybrid,
        },
        Body with
        {
            Name = "Fødevareteknisk Selskab",
            Topics = ["fødevarer", "kvalitet", "automation"],
            Place = "Kolding",
            Region = Syd,
            Fees = (0, 6_500, 0, 0),
            Members = 320,
            Seats = 2,
            Level = 2,
            Pay = 1.6,
            Trades = [DemoTrade.Commercial, DemoTrade.Technical],
        },
        Body with
        {
            Name = "Vandsektorens Samling",
            Purposes = Mixed,
            Topics = ["vand", "energi", "vedligehold"],
            Fees = (0, 9_500, 0, 0),
            Members = 290,
            Seats = 2,
            Pay = 1.3,
            Trades = [DemoTrade.Commercial, DemoTrade.Technical],
        },
        Body with
        {
            Name = "Energibyens Partnerskab",
            Topics = ["energi", "bæredygtighed", "innovation"],
            Place = "Aalborg",
            Region = Nord,
            Fees = (0, 12_000, 0, 0),
            Members = 120,
            Seats = 0,
            Status = NetworkStatus.Candidate,
            Pay = 1.5,
            Access = NetworkAccess.Application,
        },
    ];

    private static DemoNetwork[] BoardsAndCouncils =>
    [
        Board,
        Board with
        {
            Name = "Bestyrelsen i Isdal Komponenter",
            Purposes = Mixed,
            Topics = ["bestyrelse", "strategi", "indkøb"],
            Members = 5,
            Seats = 1,
        },
        Board with
        {
            Name = "Kommunens Erhvervsråd",
            Kind = NetworkKind.Commission,
            Topics = ["logistik", "uddannelse", "strategi"],
            Members = 15,
            Seats = 1,
            Confidentiality = Confidentiality.Open,
        },
        Board with
        {
            Name = "Uddannelsesudvalget for Automatik",
            Kind = NetworkKind.Commission,
            Topics = ["uddannelse", "automation", "rekruttering"],
            Members = 11,
            Level = 3,
            Seats = 1,
            Substitutes = true,
            Trades = [DemoTrade.Technical, DemoTrade.People],
        },
    ];

    private static DemoNetwork[] Others =>
    [
        Circle,
        Circle with
        {
            Name = "Unge i Industrien",
            Purposes = Mixed,
            Topics = ["uddannelse", "robotter", "salg"],
            Level = 1,
            Members = 520,
            Fees = (0, 0, 450, 0),
            Seats = 2,
            Pay = 1.3,
            MeetingsAYear = 9,
        },
        Circle with
        {
            Name = "Bogholdernes Erfakreds",
            Topics = ["bogføring", "økonomi", "IT"],
            Members = 85,
            Fees = (0, 0, 900, 0),
            Seats = 1,
            Trades = [DemoTrade.Finance],
            MeetingsAYear = 8,
            Pay = 1.2,
            Region = Midt,
        },
        Circle with
        {
            Name = "Automatikmessen",
            Kind = NetworkKind.Event,
            Purposes = Exchange,
            Topics = ["automation", "robotter", "salg"],
            Place = "Herning",
            MeetingsAYear = 1,
            HoursAMeeting = 16,
            Members = 4_000,
            Fees = (0, 0, 2_900, 0),
            Seats = 3,
            Trades = [DemoTrade.Commercial, DemoTrade.Technical],
        },
        Circle with
        {
            Name = "Datatopmødet",
            Kind = NetworkKind.Event,
            Topics = ["data", "IT", "sikkerhed"],
            Place = "København",
            Region = Hovedstaden,
            MeetingsAYear = 2,
            HoursAMeeting = 8,
            Members = 900,
            Fees = (0, 0, 5_400, 0),
            Seats = 1,
            Trades = [DemoTrade.Digital],
            Form = NetworkForm.Hybrid,
            Status = NetworkStatus.Trial,
        },
        Circle with
        {
            Name = "Pharmateknisk Kreds",
            Purposes = Mixed,
            Topics = ["pharma", "kvalitet", "automation"],
            Place = "Kalundborg",
            Region = "Sjælland",
            Status = NetworkStatus.Candidate,
            Seats = 0,
            Members = 130,
            Fees = (0, 11_000, 0, 0),
            Pay = 1.4,
        },
    ];
}
