using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>The networking strategy in two editions, and the ground rules.</summary>
internal static class DemoStrategy
{
    // Title, text, threshold, first day, edition.
    private static readonly (string Title, string Text, double? Threshold, DateOnly From, int Edition)[] Rules =
    [
        ("Pladsen er virksomhedens",
            "En plads, som virksomheden betaler, følger opgaven og ikke personen. Skifter medarbejderen job, "
            + "finder leder og medarbejder en afløser inden for måneden.", null, new(2023, 9, 1), 1),
        ("Giv, før du beder",
            "Mindst ét bidrag til netværket for hver to ting, vi har fået med hjem: en henvisning, et oplæg, en hånd.",
            2, new(2023, 9, 1), 1),
        ("Fortæl det samme dag",
            "Fem minutter efter et møde: hvem mødte du, hvad lærte du, hvad lovede du. Fortrolighed går forud.",
            5, new(2023, 9, 1), 1),
        ("Fremmøde", "Kom, eller send din afløser. Under fire ud af fem møder taler leder og medarbejder om pladsen.", .8,
            new(2023, 9, 1), 1),
        ("Fremmøde", "Kom, eller send din afløser. Under tre ud af fire møder taler leder og medarbejder om pladsen.", .75,
            new(2025, 1, 1), 2),
        ("Chatham House er et løfte",
            "Hvad der bliver sagt, må bruges. Hvem der sagde det, og fra hvilket firma, siger vi ikke.", null,
            new(2023, 9, 1), 1),
        ("Et nyt netværk prøves først", "To gæstebesøg og en samtale med nærmeste leder før indmeldelse.", 2, new(2024, 3, 1), 1),
        ("Kontakter er mennesker",
            "Vi gemmer kun det, vi ville sige højt til den, det handler om, og sletter, når grunden er væk.", null,
            new(2023, 9, 1), 1),
    ];

    public static void Build(DemoWorld world)
    {
        AddStrategy(world, 1, new(2023, 9, 1), new(2025, 9, 1), "Netværk for vækst",
            "Vi går efter flere kunder i fødevarer og vand, og vi nøjes med de netværk, vi kan passe. "
            + "Den, der sidder på en plads, har tid til den.", 2);
        AddStrategy(world, 2, new(2025, 9, 1), new(2027, 9, 1), "Netværk for nye markeder",
            "Energi i Nordjylland og pharma øst for Storebælt er hvide pletter på vores kort. "
            + "Vi sender dem, der passer til netværket, og ikke dem, der plejer.", 4);
        foreach (var rule in Rules)
        {
            var next = Rules.FirstOrDefault(other => other.Title == rule.Title && other.Edition == rule.Edition + 1);
            world.Records.Add(RecordKind.Guideline, rule.From, id => new Guideline
            {
                Id = id,
                Title = rule.Title,
                Text = rule.Text,
                Edition = rule.Edition,
                Threshold = rule.Threshold,
                InForceFrom = rule.From,
                InForceUntil = next.Title is null ? null : next.From,
            });
        }
    }

    private static void AddStrategy(
        DemoWorld world, int edition, DateOnly from, DateOnly until, string name, string text, int segments)
    {
        var (west, east, development) = (world.Departments[2].Id, world.Departments[3].Id, world.Departments[6].Id);
        world.Records.Add(RecordKind.Strategy, from, id => new Strategy
        {
            Id = id,
            OwnerId = DemoPeople.Strategy.Id,
            Name = name,
            Edition = edition,
            PeriodFrom = from,
            PeriodUntil = until,
            Text = text,
            Wishes =
            [
                new StrategyWish
                {
                    Purposes = [NetworkPurpose.BusinessExchange, NetworkPurpose.Professional],
                    SegmentIds = ValueList.From(world.Segments.Take(segments).Select(segment => segment.Id)),
                    WillNotDo = "Vi betaler ikke for netværk, hvor ingen har tid til at møde op.",
                },
                new StrategyWish
                {
                    DepartmentId = west, Purposes = [NetworkPurpose.BusinessExchange],
                        SegmentIds = [world.Segments[0].Id, world.Segments[1].Id],
                    Kinds = [NetworkKind.Association, NetworkKind.BusinessNetwork],
                },
                new StrategyWish
                {
                    DepartmentId = east, Purposes = [NetworkPurpose.BusinessExchange], SegmentIds = [world.Segments[3].Id],
                    Kinds = [NetworkKind.Association],
                },
                new StrategyWish
                {
                    DepartmentId = development, Purposes = [NetworkPurpose.Professional],
                    Kinds = [NetworkKind.Commission, NetworkKind.Association],
                },
            ],
        });
    }
}
