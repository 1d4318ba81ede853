using System.Text.Json;
using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Importing;

/// <summary>The real sets, counted by other means than the importer's.</summary>
public sealed class DataSetTests
{
    private static readonly string[] TieChannels = ["knows", "friend", "advice", "cowork", "reports_to"];

    [DataTheory]
    [InlineData("asf-committees")]
    [InlineData("collegemsg")]
    [InlineData("dk-elite")]
    [InlineData("invs13-workplace")]
    [InlineData("lawyers")]
    [InlineData("ldbc-tiny")]
    [InlineData("meetup-montana")]
    [InlineData("sfhh-conference")]
    [InlineData("email-eu-core")]
    public async Task A_set_comes_in_whole_and_the_second_time_nothing_changes(string set)
    {
        var folder = DataSets.PathOf(set);
        await using var store = new KeyedStore();

        var first = await Imports.ImportAsync(store, ImportFiles.From(folder));
        var second = await Imports.ImportAsync(store, ImportFiles.From(folder));

        AssertRefusesOnlyRepetitions(folder, first);
        Assert.Equal(set, first.Source);
        Assert.Equal(Imports.Show(Expected(folder)), Imports.Show(first.Created));
        Assert.Equal(Imports.Show(first.Created), Imports.Show(second.Unchanged));
        Assert.Equal(0, second.Sequence);
        foreach (var (kind, count) in first.Created)
        {
            var query = new PageQuery(GraphModel.Find(kind)!.Kind);
            Assert.Equal(count, await store.CountAsync(query, ViewScope.All, CancellationToken.None));
        }
    }

    [DataTheory]
    [InlineData("asf-committees")]
    [InlineData("meetup-montana")]
    public async Task A_set_is_exported_and_read_back_to_the_byte(string set)
    {
        await using var store = new KeyedStore();
        await Imports.ImportAsync(store, ImportFiles.From(DataSets.PathOf(set)));
        var (bytes, summary) = await Imports.ExportAsync(store);
        await using var other = new KeyedStore();

        var report = await Imports.ImportAsync(other, Imports.Raw(("graph.jsonl", bytes)));

        Assert.Empty(report.Refusals);
        Assert.Equal(Imports.Show(summary.ByKind), Imports.Show(report.Created));
        Assert.Equal(summary.Lines - 1, report.Created.Values.Sum());
        var again = await Imports.ExportAsync(other);
        Assert.Equal(summary.Sha256, again.Summary.Sha256);
        Assert.True(bytes.AsSpan().SequenceEqual(again.Bytes));
    }

    [DataFact]
    public async Task Persons_can_come_in_as_employees_with_seats()
    {
        var folder = DataSets.PathOf("meetup-montana");
        await using var store = new KeyedStore();

        var report = await Imports.ImportAsync(
            store, ImportFiles.From(folder), new ImportOptions { PersonsAs = RecordKind.Employee });

        AssertRefusesOnlyRepetitions(folder, report);
        var memberships = PlainCsv.Read(folder, "memberships").Count;
        Assert.Equal((memberships, memberships, memberships),
            (report.Created["Seat"], report.Created["Holds"], report.Created["SeatIn"]));
        Assert.Equal(PlainCsv.Read(folder, "persons").Count, report.Created["Employee"]);
        Assert.False(report.Created.ContainsKey("MemberOf"));
        var again = await Imports.ImportAsync(
            store, ImportFiles.From(folder), new ImportOptions { PersonsAs = RecordKind.Employee });
        Assert.Equal(Imports.Show(report.Created), Imports.Show(again.Unchanged));
    }

    [DataFact]
    public async Task One_file_of_a_set_joins_the_others()
    {
        var folder = DataSets.PathOf("asf-committees");
        await using var store = new KeyedStore();
        await Imports.ImportAsync(store, ImportFiles.From(folder), new ImportOptions { IsDryRun = true });
        foreach (var table in new[] { "persons.csv", "groups.csv", "memberships.csv" })
        {
            var report = await Imports.ImportAsync(store, ImportFiles.From(Path.Combine(folder, table)));

            Assert.Empty(report.Refusals);
            Assert.Equal("asf-committees", report.Source);
        }

        Assert.Equal(5_387, await store.CountAsync(new PageQuery(RecordKind.MemberOf), ViewScope.All, CancellationToken.None));
    }

