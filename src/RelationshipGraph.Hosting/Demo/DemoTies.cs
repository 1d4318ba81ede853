using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>Who knows whom, how well, and when they were last in contact.</summary>
internal static class DemoTies
{
    private static readonly string[] Subjects =
        ["Opfølgning på tilbud", "Servicebesøg", "Kaffe og nyt", "Spørgsmål om levering", "Tak for sidst",
            "Invitation til messe"];

    private static readonly Channel[] Channels = [Channel.Email, Channel.Call, Channel.Meeting, Channel.Message, Channel.Event];
    private static readonly double[] ChannelWeights = [48, 24, 14, 9, 5];

    public static void Build(DemoWorld world)
    {
        var random = new DemoRandom("ties");
        var known = new HashSet<(RecordId, RecordId)>();
        AddAccountTies(world, random, known);
        AddNetworkTies(world, random, known);
        AddOtherTies(world, random, known);
        AddTiesOfContacts(world, random);
        AddTiesOfColleagues(world, random);
        foreach (var tie in world.Ties)
        {
            AddInteractions(world, random, tie);
        }
    }

    /// <summary>The largest customer: one person of ours knows all there, and nobody else knows anybody.</summary>
    public static int SingleThreaded(DemoWorld world) => world.AccountOwners.Keys
        .Where(company => world.Companies[company].Relation == CompanyRelation.Customer)
        .OrderByDescending(company => world.Companies[company].EmployeeCount).ThenBy(company => company).First();

