using RelationshipGraph.Model;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Api.Graph;

public abstract class WriteTests<TPlace> : IDisposable
    where TPlace : IStorePlace
{
    private const string Errors = "errors { __typename ... on Error { code message path arguments { name value } } }";

    private readonly OpenGraph _graph = OpenGraph.On<TPlace>();

    public void Dispose()
    {
        _graph.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableFact]
    public async Task What_is_left_out_stays_and_what_is_null_goes()
    {
        var company = Some.Company("Nordlys") with { Domain = "nordlys.dk", Region = "Fyn" };
        await _graph.WithAsync(company);

        var answer = await _graph.AskAsync(
            """
            mutation ($id: ID!, $unset: String) { updateCompany(input: { id: $id, version: 1, domain: null, industry: $unset }) {
              company { name domain region industry version } errors { __typename } } }
            """,
            new { id = company.Id.ToString() });

        Assert.Equal(
            """{"name":"Nordlys","domain":null,"region":"Fyn","industry":null,"version":2}""",
            answer.At("updateCompany.company").GetRawText());
    }

    [SkippableTheory]
    [InlineData("version: 7", "VersionConflictError", "VERSION_CONFLICT", "version")]
    [InlineData("version: 1, domain: \"http://x\"", "ValidationError", "MALFORMED", "domain")]
    [InlineData("version: 1, employeeCount: -1", "ValidationError", "OUT_OF_RANGE", "employeeCount")]
    [InlineData("version: 1, name: null", "ValidationError", "REQUIRED", "name")]
    [InlineData("version: 1, ownerId: \"garbage\"", "ValidationError", "MALFORMED", "ownerId")]
    [InlineData("version: 1, ownerId: \"#anna\"", "ValidationError", "LABEL_UNKNOWN", "ownerId")]
    [InlineData("version: 1, ownerId: \"emp_0000000000000\"", "ValidationError", "MALFORMED", "ownerId")]
    [InlineData("version: 1, visibility: TEAM, ownerId: null", "ValidationError", "OWNER_REQUIRED", "ownerId")]
    [InlineData("version: 1, visibility: DISCREET", "ValidationError", "DISCREET_IS_FOR_TIES", "visibility")]
    public async Task A_wrong_change_is_a_typed_error_with_its_path(string set, string type, string code, string path)
    {
        var company = Some.Company("Nordlys");
        await _graph.WithAsync(company);

        var answer = await _graph.AskAsync(
            $$"""mutation ($id: ID!) { updateCompany(input: { id: $id, {{set}} }) { company { id } {{Errors}} } }""",
            new { id = company.Id.ToString() });

        Assert.Equal("null", answer.At("updateCompany.company").GetRawText());
        Assert.Equal(type, answer.At("updateCompany.errors.0.__typename").GetString());
        Assert.Equal(code, answer.At("updateCompany.errors.0.code").GetString());
        Assert.Equal([path], answer.TextsAt("updateCompany.errors.0.path"));
        Assert.Equal(1, answer.At("updateCompany.errors").GetArrayLength());
    }

    [SkippableFact]
    public async Task The_id_of_another_kind_or_of_nothing_is_refused()
    {
        var company = Some.Company();
        await _graph.WithAsync(company);
        const string Update = "mutation ($id: ID!) { updateContact(input: { id: $id, version: 1, title: \"x\" }) { " + Errors
            + " } }";

        var other = await _graph.AskAsync(Update, new { id = company.Id.ToString() });
        var none = await _graph.AskAsync(Update, new { id = Some.Id(RecordKind.Contact).ToString() });

        Assert.Equal("WRONG_KIND", other.At("updateContact.errors.0.code").GetString());
        Assert.Equal("NotFoundError", none.At("updateContact.errors.0.__typename").GetString());
    }

    [SkippableFact]
    public async Task The_ends_of_a_relationship_are_named_as_the_input_names_them()
    {
        var company = Some.Company();
        await _graph.WithAsync(company);
        const string Create = "mutation ($from: ID!, $to: ID!) { createWorksAt(input: { fromId: $from, toId: $to }) { " + Errors
            + " } }";

        var wrong = await _graph.AskAsync(Create, new { from = company.Id.ToString(), to = company.Id.ToString() });
        var missing = await _graph.AskAsync(
            Create, new { from = _graph.Door.Anna.Id.ToString(), to = Some.Id(RecordKind.Company).ToString() });

        Assert.Equal("WRONG_KIND", wrong.At("createWorksAt.errors.0.code").GetString());
        Assert.Equal(["fromId"], wrong.TextsAt("createWorksAt.errors.0.path"));
        Assert.Equal("NotFoundError", missing.At("createWorksAt.errors.0.__typename").GetString());
        Assert.Equal(["toId"], missing.TextsAt("createWorksAt.errors.0.path"));
    }

    [SkippableFact]
    public async Task Who_may_not_is_told_so_and_a_hidden_record_is_not_there()
    {
        var secret = Some.Idea("Hemmelig") with { Visibility = Visibility.Owner, OwnerId = _graph.Door.Carl.Id };
        await _graph.WithAsync(secret);
        var anna = OpenDoor.As(_graph.Door.Anna);

        var forbidden = await _graph.AskAsync(
            anna, $$"""mutation { createNetwork(input: { name: "N" }) { network { id } {{Errors}} } }""", isDanish: true);
        var hidden = await _graph.AskAsync(
            anna, $$"""mutation ($id: ID!) { deleteIdea(input: { id: $id, version: 1 }) { id {{Errors}} } }""",
            new { id = secret.Id.ToString() });

        Assert.Equal("ForbiddenError", forbidden.At("createNetwork.errors.0.__typename").GetString());
        Assert.Equal("Dine roller tillader ikke dette.", forbidden.At("createNetwork.errors.0.message").GetString());
        Assert.Equal("NotFoundError", hidden.At("deleteIdea.errors.0.__typename").GetString());
    }

    [SkippableFact]
    public async Task A_taken_key_is_an_error_of_its_own()
    {
        await _graph.WithAsync();
        const string Create = "mutation { createCompany(input: { name: \"N\", source: \"crm\", externalId: \"1\" }) { "
            + Errors + " } }";

        await _graph.AskAsync(Create);
        var again = await _graph.AskAsync(Create);

        Assert.Equal("KeyTakenError", again.At("createCompany.errors.0.__typename").GetString());
        Assert.Equal(["externalId"], again.TextsAt("createCompany.errors.0.path"));
    }

    [SkippableFact]
    public async Task Many_changes_name_each_other_by_labels_and_are_done_together()
    {
        await _graph.WithAsync();

        var answer = await _graph.AskAsync(
            """
            mutation ($changes: [ChangeInput!]!) { applyChanges(input: { changes: $changes }) {
              results { label id node { __typename ... on WorksAt { title fromNode { name } toNode { name } } } }
              errors { __typename } } }
            """,
            new
            {
                changes = new object[]
                {
                    new { createWorksAt = new { fromId = "#bo", toId = "#nordlys", title = "CEO" } },
                    new { createContact = new { label = "bo", name = "Bo" } },
                    new { createCompany = new { label = "nordlys", name = "Nordlys" } },
                    new { updateEmployee = new { id = _graph.Door.Anna.Id.ToString(), version = 1, title = "Chef" } },
                    new { deleteEmployee = new { id = _graph.Door.Carl.Id.ToString(), version = 1 } },
                },
            });

        Assert.Equal(
            """{"__typename":"WorksAt","title":"CEO","fromNode":{"name":"Bo"},"toNode":{"name":"Nordlys"}}""",
            answer.At("applyChanges.results.0.node").GetRawText());
        Assert.Equal(["", "bo", "nordlys", "", ""], answer.EachAt("applyChanges.results", "label"));
        Assert.Equal("null", answer.At("applyChanges.results.4.node").GetRawText());
        Assert.Equal(_graph.Door.Carl.Id.ToString(), answer.At("applyChanges.results.4.id").GetString());
    }

    [SkippableFact]
    public async Task One_wrong_change_of_many_undoes_none_because_none_is_done()
    {
        await _graph.WithAsync();

        var answer = await _graph.AskAsync(
            $$"""
            mutation { applyChanges(input: { changes: [
                { createContact: { label: "bo", name: "Bo" } }
                { createKnows: { fromId: "#bo", toId: "#eva" } }
                { createContact: { label: "bo", name: "Bo", emails: ["a@b.dk", "no address"] } }
                { createContact: { label: "b o", name: "B" } } ] }) { results { id } {{Errors}} } }
            """);
        var late = await _graph.AskAsync(
            $$"""
            mutation { applyChanges(input: { changes: [
                { createContact: { name: "Bo" } }
                { createContact: { name: "Bo", emails: ["a@b.dk", "no address"] } } ] }) { results { id } {{Errors}} } }
            """);

        Assert.Equal(
            ["LABEL_TAKEN changes.2.createContact.label", "MALFORMED changes.3.createContact.label",
                "LABEL_UNKNOWN changes.1.createKnows.toId"],
            ErrorsOf(answer));
        Assert.Equal(["MALFORMED changes.1.createContact.emails.1"], ErrorsOf(late));
        Assert.Equal(0, (await _graph.AskAsync("{ contacts { totalCount } }")).At("contacts.totalCount").GetInt32());
    }

    [SkippableFact]
    public async Task A_change_after_another_sees_what_that_one_wrote()
    {
        await _graph.WithAsync();

        var answer = await _graph.AskAsync(
            """
            mutation ($id: ID!) {
              a: updateEmployee(input: { id: $id, version: 1, title: "A" }) { employee { owner { title } title } }
              b: updateEmployee(input: { id: $id, version: 2, title: "B", ownerId: $id }) { employee { owner { title } title } }
              c: updateEmployee(input: { id: $id, version: 3, title: "C" }) { employee { owner { title } title } } }
            """,
            new { id = _graph.Door.Anna.Id.ToString() });

        Assert.Equal("C", answer.At("c.employee.owner.title").GetString());
        Assert.Equal("B", answer.At("b.employee.owner.title").GetString());
    }

    private static string[] ErrorsOf(Answer answer) => [.. answer.At("applyChanges.errors").EnumerateArray().Select(e =>
        $"{e.GetProperty("code")} {string.Join('.', e.GetProperty("path").EnumerateArray().Select(p => p.GetString()))}")];
}