    [DataFact]
    public async Task The_days_and_words_of_a_set_stand_where_they_belong()
    {
        var folder = DataSets.PathOf("dk-elite");
        await using var store = new KeyedStore();
        await Imports.ImportAsync(store, ImportFiles.From(folder));
        var groups = PlainCsv.Read(folder, "groups").ToDictionary(row => row["group_id"]);
        var networks = (await Imports.AllAsync<Network>(store, RecordKind.Network)).ToDictionary(n => n.Id);
        var persons = (await Imports.AllAsync<Contact>(store, RecordKind.Contact)).ToDictionary(p => p.Id);
        var members = (await Imports.AllAsync<MemberOf>(store, RecordKind.MemberOf))
            .Select(m => string.Join(",", persons[m.FromId].ExternalId, networks[m.ToId].ExternalId, $"{m.From:O}",
                $"{m.Until:O}", m.Role, $"{m.KnownSince:O}", $"{m.LastSeen:O}"))
            .Order(StringComparer.Ordinal);
        var rows = PlainCsv.Read(folder, "memberships")
            .Where(row => groups[row["group_id"]]["kind"] != "company")
            .Select(row => string.Join(",", row["person_id"], row["group_id"], row["joined"], row["left"], row["role"],
                row["first_seen"], row["last_seen"]))
            .Order(StringComparer.Ordinal);

        Assert.Equal(rows, members);
        Assert.Equal(
            groups.Values.Where(g => g["kind"] != "company" && g["sensitive"] == "1").Select(g => g["group_id"]).Order(),
            networks.Values.Where(n => n.IsSensitive).Select(n => n.ExternalId!).Order());
        Assert.Equal(
            groups.Values.Where(g => g["kind"] == "company" && g["sensitive"] == "1").Select(g => g["group_id"]).Order(),
            (await Imports.AllAsync<Company>(store, RecordKind.Company)).Where(c => c.IsSensitive).Select(c => c.ExternalId!)
                .Order());
        Assert.All(networks.Values, n => Assert.Equal(
            groups[n.ExternalId!]["tags"].Split('|', StringSplitOptions.RemoveEmptyEntries).Distinct(), n.Tags));
    }

    // One set names some of its events two or three times, in rows that are alike.
    private static void AssertRefusesOnlyRepetitions(string folder, ImportReport report)
    {
        var events = PlainCsv.Read(folder, "events").Select(e => e["event_id"]).ToList();
        var repeated = Enumerable.Range(0, events.Count)
            .Where(i => events.IndexOf(events[i]) < i)
            .Select(i => $"events.csv({i + 2})  DUPLICATE_ROW");
        Assert.Equal(repeated, report.Refusals.Select(Imports.Show));
        Assert.Equal(report.Refusals.Count, report.RefusalsTotal);
    }

    private static Dictionary<string, long> Expected(string folder)
    {
        var groups = PlainCsv.Read(folder, "groups");
        var companies = groups.Where(g => g["kind"] == "company").Select(g => g["group_id"]).ToHashSet();
        var memberships = PlainCsv.Read(folder, "memberships");
        var interactions = PlainCsv.Read(folder, "interactions");
        var events = PlainCsv.Read(folder, "events").DistinctBy(e => e["event_id"]).ToList();
        var counts = new Dictionary<string, long>
        {
            ["Contact"] = PlainCsv.Read(folder, "persons").Count,
            ["Company"] = companies.Count,
            ["Network"] = groups.Count - companies.Count,
            ["MemberOf"] = memberships.Count(m => !companies.Contains(m["group_id"])),
            ["WorksAt"] = memberships.Count(m => companies.Contains(m["group_id"])),
            ["Knows"] = interactions.Count(i => TieChannels.Contains(i["channel"])),
            ["Interaction"] = interactions.Count(i => !TieChannels.Contains(i["channel"])),
            ["Meeting"] = events.Count,
            ["HeldBy"] = events.Count,
            ["Attended"] = PlainCsv.Read(folder, "attendance").Count(a => a["response"] == "yes"),
        };
        AssertRows(folder, counts);
        return counts.Where(count => count.Value > 0).ToDictionary();
    }

    // The card says how many rows each table has; the slow reader must agree before it is believed.
    private static void AssertRows(string folder, Dictionary<string, long> counts)
    {
        using var card = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "dataset.json")));
        foreach (var file in card.RootElement.GetProperty("files").EnumerateArray())
        {
            var rows = file.GetProperty("rows").GetInt64();
            switch (file.GetProperty("file").GetString()!.Split('.')[0])
            {
                case "persons": Assert.Equal(rows, counts["Contact"]); break;
                case "groups": Assert.Equal(rows, counts["Company"] + counts["Network"]); break;
                case "memberships": Assert.Equal(rows, counts["MemberOf"] + counts["WorksAt"]); break;
                case "interactions": Assert.Equal(rows, counts["Knows"] + counts["Interaction"]); break;
                case "events": Assert.Equal(rows, PlainCsv.Read(folder, "events").Count); break;
            }
        }
    }
}