    private static void AddAccountTies(DemoWorld world, DemoRandom random, HashSet<(RecordId, RecordId)> known)
    {
        var helpers = world.Employees.Where(employee => employee.Department is 6 or 8).ToList();
        var single = SingleThreaded(world);
        var staff = world.Contacts.GroupBy(contact => contact.Company).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var (company, owner) in world.AccountOwners.OrderBy(account => account.Key))
        {
            foreach (var contact in random.Some(staff[company], 8).Where(_ => random.Chance(.7)))
            {
                AddTie(world, random, known, owner, contact, .3 + (.65 * random.Unit()), "kundeforhold");
            }

            if (company != single && world.Companies[company].Relation == CompanyRelation.Customer)
            {
                foreach (var contact in random.Some(staff[company], random.Between(0, 3)))
                {
                    AddTie(world, random, known, random.Pick(helpers), contact, .2 + (.6 * random.Unit()), "opgave sammen");
                }
            }
        }
    }

    // Who meets often in a network gets to know each other.
    private static void AddNetworkTies(DemoWorld world, DemoRandom random, HashSet<(RecordId, RecordId)> known)
    {
        var met = world.Visits.Where(visit => !visit.IsSubstitute)
            .SelectMany(visit => visit.Met, (visit, contact) => (visit.Seat.Holder, Contact: contact))
            .GroupBy(pair => (pair.Holder.Id, pair.Contact.Id))
            .OrderBy(group => group.Key.Item1).ThenBy(group => group.Key.Item2);
        var single = SingleThreaded(world);
        foreach (var group in met)
        {
            var (times, pair) = (group.Count(), group.First());
            if (pair.Contact.Company != single && random.Chance(times >= 2 ? .7 : .12))
            {
                AddTie(world, random, known, pair.Holder, pair.Contact, Math.Min(.9, .15 + (.07 * times) + (.2 * random.Unit())),
                    "netværk");
            }
        }
    }

    private static void AddOtherTies(DemoWorld world, DemoRandom random, HashSet<(RecordId, RecordId)> known)
    {
        string[] ways = ["studie", "tidligere kolleger", "messe", "nabo", "sport", "fælles bekendt"];
        var single = SingleThreaded(world);
        foreach (var employee in world.Employees)
        {
            // Production keeps to itself: it knows few outside, and sits in no network.
            var count = employee.Department == DemoSeats.Insular ? random.Below(2) : random.Between(2, 14);
            for (var n = 0; n < count; n++)
            {
                var contact = random.Pick(world.Contacts);
                if (contact.Company != single)
                {
                    AddTie(world, random, known, employee, contact, .1 + (.6 * random.Unit()), random.Pick(ways));
                }
            }
        }
    }

    private static void AddTie(
        DemoWorld world, DemoRandom random, HashSet<(RecordId, RecordId)> known, DemoEmployee employee, DemoContact contact,
        double quality, string way)
    {
        if (!known.Add((employee.Id, contact.Id)))
        {
            return;
        }

        var since = random.Day(
            DemoCalendar.Later(contact.Record.KnownSince,
                DemoCalendar.Earlier(employee.Record.StartedOn!.Value, DemoCalendar.Last.AddDays(-39))),
            DemoCalendar.Last.AddDays(-20));
        double[] trends = [.5, .75, 1, 1, 1, 1.35, 1.7];
        var hidden = random.Unit();
        var visibility = hidden < .06 ? Visibility.Discreet : hidden < .08 ? Visibility.Team
            : hidden < .1 ? Visibility.Owner : Visibility.Everyone;
        var tie = new DemoTie(employee, contact, since, quality, random.Pick(trends), visibility);
        var declared = Math.Round(Math.Clamp(quality + (.3 * (random.Unit() - .5)), .05, 1), 2);
        world.Ties.Add(tie);
        world.Records.Add(RecordKind.Knows, since, id => new Knows
        {
            Id = id,
            FromId = employee.Id,
            ToId = contact.Id,
            Visibility = visibility,
            OwnerId = employee.Id,
            From = since,
            HowMet = way,
            DeclaredStrength = random.Chance(.6) ? new TieStrength(declared) : null,
        });
    }

    private static void AddTiesOfContacts(DemoWorld world, DemoRandom random)
    {
        var joined = new HashSet<(RecordId, RecordId)>();
        var staff = world.Contacts.GroupBy(contact => contact.Company).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var contact in world.Contacts)
        {
            if (random.Chance(.5))
            {
                Join(contact, random.Pick(staff[contact.Company]), "kolleger");
            }
        }

        foreach (var members in world.Members.Where(members => members.Count > 1))
        {
            for (var n = 0; n < members.Count / 3; n++)
            {
                Join(random.Pick(members).Person, random.Pick(members).Person, "netværk");
            }
        }

        void Join(DemoContact one, DemoContact other, string way)
        {
            if (one.Id == other.Id || joined.Contains((other.Id, one.Id)) || !joined.Add((one.Id, other.Id)))
            {
                return;
            }

            var known = random.Day(DemoCalendar.Later(one.Record.KnownSince, other.Record.KnownSince), DemoCalendar.Last);
            var strength = Math.Round(.15 + (.6 * random.Unit()), 2);
            world.Records.Add(RecordKind.Knows, known, id => new Knows
            {
                Id = id,
                FromId = one.Id,
                ToId = other.Id,
                HowMet = way,
                DeclaredStrength = random.Chance(.4) ? new TieStrength(strength) : null,
            });
        }
    }

    private static void AddTiesOfColleagues(DemoWorld world, DemoRandom random)
    {
        var joined = new HashSet<(RecordId, RecordId)>();
        while (joined.Count < 220)
        {
            var one = random.Pick(world.Employees);
            var near = random.Chance(.6) ? [.. world.Employees.Where(other => other.Department == one.Department)]
                : world.Employees;
            var other = random.Pick(near);
            if (one.Id < other.Id && joined.Add((one.Id, other.Id)))
            {
                var since = DemoCalendar.Later(one.Record.StartedOn!.Value, other.Record.StartedOn!.Value);
                var strength = Math.Round((one.Department == other.Department ? .5 : .3) + (.4 * random.Unit()), 2);
                world.Records.Add(RecordKind.Knows, since, id => new Knows
                {
                    Id = id,
                    FromId = one.Id,
                    ToId = other.Id,
                    From = since,
                    HowMet = "kolleger",
                    OwnerId = one.Id,
                    DeclaredStrength = new TieStrength(strength),
                });
            }
        }
    }

    // Month by month; the rate follows the closeness, and rises or falls from year to year by the tie's trend.
    private static void AddInteractions(DemoWorld world, DemoRandom random, DemoTie tie)
    {
        var rate = tie.Quality * tie.Quality;
        for (var month = DemoCalendar.First; month < DemoCalendar.Last; month = month.AddMonths(1))
        {
            if (month.Month == 10 && month > DemoCalendar.First)
            {
                rate *= tie.Trend;
            }

            var first = DemoCalendar.Later(month, tie.Since);
            var last = month.AddMonths(1).AddDays(-1);
            for (var n = 0; first <= last && n < 6 && random.Chance(rate / (1 + rate)); n++)
            {
                AddInteraction(world, random, tie, random.Day(first, last));
            }
        }
    }

    private static void AddInteraction(DemoWorld world, DemoRandom random, DemoTie tie, DateOnly day)
    {
        var channel = Channels[random.Weighted(ChannelWeights)];
        var at = DemoCalendar.At(day, random.Between(6, 16), random.Below(60)).AddSeconds(random.Below(60));
        double? minutes = channel switch
        {
            Channel.Call => random.Between(3, 40),
            Channel.Meeting or Channel.Event => 15 * random.Between(2, 8),
            _ => null,
        };
        var direction = channel is Channel.Meeting or Channel.Event ? ContactDirection.Mutual
            : random.Chance(.55) ? ContactDirection.Outgoing : ContactDirection.Incoming;
        world.Records.Add(RecordKind.Interaction, day, id => new Interaction
        {
            Id = id,
            FromId = tie.Employee.Id,
            ToId = tie.Contact.Id,
            At = at,
            Channel = channel,
            Direction = direction,
            Minutes = minutes,
            Subject = random.Chance(.25) ? random.Pick(Subjects) : null,
            Visibility = tie.Visibility,
            OwnerId = tie.Employee.Id,
        });
    }
}
