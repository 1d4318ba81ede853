using RelationshipGraph.Model;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Api.Graph;

/// <summary>What a page reads does not grow with its rows.</summary>
public abstract class BatchTests<TPlace>
    where TPlace : IStorePlace
{
    [SkippableTheory]
    [InlineData(5, "{ contacts { nodes { worksAt(first: 1) { nodes { name memberships { nodes { name } } } } } } }")]
    [InlineData(5, "{ contacts { edges { node { worksAt { edges { title node { memberships { nodes { id } } } } } } } } }")]
    [InlineData(2, "{ contacts(first: 20) { nodes { owner { name } } } }")]
    [InlineData(3, "{ contacts(first: 20) { totalCount nodes { worksAt { totalCount } } } }")]
    [InlineData(4, "{ contacts { nodes { a: worksAt { nodes { id } } b: worksAt { edges { id } } knows { nodes { id } } } } }")]
    [InlineData(1, "{ contacts(first: 20) { totalCount } }")]
    [InlineData(1, "{ contacts(first: 20) { nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor } } }")]
    [InlineData(2, "{ networks { nodes { parent { name } } } }")]
    [InlineData(2, "{ search(text: \"kontakt\") { nodes { ... on Contact { owner { name } } } } }")]
    [InlineData(4, "{ a: contacts { nodes { owner { name } } } b: contacts(asOf: \"2020-01-16\") { nodes { owner { id } } } }")]
    public async Task A_page_reads_as_often_for_many_rows_as_for_few(int reads, string query)
    {
        var few = await CountAsync(2, query);
        var many = await CountAsync(20, query);

        Assert.Equal((reads, reads), (few, many));
    }

    private static async Task<int> CountAsync(int rows, string query)
    {
        using var graph = OpenGraph.On<TPlace>();
        var records = new List<Record>();
        Network? above = null;
        for (var i = 0; i < rows; i++)
        {
            var owner = Some.Employee($"Ejer {i}");
            var contact = Some.Contact($"Kontakt {i}") with { OwnerId = owner.Id };
            var company = Some.Company($"Firma {i}");
            records.AddRange(owner, contact, company, Some.WorksAt(contact, company), Some.Knows(owner, contact));
            for (var j = 0; j < 3; j++)
            {
                var network = Some.Network($"Net {i} {j}") with { ParentId = above?.Id };
                above = network;
                records.AddRange(network, Some.MemberOf(company, network));
            }
        }

        await graph.WithAsync(records);

        // Opening a session looks at the feed; that is not the query's.
        return await graph.Door.Reads.CountAsync(async () => (await graph.AskAsync(query)).At(FirstOf(query)));
    }

    private static string FirstOf(string query) => query[2..query.IndexOfAny(['(', ' ', ':'], 2)];
}
