using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>The network records, and which contacts and companies are members: people join what suits them.</summary>
internal static class DemoMemberships
{
    private static readonly double[] CountWeights = [48, 28, 16, 8];

    public static void Build(DemoWorld world)
    {
        var random = new DemoRandom("memberships");
        foreach (var declared in DemoNetworks.All)
        {
            AddNetwork(world, random, declared);
        }

        foreach (var contact in world.Contacts)
        {
            AddMemberships(world, random, contact);
        }

        AddCompanies(world, random);
    }

    private static void AddNetwork(DemoWorld world, DemoRandom random, DemoNetwork declared)
    {
        var position = world.Networks.Count + 1;
        var parent = world.Networks.FirstOrDefault(one => one.Name == declared.Parent)?.Id;
        var founded = random.Day(new DateOnly(1962, 1, 1), new DateOnly(2018, 1, 1));
        world.Networks.Add(world.Records.Add(RecordKind.Network, DemoCalendar.GoLive, id => new Network
        {
            Id = id,
            Source = DemoRecords.Source,
            ExternalId = $"N{position:00}",
            Name = declared.Name,
            Kind = declared.Kind,
            ParentId = parent,
            Tags = ValueList.From(declared.Topics),
            Sector = declared.Kind is NetworkKind.Board or NetworkKind.Commission ? "offentlig og privat" : "erhverv",
            Access = declared.Access,
            Purposes = ValueList.From(declared.Purposes),
            Form = declared.Form,
            MeetingsAYear = declared.MeetingsAYear,
            HoursAMeeting = new Hours(declared.HoursAMeeting),
            Place = declared.Place,
            MemberCount = declared.Members,
            EntryFee = Kroner(declared.Fees.Entry),
            CompanyFee = Kroner(declared.Fees.Company),
            SeatFee = Kroner(declared.Fees.Seat),
            GroupFee = Kroner(declared.Fees.Group),
            VatRate = declared.Fees == default ? null : new Share(declared.Kind == NetworkKind.BusinessNetwork ? .25 : 0),
            FeePeriodMonths = declared.Fees == default ? null : 12,
            NoticeMonths = declared.NoticeMonths,
            NoticeBy = declared.Status == NetworkStatus.Member ? new DateOnly(2026, 12, 31) : null,
            AbsencesMax = declared.AbsencesMax,
            AbsenceWindowMonths = declared.AbsencesMax is null ? null : declared.MeetingsAYear > 26 ? 6 : 12,
            SubstitutesAllowed = declared.Substitutes,
            OnePerTrade = declared.OnePerTrade,
            GuestVisitsMax = declared.Access == NetworkAccess.Open ? null : 2,
            Confidentiality = declared.Confidentiality,
            Status = declared.Status,
            IsSensitive = declared.IsSensitive,
            FoundedOn = founded,
        }));
        world.Members.Add([]);
    }

    private static void AddMemberships(DemoWorld world, DemoRandom random, DemoContact contact)
    {
        var count = random.Weighted(CountWeights);
        if (count == 0)
        {
            return;
        }

        Span<double> weights = stackalloc double[DemoNetworks.All.Count];
        for (var n = 0; n < weights.Length; n++)
        {
            // Whether it suits counts by its fourth power; a large body takes more people. A parent's members sit in its groups.
            var affinity = DemoAffinity.Of(DemoNetworks.All[n], contact.Profile);
            var room = Math.Clamp(DemoNetworks.All[n].Members / 40.0, .25, 4);
            weights[n] = DemoNetworks.All[n].MeetingsAYear <= 2 ? .02 : affinity * affinity * affinity * affinity * room;
        }

        for (var n = 0; n < count; n++)
        {
            var network = random.Weighted(weights);
            weights[network] = 0;
            var known = random.Day(contact.Record.KnownSince, DemoCalendar.Last.AddDays(-20));
            var from = random.Chance(.8) ? random.Day(new DateOnly(2014, 1, 1), known) : default(DateOnly?);
            var until = from is { } since && random.Chance(.15)
                ? random.Day(since.AddDays(200), DemoCalendar.Later(since.AddDays(201), DemoCalendar.Last))
                : default(DateOnly?);
            var role = random.Chance(.06) ? random.Pick(["Formand", "Bestyrelsesmedlem", "Kasserer", "Ordstyrer"]) : "Medlem";
            var membership = world.Records.Add(RecordKind.MemberOf, known, id => new MemberOf
            {
                Id = id,
                FromId = contact.Id,
                ToId = world.Networks[network].Id,
                From = from,
                Until = until,
                Role = role,
                LastSeen = known,
                Visibility = contact.Record.Visibility,
                OwnerId = contact.Record.OwnerId,
            });
            world.Members[network].Add((contact, membership));
        }
    }

    private static void AddCompanies(DemoWorld world, DemoRandom random)
    {
        for (var n = 0; n < DemoNetworks.All.Count; n++)
        {
            if (DemoNetworks.All[n].Fees.Company == 0)
            {
                continue;
            }

            var (network, ours) = (world.Networks[n].Id, DemoNetworks.All[n].Seats > 0);
            var firms = random.Some([.. world.Companies.Skip(1)], random.Between(12, 30));
            foreach (var firm in ours ? firms.Prepend(world.Companies[0]) : firms)
            {
                var from = random.Day(new DateOnly(2012, 1, 1), new DateOnly(2023, 8, 31));
                world.Records.Add(RecordKind.MemberOf, DemoCalendar.Later(firm.KnownSince, from), id => new MemberOf
                {
                    Id = id,
                    FromId = firm.Id,
                    ToId = network,
                    From = from,
                    Role = "Medlemsvirksomhed",
                });
            }
        }
    }

    private static MinorUnits? Kroner(int amount) => amount == 0 ? null : new MinorUnits(amount * 100L);
}
