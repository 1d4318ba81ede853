using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Importing;

/// <summary>The tables of our own: people, companies, networks, ties, memberships.</summary>
public sealed class SimpleTableTests
{
    private static readonly (string Name, string Text)[] Small =
    [
        ("people.csv", "id,kind,name,company_id,title,email\n"
            + "1,employee,Anna Berg,c1,Salgschef,anna@example.dk\n"
            + "2,contact,Bo Lind,c2,Indkøber,bo@example.dk|bo.lind@example.dk\n"),
        ("companies.csv", "id,name,industry,size,relation\nc1,Os A/S,Software,SMALL,own\nc2,Nordlys A/S,Energi,,customer\n"),
        ("networks.csv", "id,name,purpose,kind,meetings_a_year,seat_fee\nn1,VL 42,business exchange|Alumni,network,8,1200000\n"),
        ("ties.csv", "a,b,strength,how_met,since,last_at\n1,2,0.75,på messe,2019-03-01,2024-05-06\n"),
        ("memberships.csv", "person,network,company,role,since,until\n"
            + "1,n1,,Formand,2020-01-01,2024-01-01\n2,n1,,medlem,2021-02-03,\n,n1,c2,sponsor,,\n"),
    ];

    [Fact]
    public async Task Every_table_becomes_what_it_says()
    {
        await using var store = new ReferenceGraphStore();

        var report = await Imports.ImportAsync(store, Imports.Files(Small));

        Assert.Empty(report.Refusals);
        Assert.Equal(ImportEnding.Written, report.Ending);
        Assert.Equal("upload", report.Source);
        Assert.Equal(
            "Company:2 Contact:1 Employee:1 Holds:1 Knows:1 MemberOf:2 Network:1 Seat:1 SeatIn:1 WorksAt:2",
            Imports.Show(report.Created));
        var anna = Assert.Single(await Imports.AllAsync<Employee>(store, RecordKind.Employee));
        Assert.Equal(("Anna Berg", "Salgschef", "anna@example.dk"), (anna.Name, anna.Title, Assert.Single(anna.Emails)));
        var bo = Assert.Single(await Imports.AllAsync<Contact>(store, RecordKind.Contact));
        Assert.Equal(["bo@example.dk", "bo.lind@example.dk"], bo.Emails);
        var network = Assert.Single(await Imports.AllAsync<Network>(store, RecordKind.Network));
        Assert.Equal(NetworkKind.BusinessNetwork, network.Kind);
        Assert.Equal([NetworkPurpose.BusinessExchange], network.Purposes);
        Assert.Equal(["Alumni"], network.Tags);
        Assert.Equal((8.0, new MinorUnits(1_200_000)), (network.MeetingsAYear, network.SeatFee));
        var tie = Assert.Single(await Imports.AllAsync<Knows>(store, RecordKind.Knows));
        Assert.Equal((anna.Id, bo.Id, 0.75), (tie.FromId, tie.ToId, tie.DeclaredStrength!.Value.Value));
        Assert.Equal((new DateOnly(2019, 3, 1), new DateOnly(2024, 5, 6)), (tie.From, tie.LastSeen));
        Assert.Equal(new DateOnly(2019, 3, 1), tie.KnownSince);
        var seat = Assert.Single(await Imports.AllAsync<Seat>(store, RecordKind.Seat));
        Assert.Equal(("Formand", SeatStatus.Left, new DateOnly(2024, 1, 1)), (seat.Role, seat.Status, seat.Until));
    }

    [Fact]
    public async Task The_second_time_nothing_changes()
    {
        await using var store = new ReferenceGraphStore();
        var first = await Imports.ImportAsync(store, Imports.Files(Small));
        var before = await Imports.ExportAsync(store);

        var second = await Imports.ImportAsync(store, Imports.Files(Small));

        Assert.Equal(Imports.Show(first.Created), Imports.Show(second.Unchanged));
        Assert.Empty(second.Created);
        Assert.Empty(second.Updated);
        Assert.Equal(0, second.Sequence);
        Assert.Equal(before.Bytes, (await Imports.ExportAsync(store)).Bytes);
    }

