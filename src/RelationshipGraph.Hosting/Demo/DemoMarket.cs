using System.Globalization;
using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>The 400 companies, how they stand to each other, and the segments the strategy speaks of.</summary>
internal static class DemoMarket
{
    public const int CompanyCount = 400;

    private static readonly string[] Regions = ["Midtjylland", "Syddanmark", "Hovedstaden", "Sjælland", "Nordjylland"];
    private static readonly double[] RegionWeights = [40, 24, 18, 9, 9];
    private static readonly double[] SizeWeights = [22, 38, 26, 11, 3];

    private static readonly CompanyRelation[] Relations =
    [
        CompanyRelation.Customer, CompanyRelation.Prospect, CompanyRelation.Partner, CompanyRelation.Supplier,
        CompanyRelation.Competitor, CompanyRelation.Other,
    ];

    private static readonly double[] RelationWeights = [22, 40, 6, 8, 3, 21];

    // Name, industries by the beginnings of their codes, sizes, regions, wanted, weight.
    private static readonly (string Name, string[] Codes, CompanySize[] Sizes, string[] Regions, bool? Wanted,
        double Weight)[] Areas =
    [
        ("Fødevarer, mellemstore og store", ["10"], [CompanySize.Medium, CompanySize.Large], [], true, .9),
        ("Vand og rens", ["36", "37"], [], [], true, .8),
        ("Energi i Nordjylland", ["35"], [], ["Nordjylland"], true, .8),
        ("Pharma øst for Storebælt", ["21"], [], ["Hovedstaden", "Sjælland"], true, .7),
        ("Maskinbyggere", ["27", "28"], [], [], true, .5),
        ("Lager og logistik", ["49", "52"], [], [], true, .4),
        ("Kemi", ["20"], [], [], null, .3),
        ("Ingeniørrådgivere som partnere", ["71"], [], [], true, .4),
        ("Små værksteder", ["28", "31"], [CompanySize.Micro], [], false, .2),
        ("Byggeri", ["41", "43"], [], [], false, .2),
        ("Software og data", ["62"], [], [], null, .3),
        ("Rådgivere", ["69", "70", "73", "78"], [], [], false, .1),
    ];

    /// <summary>A number with eight digits that fails the register's check digit, so that no company can have it.</summary>
    public static string RegistrationNumber(int position)
    {
        int[] weights = [2, 7, 6, 5, 4, 3, 2, 1];
        for (var number = 90_000_000 + (position * 7); ; number++)
        {
            var digits = number.ToString(CultureInfo.InvariantCulture);
            if (digits.Select((digit, at) => (digit - '0') * weights[at]).Sum() % 11 != 0)
            {
                return digits;
            }
        }
    }

    public static void Build(DemoWorld world)
    {
        var random = new DemoRandom("market");
        var names = new HashSet<string>(StringComparer.Ordinal) { DemoOrganisation.CompanyName };
        var hosts = new HashSet<string>(StringComparer.Ordinal) { DemoOrganisation.Host };
        while (world.Companies.Count < CompanyCount)
        {
            AddCompany(world, random, names, hosts);
        }

        AddTies(world, random);
        foreach (var area in Areas)
        {
            world.Segments.Add(world.Records.Add(RecordKind.Segment, DemoCalendar.GoLive, id => new Segment
            {
                Id = id,
                Name = area.Name,
                IndustryCodes = ValueList.From(area.Codes),
                Sizes = ValueList.From(area.Sizes),
                Regions = ValueList.From(area.Regions),
                IsWanted = area.Wanted,
                Weight = new Share(area.Weight),
            }));
        }
    }

    private static void AddCompany(DemoWorld world, DemoRandom random, HashSet<string> names, HashSet<string> hosts)
    {
        var industry = DemoIndustry.All[random.Weighted([.. DemoIndustry.All.Select(one => one.Weight)])];
        var name = DemoNames.Company(random, industry.Word);
        var host = DemoNames.Host(name);
        while (!names.Add(name) || !hosts.Add(host))
        {
            name = DemoNames.Company(random, industry.Word);
            host = DemoNames.Host(name);
        }

        var position = world.Companies.Count + 1;
        var size = random.Weighted(SizeWeights);
        var abroad = random.Chance(.07);
        var relation = Relations[random.Weighted(RelationWeights)];
        var known = random.Day(new DateOnly(2015, 1, 1), relation == CompanyRelation.Customer ? new(2025, 1, 1)
            : new DateOnly(2026, 6, 30));
        var region = Regions[random.Weighted(RegionWeights)];
        int[] least = [1, 10, 50, 250, 1_000];
        int[] most = [9, 49, 249, 999, 4_000];
        var employees = random.Between(least[size], most[size]);
        world.Companies.Add(world.Records.Add(RecordKind.Company, known, id => new Company
        {
            Id = id,
            Source = DemoRecords.Source,
            ExternalId = $"V{position:000}",
            Name = name,
            Domain = host,
            RegistrationNumber = abroad ? null : RegistrationNumber(position),
            IndustryCode = industry.Code,
            IndustryScheme = IndustryScheme.Db25,
            Industry = industry.Name,
            Size = (CompanySize)(size + 1),
            EmployeeCount = employees,
            Country = abroad ? random.Pick(["DE", "SE", "NO"]) : "DK",
            Region = abroad ? null : region,
            Relation = relation,
            AdvertisingProtected = !abroad && random.Chance(.12),
        }));
    }

    private static void AddTies(DemoWorld world, DemoRandom random)
    {
        CompanyTie[] kinds =
        [
            CompanyTie.Supplies, CompanyTie.CustomerOf, CompanyTie.CompetesWith, CompanyTie.PartnerOf, CompanyTie.Owns,
            CompanyTie.SharesBoardWith,
        ];
        double[] weights = [30, 25, 15, 15, 8, 7];
        var joined = new HashSet<(RecordId, RecordId)>();
        while (joined.Count < 180)
        {
            var (one, other) = (random.Pick(world.Companies), random.Pick(world.Companies));
            if (one.Id != other.Id && joined.Add((one.Id, other.Id)))
            {
                var tie = kinds[random.Weighted(weights)];
                var since = random.Day(new DateOnly(2016, 1, 1), new DateOnly(2026, 3, 1));
                world.Records.Add(RecordKind.RelatedTo, since, id => new RelatedTo
                {
                    Id = id,
                    FromId = one.Id,
                    ToId = other.Id,
                    Tie = tie,
                    From = since,
                });
            }
        }
    }
}
