using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Sessions;

public sealed class SessionWriteTests
{
    private static readonly RecordModel Contacts = GraphModel.Of(RecordKind.Contact);
    private static readonly RecordModel Ideas = GraphModel.Of(RecordKind.Idea);
    private static readonly RecordModel Credits = GraphModel.Of(RecordKind.CreditedTo);

    [Fact]
    public async Task A_new_record_gets_its_version_times_and_owner()
    {
        using var door = await new OpenDoor().WithAsync();
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales));

        var contact = (Contact)await DoneAsync(session, New(session, Contacts, ("name", "Åse Øst")));

        Assert.Equal((1, OpenDoor.Now, OpenDoor.Now), (contact.Version, contact.CreatedAt, contact.UpdatedAt));
        Assert.Equal((OpenDoor.Today, door.Anna.Id), (contact.KnownSince, contact.OwnerId));
        Assert.Equal(contact, await StoredAsync(door, contact.Id));
    }

    [Fact]
    public async Task Drafts_of_one_request_may_name_each_other_and_are_done_together()
    {
        using var door = await new OpenDoor().WithAsync();
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales));
        var contact = New(session, Contacts, ("name", "Ny"));
        var tie = new Draft.Create(session.NewId(RecordKind.Knows), door.Anna.Id, contact.NewId, []);

        Assert.IsType<WriteResult.Done>(await session.WriteAsync([tie, contact]));

        Assert.NotNull(await StoredAsync(door, tie.NewId));
    }

    [Fact]
    public async Task One_wrong_draft_stops_all_and_every_problem_is_told()
    {
        using var door = await new OpenDoor().WithAsync();
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales));
        var right = New(session, Contacts, ("name", "Ny"));
        var nameless = New(session, Contacts, ("title", "x"), ("emails", "[\"no address\"]"));
        var gone = new Draft.Delete(Some.Id(RecordKind.Contact), 1);

        var refused = Assert.IsType<WriteResult.Refused>(await session.WriteAsync([right, nameless, gone]));

        Assert.Equal(
            [(1, ProblemCode.Required, "name"), (1, ProblemCode.Malformed, "emails.0"), (2, ProblemCode.NotFound, "id")],
            refused.Problems.Select(p => (p.Position, p.Problem.Code, p.Problem.Path)));
        Assert.Null(await StoredAsync(door, right.NewId));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_the_right_one_counts_up()
    {
        var contact = Some.Contact();
        using var door = await new OpenDoor().WithAsync(contact);
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales));
        Draft Rename(int version) => new Draft.Update(contact.Id, version, Values(Contacts, ("name", "Ny")));

        Assert.Equal((ProblemCode.VersionConflict, "version"), await RefusedAsync(session, Rename(7)));
        var renamed = (Contact)await DoneAsync(session, Rename(1));
        Assert.Equal(("Ny", 2, OpenDoor.Now), (renamed.Name, renamed.Version, renamed.UpdatedAt));
        Assert.Equal((ProblemCode.VersionConflict, "version"), await RefusedAsync(session, Rename(1)));
    }

    [Fact]
    public async Task An_update_without_a_change_leaves_the_version_and_the_feed()
    {
        var contact = Some.Contact();
        using var door = await new OpenDoor().WithAsync(contact);
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales));
        var before = (await door.Store.ReadFeedAsync(0, 10, Some.NoToken)).LastSequence;

        var same = await DoneAsync(session, new Draft.Update(contact.Id, 1, Values(Contacts, ("name", contact.Name))));

        Assert.Equal(contact, same);
        Assert.Equal(before, (await door.Store.ReadFeedAsync(0, 10, Some.NoToken)).LastSequence);
    }

    [Fact]
    public async Task A_hidden_record_is_answered_like_one_that_does_not_exist()
    {
        using var door = new OpenDoor();
        var hidden = Some.Contact() with { Visibility = Visibility.Owner, OwnerId = door.Bent.Id };
        await door.WithAsync(hidden);
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales));
        foreach (var id in new[] { hidden.Id, Some.Id(RecordKind.Contact) })
        {
            Assert.Equal((ProblemCode.NotFound, "id"), await RefusedAsync(session, new Draft.Delete(id, 1)));
            Assert.Equal(
                (ProblemCode.NotFound, "id"),
                await RefusedAsync(session, new Draft.Update(id, 99, Values(Contacts, ("name", "x")))));
            Assert.Equal((ProblemCode.EndMissing, "to"), await RefusedAsync(session, Tie(session, door.Anna.Id, id)));
        }
    }

    [Fact]
    public async Task What_a_record_refers_to_must_be_there()
    {
        using var door = new OpenDoor();
        var hidden = Some.Employee() with { Visibility = Visibility.Owner, OwnerId = door.Bent.Id };
        await door.WithAsync(hidden);
        var session = await door.OpenAsync(OpenDoor.As(door.Anna));

        foreach (var id in new[] { hidden.Id, Some.Id(RecordKind.Employee) })
        {
            var draft = New(session, Ideas, ("title", "Ny"), ("authorId", id));
            Assert.Equal((ProblemCode.NotFound, "authorId"), await RefusedAsync(session, draft));
        }

        var company = New(session, Ideas, ("title", "Ny"), ("authorId", Some.Id(RecordKind.Company)));
        Assert.Equal((ProblemCode.WrongKind, "authorId"), await RefusedAsync(session, company));
    }

    [Fact]
    public async Task Natural_keys_are_for_administrators()
    {
        var taken = Some.Contact() with { Source = "crm", ExternalId = "1" };
        using var door = await new OpenDoor().WithAsync(taken);
        var sales = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales));
        var administrator = await door.OpenAsync(OpenDoor.Administrator);
        Draft WithKey(Session session) => New(session, Contacts, ("name", "Ny"), ("source", "crm"), ("externalId", "1"));

        Assert.Equal((ProblemCode.Forbidden, "source"), await RefusedAsync(sales, WithKey(sales)));
        Assert.Equal((ProblemCode.KeyTaken, "externalId"), await RefusedAsync(administrator, WithKey(administrator)));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("version")]
    [InlineData("createdAt")]
    [InlineData("updatedAt")]
    public async Task What_the_product_keeps_cannot_be_set(string property)
    {
        var contact = Some.Contact();
        using var door = await new OpenDoor().WithAsync(contact);
        var session = await door.OpenAsync(OpenDoor.Administrator);

        Assert.Equal(
            (ProblemCode.ReadOnlyProperty, property),
            await RefusedAsync(session, new Draft.Update(contact.Id, 1, [new(Contacts[property], PropertyValue.Of(5))])));
    }

    [Fact]
    public async Task Nobody_hides_a_record_from_themselves()
    {
        var contact = Some.Contact();
        using var door = await new OpenDoor().WithAsync(contact);
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales));

        Assert.Equal(
            (ProblemCode.Forbidden, "visibility"),
            await RefusedAsync(session, new Draft.Update(
                contact.Id, 1, Values(Contacts, ("visibility", "OWNER"), ("ownerId", door.Bent.Id)))));
        Assert.Equal(
            (ProblemCode.OwnerRequired, "ownerId"),
            await RefusedAsync(session, new Draft.Update(contact.Id, 1, Values(Contacts, ("visibility", "TEAM")))));
        Assert.Equal(
            (ProblemCode.DiscreetIsForTies, "visibility"),
            await RefusedAsync(session, new Draft.Update(contact.Id, 1, Values(Contacts, ("visibility", "DISCREET")))));
    }

    [Fact]
    public async Task A_period_does_not_end_before_it_begins()
    {
        using var door = await new OpenDoor().WithAsync();
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Strategy));
        var (from, until) = (new DateOnly(2026, 2, 1), new DateOnly(2026, 1, 1));
        var draft = New(session, GraphModel.Of(RecordKind.Seat), ("from", from), ("until", until));

        Assert.Equal((ProblemCode.PeriodReversed, "until"), await RefusedAsync(session, draft));
    }

    [Fact]
    public async Task Nobody_knows_themselves_and_ends_have_kinds()
    {
        var company = Some.Company();
        using var door = await new OpenDoor().WithAsync(company);
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales));

        Assert.Equal((ProblemCode.SelfTie, "to"), await RefusedAsync(session, Tie(session, door.Anna.Id, door.Anna.Id)));
        Assert.Equal((ProblemCode.WrongKind, "to"), await RefusedAsync(session, Tie(session, door.Anna.Id, company.Id)));
    }

    [Fact]
    public async Task One_request_changes_a_record_once_and_does_not_tie_what_it_removes()
    {
        var contact = Some.Contact();
        using var door = await new OpenDoor().WithAsync(contact);
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales));
        var delete = new Draft.Delete(contact.Id, 1);

        Assert.Equal((ProblemCode.ChangedTwice, "id"), await RefusedAsync(session, delete, delete));
        Assert.Equal(
            (ProblemCode.EndMissing, "to"), await RefusedAsync(session, delete, Tie(session, door.Anna.Id, contact.Id)));
    }

    [Fact]
    public async Task Credits_of_an_outcome_add_up_to_one_at_most()
    {
        var (outcome, seat, meeting) = (Some.Outcome(), Some.Seat(), Some.Meeting());
        using var door = await new OpenDoor().WithAsync(outcome, seat, meeting, Some.CreditedTo(outcome, seat, .6));
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Strategy));
        Draft Credit(double share) => new Draft.Create(
            session.NewId(RecordKind.CreditedTo), outcome.Id, meeting.Id, [new(Credits["share"], PropertyValue.Of(share))]);

        Assert.Equal((ProblemCode.CreditExceedsOne, "share"), await RefusedAsync(session, Credit(.5)));
        Assert.Equal((ProblemCode.CreditExceedsOne, "share"), await RefusedAsync(session, Credit(.3), Credit(.2)));
        var kept = (CreditedTo)await DoneAsync(session, Credit(.4));
        Assert.Equal(
            (ProblemCode.CreditExceedsOne, "share"),
            await RefusedAsync(session, new Draft.Update(kept.Id, 1, [new(Credits["share"], PropertyValue.Of(.41))])));
    }

    [Fact]
    public async Task Credits_written_at_the_same_time_do_not_exceed_one()
    {
        var (outcome, seat) = (Some.Outcome(), Some.Seat());
        using var door = await new OpenDoor().WithAsync(outcome, seat);
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Strategy));

        Draft Third() => new Draft.Create(
            session.NewId(RecordKind.CreditedTo), outcome.Id, seat.Id, [new(Credits["share"], PropertyValue.Of(.3))]);

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => session.WriteAsync([Third()]))));

        Assert.Equal(3, results.Count(r => r is WriteResult.Done));
    }

    [Fact]
    public async Task A_request_reads_twice_however_much_it_writes()
    {
        var contacts = Enumerable.Range(0, 40).Select(i => Some.Contact($"K {i}")).ToArray();
        using var door = await new OpenDoor().WithAsync(contacts);
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales));
        var drafts = contacts.Select(c => (Draft)new Draft.Update(c.Id, 1, Values(Contacts, ("title", "x"))))
            .Concat(contacts.Select(c => Tie(session, door.Anna.Id, c.Id))).ToArray();

        Assert.Equal(3, await door.Reads.CountAsync(() => session.WriteAsync(drafts)));
    }

    private static Draft.Create New(Session session, RecordModel model, params (string Name, object Value)[] values) =>
        new(session.NewId(model.Kind), default, default, Values(model, values));

    private static Draft Tie(Session session, RecordId from, RecordId to) =>
        new Draft.Create(session.NewId(RecordKind.Knows), from, to, []);

    private static KeyValuePair<PropertyModel, PropertyValue>[] Values(
        RecordModel model, params (string Name, object Value)[] values) =>
        [.. values.Select(v => KeyValuePair.Create(model[v.Name], v.Value switch
        {
            string text => PropertyValue.Of(text),
            RecordId id => PropertyValue.Of(id),
            DateOnly day => PropertyValue.Of(day),
            _ => throw new ArgumentOutOfRangeException(nameof(values)),
        }))];

    private static async Task<Record> DoneAsync(Session session, Draft draft) =>
        Assert.Single(Assert.IsType<WriteResult.Done>(await session.WriteAsync([draft])).Written).Record!;

    private static async Task<(string Code, string Path)> RefusedAsync(Session session, params Draft[] drafts)
    {
        var problem = Assert.IsType<WriteResult.Refused>(await session.WriteAsync(drafts)).Problems[0].Problem;
        return (problem.Code, problem.Path);
    }

    private static async Task<Record?> StoredAsync(OpenDoor door, RecordId id) =>
        (await door.Store.ReadAsync([id], ViewScope.All, Some.NoToken)).GetValueOrDefault(id);
}
