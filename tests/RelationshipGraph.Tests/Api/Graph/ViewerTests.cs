using RelationshipGraph.Model;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Api.Graph;

/// <summary>Two viewers ask the same and see what is theirs to see.</summary>
public abstract class ViewerTests<TPlace> : IDisposable
    where TPlace : IStorePlace
{
    private readonly OpenGraph _graph = OpenGraph.On<TPlace>();

    public void Dispose()
    {
        _graph.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableTheory]
    [InlineData("{ contacts { totalCount nodes { name } } }", "contacts.totalCount", 1, 2)]
    [InlineData("{ contacts(filter: { ownerId: { exists: true } }) { totalCount } }", "contacts.totalCount", 0, 1)]
    [InlineData("{ companies { nodes { staff { totalCount nodes { name } } } } }", "companies.nodes.0.staff.totalCount", 1, 2)]
    [InlineData("{ companies(filter: { staff: { some: { title: { exists: true } } } }) { totalCount } }", "companies.totalCount",
        0, 1)]
    [InlineData("{ employees(first: 1) { nodes { knows { totalCount } } } }", "employees.nodes.0.knows.totalCount", 1, 2)]
    [InlineData("{ a: networks { nodes { members { totalCount } } } }", "a.nodes.0.members.totalCount", 0, 0)]
    public async Task Lists_counts_and_filters_know_only_what_the_viewer_may_see(string query, string path, int bent, int anna)
    {
        var open = Some.Contact("Åben");
        var own = Some.Contact("Egen") with { Visibility = Visibility.Owner, OwnerId = _graph.Door.Anna.Id };
        var company = Some.Company();
        var sensitive = Some.Network("Menighed") with { IsSensitive = true };
        await _graph.WithAsync(
            open, own, company, sensitive,
            Some.WorksAt(open, company), Some.WorksAt(own, company) with { Title = "CEO" },
            Some.Knows(_graph.Door.Anna, open),
            Some.Knows(_graph.Door.Anna, _graph.Door.Carl) with
            {
                Visibility = Visibility.Discreet,
                OwnerId = _graph.Door.Anna.Id,
            },
            Some.MemberOf(open, sensitive));

        var seenByBent = await _graph.AskAsync(OpenDoor.As(_graph.Door.Bent), query);
        var seenByAnna = await _graph.AskAsync(OpenDoor.As(_graph.Door.Anna), query);

        Assert.Equal(bent, seenByBent.At(path).GetInt32());
        Assert.Equal(anna, seenByAnna.At(path).GetInt32());
        Assert.DoesNotContain("Egen", seenByBent.Data.GetRawText(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_hidden_record_is_answered_like_one_that_never_was()
    {
        var own = Some.Idea("Egen") with { Visibility = Visibility.Owner, OwnerId = _graph.Door.Anna.Id };
        await _graph.WithAsync(own);
        const string Query = """
            query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } search(text: "egen") { nodes { id } } }
            """;
        var bent = OpenDoor.As(_graph.Door.Bent);

        var hidden = await _graph.AskAsync(bent, Query, new { id = own.Id.ToString() });
        var never = await _graph.AskAsync(bent, Query, new { id = Some.Id(RecordKind.Idea).ToString() });
        var anna = await _graph.AskAsync(OpenDoor.As(_graph.Door.Anna), Query, new { id = own.Id.ToString() });

        Assert.Equal(never.Data.GetRawText(), hidden.Data.GetRawText());
        Assert.Equal(own.Id.ToString(), anna.At("search.nodes.0.id").GetString());
    }

    [SkippableFact]
    public async Task The_subject_of_an_interaction_is_for_those_who_took_part()
    {
        var kim = Some.Contact("Kim");
        await _graph.WithAsync(kim, Some.Interaction(_graph.Door.Anna, kim) with { Subject = "Løn" });
        const string Query = "{ contacts { nodes { interactions { edges { at channel subject participants { name } } } } } }";

        var bent = await _graph.AskAsync(OpenDoor.As(_graph.Door.Bent), Query);
        var anna = await _graph.AskAsync(OpenDoor.As(_graph.Door.Anna), Query);

        Assert.Equal("null", bent.At("contacts.nodes.0.interactions.edges.0.subject").GetRawText());
        Assert.Equal("Løn", anna.At("contacts.nodes.0.interactions.edges.0.subject").GetString());
    }
}
