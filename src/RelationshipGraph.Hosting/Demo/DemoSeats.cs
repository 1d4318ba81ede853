using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>Who sits where, what was agreed, and the goals the seats serve.</summary>
internal static class DemoSeats
{
    /// <summary>The department that sits in no network: Produktion.</summary>
    public const int Insular = 7;

    // The seats the tour speaks of: the place of the person in DemoPeople and the network. They are the first of their networks.
    private static readonly (int Person, string Network, DateOnly From)[] Told =
    [
        (0, "Direktørkredsen Gruppe 7", new(2018, 2, 1)),
        (0, "Topklubben", new(2021, 1, 1)),
        (1, "Fødevareteknisk Selskab", new(2019, 9, 1)),
        (1, "Vandsektorens Samling", new(2024, 1, 1)),
        (2, "Grøn Industri Forum", new(2022, 5, 1)),
        (3, "Bogholdernes Erfakreds", new(2017, 1, 1)),
        (4, "Unge i Industrien", new(2025, 9, 1)),
        (5, "Fagbro Erfa IT-chefer", new(2020, 1, 1)),
    ];

    private static readonly Measure[] SeatMeasures =
        [Measure.CustomerMeetings, Measure.NewCustomers, Measure.Learning, Measure.Ideas, Measure.NewRelations];

    // The year's goals of the company: name, measure, target, weight.
    private static readonly (string Name, Measure Measure, double Target, double Weight)[] CompanyGoals =
    [
        ("Nye kunder gennem netværk", Measure.NewCustomers, 12, .9),
        ("Omsætning gennem netværk", Measure.Revenue, 600_000_000, .8),
        ("Idéer hjem og i brug", Measure.Ideas, 30, .6),
        ("Kundemøder", Measure.CustomerMeetings, 80, .6),
        ("Bidrag til andre", Measure.SocialContribution, 10, .3),
    ];

    public static void Build(DemoWorld world)
    {
        var random = new DemoRandom("seats");
        for (var n = 0; n < DemoNetworks.All.Count; n++)
        {
            AddSeats(world, random, n);
        }

        AddGoals(world, random);
    }

    private static void AddSeats(DemoWorld world, DemoRandom random, int network)
    {
        var declared = DemoNetworks.All[network];
        var taken = new HashSet<RecordId>();
        var told = Told.Where(seat => seat.Network == declared.Name).ToList();
        for (var n = 0; n < declared.Seats; n++)
        {
            DemoEmployee holder;
            DateOnly from;
            if (n < told.Count)
            {
                (holder, from) = (world.Employees[told[n].Person], told[n].From);
                taken.Add(holder.Id);
            }
            else
            {
                holder = ChooseHolder(world, random, declared, taken);
                from = FirstOfMonth(random.Day(
                    DemoCalendar.Later(new DateOnly(2019, 1, 1), holder.Record.StartedOn!.Value.AddDays(60)),
                        new DateOnly(2026, 3, 1)));
            }

            AddSeat(world, random, network, holder, from, n < told.Count);
        }
    }

    // Six in ten are chosen because they suit the network; the rest because it was somebody's turn.
    private static DemoEmployee ChooseHolder(DemoWorld world, DemoRandom random, DemoNetwork network, HashSet<RecordId> taken)
    {
        var bySuit = random.Chance(.6);
        var weights = new double[world.Employees.Count];
        for (var n = 0; n < weights.Length; n++)
        {
            var employee = world.Employees[n];
            var affinity = DemoAffinity.Of(network, employee.Profile);
            var mayBeSent = network.Kind != NetworkKind.Board || employee.Profile.Level >= 3;
            var isNew = employee.Record.StartedOn >= new DateOnly(2025, 10, 1);
            var isOut = taken.Contains(employee.Id) || !mayBeSent || isNew || employee.Department == Insular;
            weights[n] = isOut || n < DemoPeople.All.Count
                ? 0
                : bySuit ? affinity * affinity * affinity * affinity : 1;
        }

        var holder = world.Employees[random.Weighted(weights)];
        taken.Add(holder.Id);
        return holder;
    }

