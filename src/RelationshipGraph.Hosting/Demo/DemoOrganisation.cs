using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>The company itself: departments, employees, who leads whom.</summary>
internal static class DemoOrganisation
{
    public const string CompanyName = "Brisgaard Automation A/S";
    public const string Host = "brisgaard.example";

    private const string Midt = "Midtjylland";
    private const string Hovedstaden = "Hovedstaden";

    // Name, place of the parent (-1: none), region, trade, employees, title, title of the lead, topics.
    private static readonly Unit[] Units =
    [
        new("Direktion", -1, Midt, DemoTrade.Leadership, 2, "Direktør", "Direktør", ["ledelse", "bestyrelse", "strategi"]),
        new("Salg", 0, Midt, DemoTrade.Commercial, 2, "Salgskoordinator", "Salgsdirektør", ["salg", "ledelse", "eksport"]),
        new("Salg Vest", 1, Midt, DemoTrade.Commercial, 6, "Salgsingeniør", "Salgschef",
            ["salg", "fødevarer", "vand", "automation"]),
        new("Salg Øst", 1, Hovedstaden, DemoTrade.Commercial, 4, "Salgsingeniør", "Salgschef",
            ["salg", "pharma", "energi", "eksport"]),
        new("Marketing", 1, Midt, DemoTrade.Commercial, 4, "Marketingkonsulent", "Marketingchef",
            ["markedsføring", "salg", "data"]),
        new("Strategi", 0, Midt, DemoTrade.Leadership, 3, "Forretningsudvikler", "Strategichef",
            ["strategi", "innovation", "bæredygtighed", "data"]),
        new("Udvikling", 0, Midt, DemoTrade.Technical, 12, "Udviklingsingeniør", "Udviklingschef",
            ["automation", "robotter", "innovation", "standarder"]),
        new("Produktion", 0, Midt, DemoTrade.Technical, 10, "Automatiktekniker", "Produktionschef",
            ["kvalitet", "vedligehold", "arbejdsmiljø"]),
        new("Service", 0, Midt, DemoTrade.Technical, 6, "Servicetekniker", "Servicechef",
            ["vedligehold", "vand", "fødevarer", "sikkerhed"]),
        new("Økonomi", 0, Midt, DemoTrade.Finance, 5, "Økonomiassistent", "Økonomichef", ["økonomi", "bogføring", "IT"]),
        new("HR", 0, Midt, DemoTrade.People, 3, "HR-konsulent", "HR-chef", ["HR", "rekruttering", "uddannelse"]),
        new("IT", 0, Midt, DemoTrade.Digital, 3, "IT-konsulent", "IT-chef", ["IT", "sikkerhed", "data"]),
    ];

    // The department of each of the people with a part in the tour, by its place above.
    private static readonly int[] DepartmentsOfNamed = [0, 2, 5, 9, 6, 11];
    private static readonly bool[] LeadsOfNamed = [true, false, true, false, false, true];

    /// <summary>What the work is called in the records.</summary>
    public static string ProfessionOf(DemoTrade trade) => trade switch
    {
        DemoTrade.Leadership => "leder",
        DemoTrade.Commercial => "sælger",
        DemoTrade.Technical => "ingeniør",
        DemoTrade.Finance => "økonom",
        DemoTrade.People => "HR",
        _ => "IT",
    };

    public static void Build(DemoWorld world)
    {
        var random = new DemoRandom("organisation");
        AddCompany(world);
        var leads = AddPeople(world, random);
        for (var n = 0; n < Units.Length; n++)
        {
            var (unit, lead, at) = (Units[n], leads[n].Id, n);
            world.Departments.Add(world.Records.Add(RecordKind.Department, DemoCalendar.GoLive, id => new Department
            {
                Id = id,
                Source = DemoRecords.Source,
                ExternalId = $"D{at + 1:00}",
                Name = unit.Name,
                ParentId = unit.Parent < 0 ? null : world.Departments[unit.Parent].Id,
                LeadId = lead,
            }));
        }

        AddPlaces(world, leads);
    }

    private static void AddCompany(DemoWorld world) =>
        world.Companies.Add(world.Records.Add(RecordKind.Company, DemoCalendar.GoLive, id => new Company
        {
            Id = id,
            Source = DemoRecords.Source,
            ExternalId = "V001",
            Name = CompanyName,
            Domain = Host,
            RegistrationNumber = DemoMarket.RegistrationNumber(1),
            IndustryCode = "332000",
            IndustryScheme = IndustryScheme.Db25,
            Industry = "Installation af industrimaskiner og -udstyr",
            Size = CompanySize.Medium,
            EmployeeCount = 60,
            Country = "DK",
            Region = Midt,
            Relation = CompanyRelation.Own,
        }));

