using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Sessions;

public sealed class SessionViewTests
{
    private static readonly EdgeListQuery Ties = new(RecordKind.Knows, Direction.Both);

    [Fact]
    public async Task A_team_sees_what_a_colleague_of_the_department_shares()
    {
        using var door = new OpenDoor();
        var sales = Some.Department();
        var idea = Some.Idea() with { Visibility = Visibility.Team, OwnerId = door.Anna.Id };
        await door.WithAsync(sales, Some.InDepartment(door.Anna, sales), Some.InDepartment(door.Bent, sales), idea);

        Assert.True(await SeesAsync(door, OpenDoor.As(door.Anna), idea));
        Assert.True(await SeesAsync(door, OpenDoor.As(door.Bent), idea));
        Assert.False(await SeesAsync(door, OpenDoor.As(door.Carl), idea));
        Assert.False(await SeesAsync(door, new Viewer(default, Roles.Sales | Roles.Strategy, "guest"), idea));
        Assert.True(await SeesAsync(door, OpenDoor.Administrator, idea));
    }

    [Fact]
    public async Task Joining_or_leaving_a_department_counts_from_the_next_session_on()
    {
        using var door = new OpenDoor();
        var sales = Some.Department();
        var idea = Some.Idea() with { Visibility = Visibility.Team, OwnerId = door.Anna.Id };
        await door.WithAsync(sales, Some.InDepartment(door.Anna, sales), idea);
        Assert.False(await SeesAsync(door, OpenDoor.As(door.Bent), idea));

        var joins = Some.InDepartment(door.Bent, sales);
        await door.StoreAsync(joins);
        Assert.True(await SeesAsync(door, OpenDoor.As(door.Bent), idea));

        await door.Store.CommitAsync(Some.Commit(Some.Deleting(joins)), Some.NoToken);
        Assert.False(await SeesAsync(door, OpenDoor.As(door.Bent), idea));
    }

    [Fact]
    public async Task A_hidden_membership_of_a_department_makes_no_team()
    {
        using var door = new OpenDoor();
        var sales = Some.Department();
        var hidden = Some.InDepartment(door.Bent, sales) with { Visibility = Visibility.Owner, OwnerId = door.Bent.Id };
        var idea = Some.Idea() with { Visibility = Visibility.Team, OwnerId = door.Anna.Id };
        await door.WithAsync(sales, Some.InDepartment(door.Anna, sales), hidden, idea);

        Assert.False(await SeesAsync(door, OpenDoor.As(door.Bent), idea));
    }

    [Fact]
    public async Task Only_participants_read_what_an_interaction_was_about()
    {
        using var door = new OpenDoor();
        var contact = Some.Contact();
        var talk = Some.Interaction(door.Anna, contact) with { Subject = "Løn", ParticipantIds = [door.Bent.Id] };
        await door.WithAsync(contact, talk);

        Assert.Equal("Løn", (await ReadAsync(door, OpenDoor.As(door.Anna))).Subject);
        Assert.Equal("Løn", (await ReadAsync(door, OpenDoor.As(door.Bent))).Subject);
        Assert.Equal("Løn", (await ReadAsync(door, OpenDoor.Administrator)).Subject);
        var other = await ReadAsync(door, OpenDoor.As(door.Carl, Roles.Sales));
        Assert.Equal((null, 0), (other.Subject, other.ParticipantIds.Count));
        var listed = await (await door.OpenAsync(OpenDoor.As(door.Carl)))
            .Edges(new EdgeListQuery(RecordKind.Interaction, Direction.Both)).ReadAsync(contact.Id);
        Assert.Null(((Interaction)listed!.Records[0]).Subject);

        async Task<Interaction> ReadAsync(OpenDoor at, Viewer viewer) =>
            (Interaction)(await (await at.OpenAsync(viewer)).Records.ReadAsync(talk.Id))!;
    }

    [Fact]
    public async Task Relationships_of_many_nodes_are_read_at_once_and_counted_at_once()
    {
        using var door = new OpenDoor();
        var contacts = Enumerable.Range(0, 50).Select(i => Some.Contact($"K {i}")).ToArray();
        await door.WithAsync([.. contacts, .. contacts.Select(c => Some.Knows(door.Anna, c, .5))]);
        var session = await door.OpenAsync(OpenDoor.Administrator);

        var reads = await door.Reads.CountAsync(async () =>
        {
            var pages = contacts.Select(c => session.Edges(Ties).Ask(c.Id)).ToArray();
            var counts = contacts.Select(c => session.EdgeCounts(Ties).Ask(c.Id)).ToArray();
            foreach (var (page, count) in pages.Zip(counts))
            {
                var tie = Assert.Single((await page())!.Records);
                Assert.Equal(1L, await count());
                Assert.Equal(door.Anna, await session.Records.ReadAsync(((Relationship)tie).FromId));
            }
        });

        Assert.Equal(3, reads);
    }

    [Fact]
    public async Task A_cursor_of_one_node_is_refused_at_another()
    {
        using var door = new OpenDoor();
        var contacts = Enumerable.Range(0, 3).Select(i => Some.Contact($"K {i}")).ToArray();
        await door.WithAsync(
            [.. contacts, .. contacts.Select(c => Some.Knows(door.Anna, c)), .. contacts.Select(c => Some.Knows(door.Bent, c))]);
        var session = await door.OpenAsync(OpenDoor.Administrator);
        var page = (await session.Edges(Ties with { Page = new PageArguments(First: 1) }).ReadAsync(door.Anna.Id))!;
        var after = Ties with { Page = new PageArguments(After: page.CursorOf(page.Records[0])) };

        var rest = (await session.Edges(after).ReadAsync(door.Anna.Id))!;
        Assert.Equal(2, rest.Records.Count);
        Assert.True(await session.HasBehindAsync(after, door.Anna.Id, rest));
        var refused = await Assert.ThrowsAsync<RequestException>(() => session.Edges(after).ReadAsync(door.Bent.Id));
        Assert.Equal(ProblemCode.BadCursor, refused.Code);
    }

    [Fact]
    public async Task An_employee_is_found_by_an_address_that_is_one_persons()
    {
        using var door = new OpenDoor();
        var dora = Some.Employee("Dora") with { Emails = ["dora@firma.example", "info@firma.example"] };
        var eva = Some.Employee("Eva") with { Emails = ["info@firma.example"] };
        await door.WithAsync(dora, eva);

        Assert.Equal(dora.Id, await door.EmployeeOfAsync("dora@firma.example"));
        Assert.True((await door.EmployeeOfAsync("info@firma.example")).IsNone);
        Assert.True((await door.EmployeeOfAsync("nobody@firma.example")).IsNone);
    }

    [Fact]
    public async Task A_hidden_employee_with_the_same_address_does_not_change_who_signs_in()
    {
        using var door = new OpenDoor();
        var dora = Some.Employee("Dora") with { Emails = ["dora@firma.example"] };
        var hidden = Some.Employee("Skjult") with
        {
            Emails = ["dora@firma.example"],
            Visibility = Visibility.Owner,
            OwnerId = door.Bent.Id,
        };
        await door.WithAsync(dora, hidden);

        Assert.Equal(dora.Id, await door.EmployeeOfAsync("dora@firma.example"));
    }

    private static async Task<bool> SeesAsync(OpenDoor door, Viewer viewer, Record record) =>
        await (await door.OpenAsync(viewer)).Records.ReadAsync(record.Id) is not null;
}