    [Fact]
    public async Task An_update_keeps_what_the_file_does_not_speak_of()
    {
        await using var store = new ReferenceGraphStore();
        await Imports.ImportAsync(store, Imports.Files(Small));
        var before = Assert.Single(await Imports.AllAsync<Contact>(store, RecordKind.Contact));

        var report = await Imports.ImportAsync(
            store, Imports.Files(("people.csv", "id,kind,name,title,profession\n2,contact,Bo Lindhard,,Ingeniør\n")));

        Assert.Equal("Contact:1", Imports.Show(report.Updated));
        var after = Assert.Single(await Imports.AllAsync<Contact>(store, RecordKind.Contact));
        Assert.Equal(("Bo Lindhard", "Ingeniør", "Indkøber"), (after.Name, after.Profession, after.Title));
        Assert.Equal((before.Id, 2), (after.Id, after.Version));
        Assert.Equal((before.KnownSince, before.CreatedAt), (after.KnownSince, after.CreatedAt));
        Assert.Equal(before.Emails, after.Emails);
    }

    [Fact]
    public async Task Ids_follow_the_rows_and_a_batch_is_a_commit()
    {
        await using var store = new ReferenceGraphStore();
        var rows = string.Concat(Enumerable.Range(1, 5_001).Select(i => $"p{i},Person {i}\n"));

        await Imports.ImportAsync(store, Imports.Files(("people.csv", "id,name\n" + rows)));

        var people = await Imports.AllAsync<Contact>(store, RecordKind.Contact);
        Assert.Equal(Enumerable.Range(1, 5_001).Select(i => $"p{i}"), people.Select(p => p.ExternalId));
        var feed = await store.ReadFeedAsync(0, 10, CancellationToken.None);
        Assert.Equal([5_000, 1], feed.Entries.Select(entry => entry.Changes.Count));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_writes_nothing()
    {
        await using var store = new ReferenceGraphStore();
        await Imports.ImportAsync(store, Imports.Files(Small));
        (string, string)[] changed =
        [
            ("people.csv", "id,kind,name\n1,employee,Anna Berg\n2,contact,Bo Skov\n3,contact,Cia\n4,robot,Dan\n"),
            ("ties.csv", "a,b\n1,2\n3,1\n3,9\n"),
        ];
        var before = await Imports.ExportAsync(store);

        var plan = await Imports.ImportAsync(store, Imports.Files(changed), new ImportOptions { IsDryRun = true });
        var after = await Imports.ExportAsync(store);
        var done = await Imports.ImportAsync(store, Imports.Files(changed));

        Assert.Equal(ImportEnding.DryRun, plan.Ending);
        Assert.Equal(before.Bytes, after.Bytes);
        Assert.Equal(Imports.Show(done.Created), Imports.Show(plan.Created));
        Assert.Equal(Imports.Show(done.Updated), Imports.Show(plan.Updated));
        Assert.Equal(Imports.Show(done.Unchanged), Imports.Show(plan.Unchanged));
        Assert.Equal(Imports.Show(done.Refused), Imports.Show(plan.Refused));
        Assert.Equal("Contact:1 Knows:2", Imports.Show(done.Created));
        Assert.Equal("Contact:1 Knows:1", Imports.Show(done.Refused));
    }

    [Fact]
    public async Task A_single_file_finds_its_ends_in_the_store()
    {
        await using var store = new ReferenceGraphStore();
        await Imports.ImportAsync(store, Imports.Files(Small));

        var report = await Imports.ImportAsync(
            store, Imports.Files(("my export.csv", "a;b;strength\n2;1;0.5\n")));

        Assert.Equal("Knows:1", Imports.Show(report.Created));
    }

    [Fact]
    public async Task The_columns_of_the_benchmark_are_taken_as_they_are()
    {
        await using var store = new ReferenceGraphStore();
        var files = Imports.Files(
            ("persons.csv", "id,kind,name,company_id,title\n0,employee,Ada Abel 0,0,CEO\n1,contact,Ben Brandt 1,1,CFO\n"
                + "2,contact,Cleo Costa 2,1,CTO\n"),
            ("companies.csv", "id,name,industry\n0,Abel (own firm) 0,Banking\n1,Brandt Group 1,Energy\n"),
            ("networks.csv", "id,name,purpose\n0,Abel network 0,Chamber of commerce\n1,Adler network 1,Alumni\n"),
            ("knows.csv", "a,b,strength,last_at\n0,1,0.081234,2020-02-28\n1,2,0.989999,2025-12-01\n"),
            ("member_of.csv", "person,network,since\n0,1,2010-01-02\n1,0,2011-03-04\n2,1,2012-05-06\n"));

        var report = await Imports.ImportAsync(store, files);

        Assert.Empty(report.Refusals);
        Assert.Empty(report.PassedOver);
        Assert.Equal(
            "Company:2 Contact:2 Employee:1 Holds:1 Knows:2 MemberOf:2 Network:2 Seat:1 SeatIn:1 WorksAt:3",
            Imports.Show(report.Created));
        var ties = await Imports.AllAsync<Knows>(store, RecordKind.Knows);
        Assert.Equal([0.081234, 0.989999], ties.Select(tie => tie.DeclaredStrength!.Value.Value));
    }

    [Fact]
    public async Task What_has_no_place_is_passed_over_and_said()
    {
        await using var store = new ReferenceGraphStore();

        var files = Imports.Files(
            ("people.csv", "id,name,shoe_size\n1,Anna,38\n"), ("notes.md", "# Hi"), ("posts.csv", "person_id\n1\n"));

        var report = await Imports.ImportAsync(store, files);

        PassedOver[] expected = [new("notes.md", null, 0), new("people.csv", "shoe_size", 0), new("posts.csv", null, 0)];
        Assert.Equal(expected, report.PassedOver.OrderBy(passed => passed.File, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_writer_in_the_middle_is_found_and_not_overwritten()
    {
        await using var store = new ReferenceGraphStore();
        await using var busy = new MeddlingStore(store, async () =>
        {
            // The same person by the same key, from elsewhere, after the importer saw that there were none.
            var other = Some.Contact("Bo Lind") with { Source = "upload", ExternalId = "2", Profession = "Læge" };
            await store.CommitAsync(Some.Creating(other), CancellationToken.None);
        });

        var report = await Imports.ImportAsync(busy, Imports.Files(Small));

        Assert.Empty(report.Refusals);
        Assert.Equal(1, report.Updated["Contact"]);
        var bo = Assert.Single(await Imports.AllAsync<Contact>(store, RecordKind.Contact));
        Assert.Equal(("Læge", "Indkøber", 2), (bo.Profession, bo.Title, bo.Version));
    }

    [Fact]
    public async Task A_network_may_be_a_group_of_one_that_stands_later()
    {
        await using var store = new ReferenceGraphStore();
        var files = Imports.Files(("networks.csv",
            "id,name,parent\ng42,VL 42,vl\ng43,VL 43,vl\nvl,VL,top\ntop,Top,\nlost,Lost,gone\nself,Self,self\nx,X,top\n"));

        var first = await Imports.ImportAsync(store, files);
        var second = await Imports.ImportAsync(store, files);

        Assert.Equal(
            ["networks.csv(6) parent DANGLING_REFERENCE", "networks.csv(7) parent DANGLING_REFERENCE"],
            first.Refusals.Select(Imports.Show));
        Assert.Equal("Network:5", Imports.Show(first.Created));
        Assert.Equal("Network:5", Imports.Show(second.Unchanged));
        Assert.Equal(2, second.RefusalsTotal);
        var networks = await Imports.AllAsync<Network>(store, RecordKind.Network);
        var byName = networks.ToDictionary(network => network.ExternalId!);
        Assert.Equal(byName["vl"].Id, byName["g42"].ParentId);
        Assert.Equal(byName["vl"].Id, byName["g43"].ParentId);
        Assert.Equal(byName["top"].Id, byName["vl"].ParentId);
        Assert.Null(byName["top"].ParentId);
        Assert.True(byName["g42"].Id < byName["g43"].Id && byName["g43"].Id < byName["vl"].Id);
    }
}