    private static void AddSeat(DemoWorld world, DemoRandom random, int network, DemoEmployee holder, DateOnly from, bool isTold)
    {
        var declared = DemoNetworks.All[network];
        var gone = declared.Status == NetworkStatus.Left;
        var until = gone ? FirstOfMonth(random.Day(new DateOnly(2024, 6, 1), new DateOnly(2026, 2, 1))) : default(DateOnly?);
        from = until is { } end && from >= end ? end.AddYears(-2) : from;
        var notice = !gone && !isTold && random.Chance(.06);
        var colleague = random.Pick(world.Employees);
        var known = DemoCalendar.Later(from, DemoCalendar.GoLive);
        var hidden = declared.IsSensitive;
        var record = world.Records.Add(RecordKind.Seat, known, id => new Seat
        {
            Id = id,
            Visibility = hidden ? Visibility.Owner : Visibility.Everyone,
            OwnerId = holder.Id,
            Role = random.Chance(.1) ? "Bestyrelsesmedlem" : "Medlem",
            Status = gone ? SeatStatus.Left : notice ? SeatStatus.NoticeGiven
                : declared.Status == NetworkStatus.Trial ? SeatStatus.Trial : SeatStatus.Member,
            From = from,
            Until = notice ? new DateOnly(2026, 12, 31) : until,
            SubstituteId = declared.Substitutes && colleague.Id != holder.Id && random.Chance(.6) ? colleague.Id : null,
            AgreedHours = new Hours(HoursOf(declared)),
            ExpectedGoals = hidden ? null : ExpectationOf(declared),
            CompanyPromise = hidden ? null
                : "Tid i kalenderen, kontingent og transport; lederen spørger til udbyttet hvert kvartal.",
            AmbassadorAgreedOn = hidden ? null : known.AddDays(random.Between(0, 20)),
            ManagerAgreedOn = hidden || random.Chance(.15) ? null : known.AddDays(random.Between(0, 30)),
            GuidelinesAcknowledgedOn = random.Chance(.8) ? known.AddDays(random.Between(0, 40)) : null,
            GuidelinesEdition = known >= new DateOnly(2025, 1, 1) ? 2 : 1,
        });
        world.Records.Add(RecordKind.Holds, known, id => new Holds
        {
            Id = id,
            FromId = holder.Id,
            ToId = record.Id,
            From = from,
            Until = record.Until,
            Visibility = record.Visibility,
            OwnerId = holder.Id,
        });
        world.Records.Add(RecordKind.SeatIn, known, id => new SeatIn
        {
            Id = id,
            FromId = record.Id,
            ToId = world.Networks[network].Id,
            From = from,
            Until = record.Until,
            Visibility = record.Visibility,
            OwnerId = holder.Id,
        });
        world.Seats.Add(new DemoSeat(record, holder, network));
    }

    private static void AddGoals(DemoWorld world, DemoRandom random)
    {
        for (var year = 2023; year <= 2025; year++)
        {
            foreach (var goal in CompanyGoals)
            {
                AddGoal(world, goal.Name, GoalLevel.Company, null, goal.Measure,
                    Math.Round(goal.Target * (1 + ((year - 2023) * .15))), year, goal.Weight);
            }

            for (var n = 1; n < world.Departments.Count; n++)
            {
                var measure = n is 2 or 3 ? Measure.NewCustomers
                    : random.Pick([Measure.Ideas, Measure.Learning, Measure.NewRelations]);
                AddGoal(world, $"{world.Departments[n].Name}: {WordOf(measure)}", GoalLevel.Department, world.Departments[n].Id,
                    measure,
                    random.Between(2, 8), year, .5);
            }
        }

        foreach (var seat in world.Seats.Where(seat => !DemoNetworks.All[seat.Network].IsSensitive && random.Chance(.8)))
        {
            var measure = seat.Holder.Profile.Trade == DemoTrade.Commercial ? random.Pick(SeatMeasures[..2])
                : random.Pick(SeatMeasures[2..]);
            var year = Math.Clamp(seat.Record.From!.Value.Year, 2023, 2025);
            var goal = AddGoal(world, $"{DemoNetworks.All[seat.Network].Name}: {WordOf(measure)}", GoalLevel.Seat, null, measure,
                random.Between(2, 10), year, .4);
            var known = DemoCalendar.Later(goal.KnownSince, seat.Record.KnownSince);
            world.Records.Add(RecordKind.Serves, known, id => new Serves
            {
                Id = id,
                FromId = seat.Record.Id,
                ToId = goal.Id,
                From = seat.Record.From,
                Until = seat.Record.Until,
            });
        }
    }

    private static Goal AddGoal(
        DemoWorld world, string name, GoalLevel level, RecordId? department, Measure measure, double target, int year,
            double weight) =>
        world.Records.Add(RecordKind.Goal, new DateOnly(year, 9, 1), id => new Goal
        {
            Id = id,
            Name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {year}/{year - 1999}"),
            Level = level,
            DepartmentId = department,
            Measure = measure,
            Target = target,
            PeriodFrom = new DateOnly(year, 10, 1),
            PeriodUntil = new DateOnly(year + 1, 10, 1),
            Weight = new Share(weight),
        });

    private static double HoursOf(DemoNetwork network) =>
        Math.Clamp(Math.Round(network.MeetingsAYear * (network.HoursAMeeting + 1) / 12, 1), 1, 12);

    private static string ExpectationOf(DemoNetwork network) => network.Purposes[0] switch
    {
        NetworkPurpose.BusinessExchange => "Kundemøder og henvisninger; mindst to varme introduktioner om året.",
        NetworkPurpose.Professional => "Viden, vi kan bruge hjemme, og mindst to idéer om året, der bliver afprøvet.",
        _ => "Et bidrag til andre og relationer, der holder.",
    };

    private static string WordOf(Measure measure) => measure switch
    {
        Measure.CustomerMeetings => "kundemøder",
        Measure.NewCustomers => "nye kunder",
        Measure.Learning => "viden i brug",
        Measure.Ideas => "idéer hjem",
        _ => "nye relationer",
    };

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
