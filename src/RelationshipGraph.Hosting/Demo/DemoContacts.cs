using System.Globalization;
using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>The 3,000 contacts, where they work and worked, and the ground on which each is kept.</summary>
internal static class DemoContacts
{
    public const int ContactCount = 3_000;

    private static readonly DateOnly KnownFirst = new(2018, 1, 1);

    // Trade, title at each level from 1 to 4, topics of the trade.
    private static readonly (DemoTrade Trade, string[] Titles, string[] Topics)[] Jobs =
    [
        (DemoTrade.Leadership, ["Ledelsestrainee", "Projektleder", "Afdelingsleder", "Administrerende direktør"],
            ["ledelse", "strategi", "bestyrelse"]),
        (DemoTrade.Commercial, ["Salgselev", "Sælger", "Salgschef", "Salgsdirektør"], ["salg", "eksport", "markedsføring"]),
        (DemoTrade.Technical, ["Automatiklærling", "Ingeniør", "Teknisk chef", "Teknisk direktør"],
            ["automation", "vedligehold", "kvalitet"]),
        (DemoTrade.Finance, ["Økonomielev", "Bogholder", "Økonomichef", "Økonomidirektør"], ["økonomi", "bogføring", "indkøb"]),
        (DemoTrade.People, ["HR-elev", "HR-partner", "HR-chef", "HR-direktør"], ["HR", "rekruttering", "uddannelse"]),
        (DemoTrade.Digital, ["IT-elev", "Udvikler", "IT-chef", "Digital direktør"], ["IT", "data", "sikkerhed"]),
    ];

    private static readonly double[] JobWeights = [16, 24, 30, 12, 8, 10];
    private static readonly double[] LevelWeights = [7, 45, 32, 16];

    private static readonly string[] Grounds =
        ["Visitkort fra messe", "Kundeforhold", "Anbefalet af en kollega", "Netværksmøde", "Firmaets hjemmeside",
            "Henvendelse til os"];

    public static void Build(DemoWorld world)
    {
        var random = new DemoRandom("contacts");

        // A large company has more people we know of, and each has at least two.
        double[] shares = [1, 2.2, 5, 12, 26];
        double[] weights = [0, .. world.Companies.Skip(1).Select(company => shares[(int)company.Size!.Value - 1])];
        var mailboxes = new HashSet<string>(StringComparer.Ordinal);
        for (var n = 0; n < ContactCount; n++)
        {
            var company = n < 2 * (world.Companies.Count - 1) ? 1 + (n / 2) : random.Weighted(weights);
            AddContact(world, random, company, mailboxes);
        }
    }

    private static void AddContact(DemoWorld world, DemoRandom random, int company, HashSet<string> mailboxes)
    {
        var firm = world.Companies[company];
        var job = Jobs[random.Weighted(JobWeights)];
        var level = 1 + random.Weighted(LevelWeights);
        var name = DemoNames.Person(random);
        var industry = DemoIndustry.All.First(one => one.Code == firm.IndustryCode);
        string[] topics = [.. random.Some(industry.Topics, 2).Concat(random.Some(job.Topics, 2)).Distinct()];
        var profile = new DemoProfile(job.Trade, level, topics, firm.Region);
        var decides = DecisionOf(random, level);
        var position = world.Contacts.Count + 1;
        var known = random.Day(DemoCalendar.Later(KnownFirst, firm.KnownSince), DemoCalendar.Last.AddDays(-40));
        var title = job.Titles[level - 1];
        var hidden = random.Unit();
        var owner = hidden < .03 ? random.Pick(world.Employees).Id : default(RecordId?);
        var mailbox = MailboxOf(name, firm.Domain!, mailboxes);
        var record = world.Records.Add(RecordKind.Contact, known, id => Consent(random, known, new Contact
        {
            Id = id,
            Source = DemoRecords.Source,
            ExternalId = $"C{position:0000}",
            Visibility = owner is null ? Visibility.Everyone : hidden < .02 ? Visibility.Team : Visibility.Owner,
            OwnerId = owner,
            Name = name,
            Emails = random.Chance(.85) ? [mailbox] : [],
            Phones = random.Chance(.5) ? [PhoneOf(random)] : [],
            Title = title,
            Profession = DemoOrganisation.ProfessionOf(job.Trade),
            Topics = ValueList.From(topics),
            Seniority = random.Chance(.9) ? SeniorityOf(random, level) : null,
            DecisionRole = decides,
        }));
        world.Contacts.Add(new DemoContact(record, profile, company));
        AddJobs(world, random, record, title, known, company, decides);
    }