    /// <returns>Who leads each department.</returns>
    private static DemoEmployee[] AddPeople(DemoWorld world, DemoRandom random)
    {
        var leads = new DemoEmployee?[Units.Length];
        var left = Units.Select(unit => unit.People).ToArray();
        var names = DemoPeople.All.Select(person => person.Name).ToHashSet(StringComparer.Ordinal);
        for (var n = 0; n < DemoPeople.All.Count; n++)
        {
            var (named, unit) = (DemoPeople.All[n], DepartmentsOfNamed[n]);
            var employee = AddPerson(world, random, named.Name, unit, LeadsOfNamed[n], named.Title, DemoPeople.StartOf(n));
            left[unit]--;
            leads[unit] = LeadsOfNamed[n] ? employee : leads[unit];
        }

        for (var unit = 0; unit < Units.Length; unit++)
        {
            while (left[unit]-- > 0)
            {
                var name = DemoNames.Person(random);
                while (!names.Add(name))
                {
                    name = DemoNames.Person(random);
                }

                var isLead = leads[unit] is null;
                var start = random.Day(new DateOnly(2005, 1, 1), isLead ? new(2020, 1, 1) : new DateOnly(2026, 2, 1));
                var title = isLead ? Units[unit].LeadTitle : Units[unit].Title;
                var employee = AddPerson(world, random, name, unit, isLead, title, new DateOnly(start.Year, start.Month, 1));
                leads[unit] ??= employee;
            }
        }

        return leads!;
    }

    private static DemoEmployee AddPerson(
        DemoWorld world, DemoRandom random, string name, int unit, bool isLead, string title, DateOnly start)
    {
        var isTrainee = title.EndsWith("trainee", StringComparison.Ordinal) || (!isLead && random.Chance(.05));
        var level = isTrainee ? 1 : unit == 0 ? 4 : isLead ? 3 : 2;
        var topics = isTrainee ? [.. Units[unit].Topics[..2], "uddannelse"] : random.Some(Units[unit].Topics, 3).ToArray();
        var profile = new DemoProfile(Units[unit].Trade, level, topics, Units[unit].Region);
        var duty = .6 + (.35 * random.Unit());
        var position = world.Employees.Count + 1;
        var hours = random.Between(2, level >= 3 ? 16 : 8);
        var record = world.Records.Add(RecordKind.Employee, start, id => new Employee
        {
            Id = id,
            Source = DemoRecords.Source,
            ExternalId = $"E{position:000}",
            Name = name,
            Emails = [$"{DemoNames.Mailbox(name)}@{Host}"],
            Title = isTrainee && !title.EndsWith("trainee", StringComparison.Ordinal) ? "Trainee" : title,
            Profession = ProfessionOf(profile.Trade),
            Topics = ValueList.From(topics),
            JobGroup = level switch { 1 => "Elev", 2 => "Specialist", 3 => "Leder", _ => "Topledelse" },
            StartedOn = start,
            NetworkingHours = new Hours(hours),
            WishedPurposes = random.Chance(.5) ? [NetworkPurpose.Professional] : [NetworkPurpose.BusinessExchange],
            WishedTopics = ValueList.From(random.Some(topics, 2)),
            WishedPlaces = unit == 3 ? ["København"] : ["Aarhus"],
            WishedForm = random.Chance(.7) ? NetworkForm.InPerson : NetworkForm.Hybrid,
        });
        var employee = new DemoEmployee(record, profile, unit, duty);
        world.Employees.Add(employee);
        return employee;
    }

    private static void AddPlaces(DemoWorld world, DemoEmployee[] leads)
    {
        var company = world.Companies[0].Id;
        foreach (var employee in world.Employees)
        {
            var start = employee.Record.StartedOn!.Value;
            var lead = leads[employee.Department];
            var above = lead.Id != employee.Id ? lead : leads[Math.Max(0, Units[employee.Department].Parent)];
            Join(world, start, id => new WorksAt
            {
                Id = id,
                FromId = employee.Id,
                ToId = company,
                From = start,
                Title = employee.Record.Title,
                Department = Units[employee.Department].Name,
            }, RecordKind.WorksAt);
            Join(world, start, id => new InDepartment
            {
                Id = id,
                FromId = employee.Id,
                ToId = world.Departments[employee.Department].Id,
                From = start,
            }, RecordKind.InDepartment);
            if (above.Id != employee.Id)
            {
                var since = DemoCalendar.Later(start, above.Record.StartedOn!.Value);
                Join(world, since, id => new ReportsTo { Id = id, FromId = employee.Id, ToId = above.Id, From = since },
                    RecordKind.ReportsTo);
            }
        }
    }

    private static void Join<T>(DemoWorld world, DateOnly known, Func<RecordId, T> make, RecordKind kind)
        where T : Relationship => world.Records.Add(kind, known, make);

    private sealed record Unit(
        string Name, int Parent, string Region, DemoTrade Trade, int People, string Title, string LeadTitle, string[] Topics);
}
