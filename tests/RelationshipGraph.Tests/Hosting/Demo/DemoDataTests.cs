using System.Security.Cryptography;
using System.Text;
using RelationshipGraph.Hosting.Demo;
using RelationshipGraph.Introductions;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Hosting.Demo;

public sealed class DemoDataTests
{
    private static readonly IReadOnlyList<Record> Records = DemoData.Records();
    private static readonly Dictionary<RecordId, Record> ById = Records.ToDictionary(record => record.Id);

    // Changes only with DemoData.Edition, or where the model gets a property: whoever kept an id of the demo must find the same
    // record again.
    private const string Fingerprint = "12d640b872400dc4ef95fcd8c6eb19c4";

    [Fact]
    public void The_records_never_change()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var record in Records)
        {
            foreach (var property in GraphModel.Of(record.Id).Properties)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{property.Name}={property.Get(record)}\n"));
            }
        }

        Assert.Equal(Fingerprint, Convert.ToHexStringLower(hash.GetHashAndReset())[..32]);
    }

    [Fact]
    public void The_numbers_are_those_that_are_promised()
    {
        var counts = Records.CountBy(record => record.Id.Kind).ToDictionary();

        Assert.Equal(60, counts[RecordKind.Employee]);
        Assert.Equal(3_000, counts[RecordKind.Contact]);
        Assert.Equal(400, counts[RecordKind.Company]);
        Assert.Equal(40, counts[RecordKind.Network]);
        Assert.InRange(Records.Count, 25_000, 45_000);
        RecordKind[] absent = [RecordKind.Recommendation, RecordKind.Interacted, RecordKind.StrengthFit];
        Assert.All(GraphModel.Kinds.Select(kind => kind.Kind).Except(absent), kind =>
            Assert.True(counts.GetValueOrDefault(kind) > 5 || kind is RecordKind.Strategy,
                $"{kind}: {counts.GetValueOrDefault(kind)}"));
    }

    [Fact]
    public void Every_value_is_one_that_every_door_would_let_in() =>
        Assert.Empty(
            from record in Records
            from property in GraphModel.Of(record.Id).Properties
            let problem = PropertyCheck.Of(property, property.Get(record))
            where problem is not null
            select $"{record.Id}: {problem.Code} {problem.Path}");

    [Fact]
    public void No_seat_has_two_holders_or_networks_on_a_day()
    {
        var seats = Records.OfType<Relationship>().Where(tie => !SeatRule.SeatOf(tie).IsNone).ToLookup(SeatRule.SeatOf);

        Assert.NotEmpty(seats);
        Assert.All(seats, ties => Assert.DoesNotContain(ties, tie => ties.Any(other => SeatRule.Forbids(tie, other))));
    }

    [Fact]
    public void Introductions_stand_where_their_steps_could_have_brought_them()
    {
        var introductions = Records.OfType<Introduction>().ToList();

        Assert.NotEmpty(introductions);
        Assert.Empty(introductions.SelectMany(RecordRules.Of));
        Assert.All(introductions, one =>
        {
            var before = one.State is IntroductionState.Drafted;
            var isMade = one.State is IntroductionState.Made or IntroductionState.Meeting or IntroductionState.Won
                or IntroductionState.Lost;
            var hasMet = one.State is IntroductionState.Meeting or IntroductionState.Won;
            Assert.Equal(before, one.AskedOn is null);
            Assert.Equal(
                before || one.State is IntroductionState.Asked or IntroductionState.Withdrawn, one.AnsweredOn is null);
            Assert.Equal(isMade, one.MadeOn is not null);
            Assert.True(!hasMet || one.MetOn is not null);
            Assert.Equal(IntroductionFlow.Next(one).Any(), one.EndedOn is null);
            Assert.True(!isMade || one.TargetConsent is TargetConsent.Yes or null);
            Assert.Equal(one.TargetConsent is TargetConsent.Yes, one.TargetAnsweredOn is not null);
            Assert.Equal(one.TargetConsent is not null, one.TargetAskedOn is not null);
            DateOnly?[] days = [one.AnsweredOn, one.MadeOn, one.MetOn, one.EndedOn, one.TargetAnsweredOn];
            Assert.False(days.Max() > DemoCalendar.Last);
            Assert.Equal(3, new[] { one.AskerId, one.IntroducerId!.Value, one.TargetId }.Distinct().Count());
        });
        Assert.Equal(Enum.GetValues<IntroductionState>(), introductions.Select(one => one.State).Distinct().Order());
    }

    [Fact]
    public void Every_reference_names_a_record_that_is_there()
    {
        foreach (var record in Records)
        {
            foreach (var property in GraphModel.Of(record.Id)
                .Properties.Where(one => one.Type == PropertyType.Id && one.Name != "id"))
            {
                var value = property.Get(record);
                Assert.True(value.IsNothing || ById.ContainsKey(value.ToId()), $"{record.Id} {property.Name}");
            }
        }

        Assert.All(Records.OfType<Introduction>().SelectMany(one => one.PathIds), id => Assert.Contains(id, ById));
        Assert.All(Records.OfType<Insight>().SelectMany(one => one.ReusedByIds), id => Assert.Contains(id, ById));
        Assert.All(Records.OfType<Strategy>().SelectMany(one => one.Wishes).SelectMany(one => one.SegmentIds),
            id => Assert.Contains(id, ById));
    }

    [Fact]
    public void A_relationship_joins_two_nodes_of_kinds_it_may_join() =>
        Assert.All(Records.OfType<Relationship>(), tie =>
        {
            var model = GraphModel.Of(tie.Id);
            Assert.Contains(tie.FromId.Kind, model.FromKinds);
            Assert.Contains(tie.ToId.Kind, model.ToKinds);
            Assert.NotEqual(tie.FromId, tie.ToId);
        });

    [Fact]
    public void A_period_ends_after_it_began() =>
        Assert.Empty(
            from record in Records
            where GraphModel.Of(record.Id).Time == TimeRule.Period
            let days = CountedDays.Of(record)
            where days.From >= days.Until
            select $"{record.Id}: {days}");

    [Fact]
    public void What_is_hidden_has_an_owner_and_only_ties_are_discreet() =>
        Assert.All(Records.Where(record => record.Visibility != Visibility.Everyone), record =>
        {
            Assert.NotNull(record.OwnerId);
            Assert.True(record is Relationship || record.Visibility != Visibility.Discreet);
        });

    [Fact]
    public void Every_degree_of_visibility_occurs() =>
        Assert.Equal(Enum.GetValues<Visibility>(), Records.Select(record => record.Visibility).Distinct().Order());

    [Fact]
    public void The_credit_for_an_outcome_is_at_most_one() =>
        Assert.All(Records.OfType<CreditedTo>().GroupBy(credit => credit.FromId),
            credits => Assert.InRange(credits.Sum(credit => credit.Share.Value), .1, 1));

    [Fact]
    public void Natural_keys_are_unique()
    {
        var keys = Records.Select(record => record.NaturalKey).OfType<NaturalKey>().ToList();

        Assert.Equal(60 + 12 + 3_000 + 400 + 40, keys.Distinct().Count());
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Nothing_happened_after_the_last_day() =>
        Assert.Empty(
            from record in Records
            let model = GraphModel.Of(record.Id)
            where record.KnownSince > DemoCalendar.Last || DateOnly.FromDateTime(record.CreatedAt.UtcDateTime) > DemoCalendar.Last
                || (model.Time == TimeRule.Moment && CountedDays.Of(record).From > PropertyValue.Of(DemoCalendar.Last).Integer)
            select record.Id.ToString());

    [Fact]
    public void No_company_can_have_the_registration_numbers() =>
        Assert.All(Records.OfType<Company>().Select(company => company.RegistrationNumber).OfType<string>(), number =>
        {
            int[] weights = [2, 7, 6, 5, 4, 3, 2, 1];
            Assert.Equal(8, number.Length);
            Assert.NotEqual(0, number.Zip(weights, (digit, weight) => (digit - '0') * weight).Sum() % 11);
        });

    [Fact]
    public void Every_host_is_in_the_domain_kept_for_examples() =>
        Assert.All(
            Records.OfType<Person>().SelectMany(person => person.Emails)
                .Concat(Records.OfType<Company>().Select(company => company.Domain!)),
            host => Assert.EndsWith(".example", host, StringComparison.Ordinal));

    [Fact]
    public void The_people_of_the_tour_are_there_once_each() =>
        Assert.All(DemoPeople.All, named =>
        {
            var person = Assert.Single(Records.OfType<Person>(), person => person.Name == named.Name);
            Assert.Equal(named.Id, person.Id);
            Assert.Equal(named.Title, person.Title);
            Assert.True(named.Roles.HasFlag(Roles.Employee));
        });

    [Fact]
    public void Their_ids_are_written_in_documents_and_never_change() =>
        Assert.Equal(
            [
                "emp_0df2pn8002000", "emp_0df2pn8042000", "emp_0df2pn8082000", "emp_0df2pn80c2000", "emp_0mgcfhr0g2000",
                "emp_0df2pn80m2000",
            ],
            DemoPeople.All.Select(person => person.Id.ToString()).ToArray());

    [Fact]
    public void Every_department_has_a_lead_and_everyone_but_one_a_superior()
    {
        var led = Records.OfType<ReportsTo>().Select(tie => tie.FromId).ToHashSet();

        Assert.Equal([DemoPeople.Director.Id],
            Records.OfType<Employee>().Select(person => person.Id).Where(id => !led.Contains(id)));
        Assert.All(Records.OfType<Department>(), department =>
        {
            var lead = department.LeadId!.Value;
            Assert.Contains(Records.OfType<InDepartment>(), tie => tie.FromId == lead && tie.ToId == department.Id);
        });
    }

    [Fact]
    public void A_commit_is_never_too_large_and_its_ends_come_no_later()
    {
        var seen = new HashSet<RecordId>();
        var commits = DemoData.Commits(DateTimeOffset.UnixEpoch).ToList();

        Assert.Equal(commits.Count, commits.Select(commit => commit.Id).Distinct().Count());
        foreach (var commit in commits)
        {
            Assert.InRange(commit.Changes.Count, 1, Limits.CommitChangesMax);
            seen.UnionWith(commit.Changes.Select(change => change.Id));
            Assert.All(commit.Changes.Cast<Change.Create>().Select(change => change.Record).OfType<Relationship>(),
                tie => Assert.True(seen.Contains(tie.FromId) && seen.Contains(tie.ToId)));
        }

        Assert.Equal(ById.Keys.ToHashSet(), seen);
    }
}