    private static void AddJobs(
        DemoWorld world, DemoRandom random, Contact person, string title, DateOnly known, int company, DecisionRole? decides)
    {
        var from = random.Chance(.8) ? random.Day(new DateOnly(2010, 1, 1), known) : default(DateOnly?);
        world.Records.Add(RecordKind.WorksAt, known, id => new WorksAt
        {
            Id = id,
            FromId = person.Id,
            ToId = world.Companies[company].Id,
            Title = title,
            DecisionRole = decides,
            From = from,
            LastSeen = random.Day(known, DemoCalendar.Last),
            Visibility = person.Visibility,
            OwnerId = person.OwnerId,
        });
        if (from is not { } since || !random.Chance(.12))
        {
            return;
        }

        // Came from another company that we know of.
        var before = random.Between(1, world.Companies.Count - 1);
        var until = random.Chance(.25) ? default(DateOnly?) : since;
        world.Records.Add(RecordKind.WorksAt, known, id => new WorksAt
        {
            Id = id,
            FromId = person.Id,
            ToId = world.Companies[before == company ? (before % 300) + 1 : before].Id,
            Title = until is null ? "Bestyrelsesmedlem" : title,
            From = since.AddMonths(-random.Between(12, 96)),
            Until = until,
            Visibility = person.Visibility,
            OwnerId = person.OwnerId,
        });
    }

    private static Contact Consent(DemoRandom random, DateOnly known, Contact person)
    {
        var basis = random.Chance(.6) ? LegalBasis.LegitimateInterest : random.Chance(.6) ? LegalBasis.Contract
            : LegalBasis.Consent;
        var objected = random.Chance(.02) ? random.Day(known, DemoCalendar.Last) : default(DateOnly?);
        ValueList<Permission> permissions = random.Chance(.3)
            ?
            [
                new Permission
                {
                    Channel = random.Chance(.7) ? Channel.Email : Channel.Call,
                    IsAllowed = objected is null && random.Chance(.85),
                    Basis = LegalBasis.Consent,
                    GivenOn = known,
                    Evidence = "Formular på hjemmesiden",
                },
            ]
            : [];
        return person with
        {
            LegalBasis = basis,
            LegalBasisSource = random.Pick(Grounds),
            InformedOn = random.Chance(.8) ? known.AddDays(random.Between(0, 28)) : null,
            DeleteBy = random.Chance(.4) ? known.AddYears(5 + random.Below(5)) : null,
            ObjectedOn = objected,
            Permissions = permissions,
        };
    }

    private static DecisionRole? DecisionOf(DemoRandom random, int level)
    {
        DecisionRole[] roles =
        [
            DecisionRole.DecisionMaker, DecisionRole.Influencer, DecisionRole.Champion, DecisionRole.Gatekeeper,
                DecisionRole.User,
            DecisionRole.Blocker,
        ];
        double[] weights = level switch
        {
            4 => [70, 15, 5, 3, 2, 5],
            3 => [35, 35, 10, 8, 7, 5],
            _ => [2, 25, 10, 18, 42, 3],
        };
        return random.Chance(.65) ? roles[random.Weighted(weights)] : null;
    }

    private static Seniority SeniorityOf(DemoRandom random, int level) => level switch
    {
        1 => Seniority.Junior,
        2 => Seniority.Specialist,
        3 => random.Chance(.75) ? Seniority.Manager : Seniority.Director,
        _ => random.Chance(.7) ? Seniority.Executive : random.Chance(.5) ? Seniority.Owner : Seniority.Board,
    };

    // No Danish number begins with two zeros.
    private static string PhoneOf(DemoRandom random) => string.Create(
        CultureInfo.InvariantCulture, $"+45 00 {random.Below(100):00} {random.Below(100):00} {random.Below(100):00}");

    private static string MailboxOf(string name, string host, HashSet<string> taken)
    {
        var box = DemoNames.Mailbox(name);
        var mailbox = $"{box}@{host}";
        for (var n = 2; !taken.Add(mailbox); n++)
        {
            mailbox = string.Create(CultureInfo.InvariantCulture, $"{box}{n}@{host}");
        }

        return mailbox;
    }
}
