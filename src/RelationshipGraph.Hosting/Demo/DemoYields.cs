using System.Globalization;
using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>What the visits brought: outcomes by the planted rule, ideas, insights, leads, and what we gave in return.</summary>
internal static class DemoYields
{
    private const int SubstituteDivisor = 2;

    private static readonly Dictionary<NetworkPurpose, (Measure Measure, double Weight)[]> Brought = new()
    {
        [NetworkPurpose.BusinessExchange] =
        [
            (Measure.CustomerMeetings, 34), (Measure.NewRelations, 22), (Measure.Revenue, 22), (Measure.NewCustomers, 14),
            (Measure.Partnerships, 8),
        ],
        [NetworkPurpose.Professional] =
        [
            (Measure.Learning, 38), (Measure.Ideas, 34), (Measure.NewRelations, 16), (Measure.Partnerships, 12),
        ],
        [NetworkPurpose.Humanitarian] =
        [
            (Measure.SocialContribution, 55), (Measure.DeepenedRelations, 30), (Measure.NewRelations, 15),
        ],
    };

    private static readonly string[] Gifts =
        ["Holdt et oplæg om {0}", "Sendte en kunde videre til et medlem", "Hjalp et medlem med {0}", "Lagde hus til",
            "Delte vores tal om {0}"];

    private static readonly ContributionKind[] GiftKinds =
        [ContributionKind.Talk, ContributionKind.Referral, ContributionKind.Help, ContributionKind.Hosting,
            ContributionKind.Input];

    public static void Build(DemoWorld world)
    {
        var random = new DemoRandom("yields");
        var beside = new DemoRandom("beside yields");
        foreach (var visit in world.Visits.OrderBy(visit => visit.Meeting.Id))
        {
            var network = DemoNetworks.All[visit.Seat.Network];
            var chance = DemoAffinity.Yield(network, visit.Seat.Holder.Profile, visit.Before);
            if (random.Chance(visit.IsSubstitute ? chance / SubstituteDivisor : chance))
            {
                AddYield(world, random, visit, network);
            }

            // Some thoughts lead to nothing that is counted, and whom they come to has nothing to do with the rule.
            if (beside.Chance(.12))
            {
                DemoThoughts.AddInsight(world, beside, visit, network);
            }

            if (beside.Chance(.06))
            {
                DemoThoughts.AddIdea(world, beside, visit, network);
            }

            if (beside.Chance(.08))
            {
                AddGift(world, beside, visit, network);
            }
        }
    }

    /// <summary>Adds an outcome and says whom it is credited to.</summary>
    public static void AddOutcome(
        DemoWorld world, DemoRandom random, Measure measure, DateOnly day, RecordId? owner, RecordId source, RecordId credited,
        RecordId also)
    {
        var isMoney = measure == Measure.Revenue;
        var luck = random.Unit();
        var amount = isMoney ? new MinorUnits(100_000L * (25 + (long)(975 * luck * luck * luck))) : default(MinorUnits?);
        var outcome = world.Records.Add(RecordKind.Outcome, day, id => new Outcome
        {
            Id = id,
            OwnerId = owner,
            Measure = measure,
            OccurredOn = day,
            Count = isMoney ? null : 1,
            Amount = amount,
            Evidence = isMoney ? "Ordre i salgssystemet" : "Fortalt af ambassadøren",
            Confidence = new Share(Math.Round(.5 + (.5 * random.Unit()), 2)),
        });
        var share = random.Between(10, 20) / 20.0;
        Credit(credited, share);
        if (!also.IsNone && share <= .7 && random.Chance(.6))
        {
            Credit(also, Math.Round(1 - share - .05, 2));
        }

        world.Records.Add(RecordKind.CameFrom, day, id => new CameFrom { Id = id, FromId = outcome.Id, ToId = source });

        void Credit(RecordId to, double part) => world.Records.Add(RecordKind.CreditedTo, day, id => new CreditedTo
        {
            Id = id,
            FromId = outcome.Id,
            ToId = to,
            Share = new Share(part),
        });
    }

    private static void AddYield(DemoWorld world, DemoRandom random, DemoVisit visit, DemoNetwork network)
    {
        var kinds = Brought[random.Pick(network.Purposes)];
        var measure = kinds[random.Weighted([.. kinds.Select(kind => kind.Weight)])].Measure;
        var isSale = measure is Measure.Revenue or Measure.NewCustomers or Measure.CustomerMeetings;
        var day = visit.Day.AddDays(isSale ? random.Between(20, 160) : random.Between(0, 20));
        if (measure is Measure.Ideas)
        {
            DemoThoughts.AddIdea(world, random, visit, network);
        }
        else if (measure is Measure.Learning)
        {
            DemoThoughts.AddInsight(world, random, visit, network);
        }
        else if (isSale && visit.Seat.Holder.Profile.Trade != DemoTrade.Commercial)
        {
            AddLead(world, random, visit);
        }

        // What would come after the last day has not come yet.
        if (day <= DemoCalendar.Last)
        {
            AddOutcome(world, random, measure, day, visit.Seat.Holder.Id, visit.Meeting.Id, visit.Seat.Record.Id,
                visit.Meeting.Id);
        }
    }

    private static void AddLead(DemoWorld world, DemoRandom random, DemoVisit visit)
    {
        if (visit.Met.Count == 0)
        {
            return;
        }

        var contact = random.Pick(visit.Met);
        var company = world.Companies[contact.Company];
        var owner = world.AccountOwners.GetValueOrDefault(contact.Company) ?? world.Employees[1];
        double[] weights = [2, 6, 2];
        var state = visit.Day > DemoCalendar.Last.AddDays(-30) ? LeadState.Offered : (LeadState)(1 + random.Weighted(weights));
        var lead = world.Records.Add(RecordKind.Lead, visit.Day, id => new Lead
        {
            Id = id,
            OwnerId = visit.Seat.Holder.Id,
            Title = $"{company.Name} ser på ny automation",
            State = state,
            DueOn = visit.Day.AddDays(14),
            OfferedById = visit.Seat.Holder.Id,
            AccountOwnerId = owner.Id,
            CompanyId = company.Id,
            ContactId = contact.Id,
            ReturnReason = state == LeadState.Returned ? "Ingen plan og intet budget i år." : null,
        });
        world.Records.Add(RecordKind.CameFrom, visit.Day, id =>
            new CameFrom { Id = id, FromId = lead.Id, ToId = visit.Meeting.Id });
    }

    private static void AddGift(DemoWorld world, DemoRandom random, DemoVisit visit, DemoNetwork network)
    {
        var at = random.Below(Gifts.Length);
        world.Records.Add(RecordKind.Contribution, visit.Day, id => new Contribution
        {
            Id = id,
            OwnerId = visit.Seat.Holder.Id,
            Kind = GiftKinds[at],
            GivenOn = visit.Day,
            Text = string.Format(CultureInfo.InvariantCulture, Gifts[at], random.Pick(network.Topics)),
            HoursGiven = new Hours(random.Between(1, 8) / 2.0),
            NetworkId = world.Networks[visit.Seat.Network].Id,
            GivenById = visit.Seat.Holder.Id,
        });
    }
}
