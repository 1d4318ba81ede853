using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Api.Graph;

/// <summary>A request with an id of its own is done once, however often it is sent.</summary>
public abstract class RepeatTests<TPlace> : IDisposable
    where TPlace : IStorePlace
{
    private const string Errors = "errors { ... on Error { code path } }";
    private const string Create = "mutation ($id: ID, $name: String!) { createContact(input: { requestId: $id, name: $name }) { "
        + "contact { id name version } " + Errors + " } }";

    private const string First = "6f9619ff-8b86-4011-b42d-00c04fc964ff";
    private const string Second = "00000000-0000-4000-8000-000000000001";

    private readonly OpenGraph _graph = OpenGraph.On<TPlace>();

    public void Dispose()
    {
        _graph.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableFact]
    public async Task A_repeated_creation_answers_with_the_first_record_and_makes_no_other()
    {
        await _graph.WithAsync();

        var first = await _graph.AskAsync(Create, new { id = First, name = "Bo" });
        var again = await _graph.AskAsync(Create, new { id = First.ToUpperInvariant(), name = "Bo" });
        var other = await _graph.AskAsync(Create, new { id = Second, name = "Bo" });
        var without = await _graph.AskAsync(Create, new { name = "Bo" });

        Assert.Equal(first.At("createContact").GetRawText(), again.At("createContact").GetRawText());
        Assert.Equal("[]", again.At("createContact.errors").GetRawText());
        Assert.Equal(
            3, new[] { first, other, without }.Select(a => a.At("createContact.contact.id").GetString()).Distinct().Count());
        Assert.Equal(3, await CountAsync(RecordKind.Contact));
    }

    [SkippableFact]
    public async Task Of_many_at_the_same_time_one_makes_the_record_and_all_answer_with_it()
    {
        await _graph.WithAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(() => _graph.AskAsync(Create, new { id = First, name = "Bo" }))));

        Assert.Single(answers.Select(answer => answer.At("createContact").GetRawText()).Distinct());
        Assert.Equal(1, await CountAsync(RecordKind.Contact));
    }

    [SkippableFact]
    public async Task A_refused_request_leaves_its_id_free()
    {
        await _graph.WithAsync();

        var refused = await _graph.AskAsync(Create, new { id = First, name = "" });
        var done = await _graph.AskAsync(Create, new { id = First, name = "Bo" });

        Assert.NotEmpty(refused.TextsAt("createContact.errors"));
        Assert.Equal("Bo", done.At("createContact.contact.name").GetString());
    }

    [SkippableFact]
    public async Task The_same_id_of_another_viewer_is_another_request()
    {
        await _graph.WithAsync();
        var (anna, bent) = (OpenDoor.As(_graph.Door.Anna, Roles.Sales), OpenDoor.As(_graph.Door.Bent, Roles.Sales));

        var first = await _graph.AskAsync(anna, Create, new { id = First, name = "Bo" });
        var other = await _graph.AskAsync(bent, Create, new { id = First, name = "Eva" });
        var again = await _graph.AskAsync(anna, Create, new { id = First, name = "Bo" });

        Assert.Equal(("Bo", "Eva"), (
            first.At("createContact.contact.name").GetString(), other.At("createContact.contact.name").GetString()));
        Assert.Equal(first.At("createContact").GetRawText(), again.At("createContact").GetRawText());
    }

    [SkippableFact]
    public async Task A_repeated_update_is_done_once_and_answers_with_the_record_as_it_is_now()
    {
        var company = Some.Company("Nordlys");
        await _graph.WithAsync(company);
        const string Update = "mutation ($id: ID!, $request: ID) { updateCompany(input: { id: $id, version: 1, "
            + "requestId: $request, region: \"Fyn\" }) { company { region version } " + Errors + " } }";

        await _graph.AskAsync(Update, new { id = company.Id.ToString(), request = First });
        var again = await _graph.AskAsync(Update, new { id = company.Id.ToString(), request = First });
        var stale = await _graph.AskAsync(Update, new { id = company.Id.ToString(), request = Second });

        Assert.Equal("""{"company":{"region":"Fyn","version":2},"errors":[]}""", again.At("updateCompany").GetRawText());
        Assert.Equal(["VERSION_CONFLICT"], stale.EachAt("updateCompany.errors", "code"));
    }

    [SkippableFact]
    public async Task Many_changes_are_repeated_together()
    {
        var (gone, company) = (Some.Contact("Gone"), Some.Company("Nordlys"));
        await _graph.WithAsync(gone, company);
        var apply = $$"""
            mutation { applyChanges(input: { requestId: "{{First}}", changes: [
              { createWorksAt: { fromId: "#bo", toId: "{{company.Id}}" } }
              { deleteContact: { id: "{{gone.Id}}", version: 1 } }
              { updateCompany: { id: "{{company.Id}}", version: 1, region: "Fyn" } }
              { createContact: { label: "bo", name: "Bo" } } ] })
              { results { id label node { __typename } } {{Errors}} } }
            """;

        var first = await _graph.AskAsync(apply);
        var again = await _graph.AskAsync(apply);

        Assert.Equal(4, first.At("applyChanges.results").GetArrayLength());
        Assert.Equal(first.At("applyChanges").GetRawText(), again.At("applyChanges").GetRawText());
        Assert.Equal((1, 1), (await CountAsync(RecordKind.Contact), await CountAsync(RecordKind.WorksAt)));
    }

    [SkippableFact]
    public async Task A_repeated_seat_is_not_taken_by_itself()
    {
        var seat = Some.Seat();
        await _graph.WithAsync(seat);
        var holds = $$"""
            mutation { createHolds(input: { requestId: "{{First}}", fromId: "{{_graph.Door.Anna.Id}}", toId: "{{seat.Id}}" })
              { holds { id } {{Errors}} } }
            """;

        var first = await _graph.AskAsync(holds);
        var again = await _graph.AskAsync(holds);

        Assert.Equal("[]", first.At("createHolds.errors").GetRawText());
        Assert.Equal(first.At("createHolds").GetRawText(), again.At("createHolds").GetRawText());
    }

    [SkippableFact]
    public async Task The_id_of_a_request_for_something_else_is_refused()
    {
        await _graph.WithAsync();
        await _graph.AskAsync(Create, new { id = First, name = "Bo" });

        var other = await _graph.AskAsync(
            $$"""mutation { createCompany(input: { requestId: "{{First}}", name: "X" }) { company { id } {{Errors}} } }""");
        var many = await _graph.AskAsync(
            $$"""
            mutation { applyChanges(input: { requestId: "{{First}}", changes: [
              { createContact: { name: "A" } } { createContact: { name: "B" } } ] }) { results { id } {{Errors}} } }
            """);

        Assert.Equal(["REQUEST_ID_TAKEN"], other.EachAt("createCompany.errors", "code"));
        Assert.Equal(["requestId"], other.TextsAt("createCompany.errors.0.path"));
        Assert.Equal(["REQUEST_ID_TAKEN"], many.EachAt("applyChanges.errors", "code"));
        Assert.Equal(["requestId"], many.TextsAt("applyChanges.errors.0.path"));
        Assert.Equal((1, 0), (await CountAsync(RecordKind.Contact), await CountAsync(RecordKind.Company)));
    }

    [SkippableFact]
    public async Task What_is_hidden_or_gone_since_is_not_answered_again()
    {
        await _graph.WithAsync();
        var anna = OpenDoor.As(_graph.Door.Anna, Roles.Sales);
        await _graph.AskAsync(anna, Create, new { id = First, name = "Bo" });
        var stored = (Contact)(await _graph.Door.Store.ReadPageAsync(
            new PageQuery(RecordKind.Contact), ViewScope.All, Some.NoToken)).Records.Single();
        var hidden = Some.Updating(
            stored, next => next with { Visibility = Visibility.Owner, OwnerId = _graph.Door.Bent.Id });
        await _graph.Door.Store.CommitAsync(Some.Commit(hidden), Some.NoToken);

        var again = await _graph.AskAsync(anna, Create, new { id = First, name = "Bo" });

        Assert.Equal("""{"contact":null,"errors":[]}""", again.At("createContact").GetRawText());
        Assert.Equal(1, await CountAsync(RecordKind.Contact));
    }

    [SkippableFact]
    public async Task An_id_that_is_no_UUID_or_stands_in_one_of_many_changes_is_refused()
    {
        await _graph.WithAsync();

        var wrong = await _graph.AskAsync(Create, new { id = "1", name = "Bo" });
        var nested = await _graph.AskAsync(
            $$"""
            mutation { applyChanges(input: { changes: [ { createContact: { name: "A", requestId: "{{First}}" } } ] })
              { results { id } {{Errors}} } }
            """);

        Assert.Equal(["MALFORMED"], wrong.EachAt("createContact.errors", "code"));
        Assert.Equal(["requestId"], wrong.TextsAt("createContact.errors.0.path"));
        Assert.Equal(["REQUEST_ID_NESTED"], nested.EachAt("applyChanges.errors", "code"));
        Assert.Equal(["changes", "0", "createContact", "requestId"], nested.TextsAt("applyChanges.errors.0.path"));
        Assert.Equal(0, await CountAsync(RecordKind.Contact));
    }

    private async Task<long> CountAsync(RecordKind kind) =>
        await _graph.Door.Store.CountAsync(new PageQuery(kind), ViewScope.All, Some.NoToken);
}
