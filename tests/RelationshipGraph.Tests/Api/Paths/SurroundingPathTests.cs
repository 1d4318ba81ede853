using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Core.Indexing;

namespace RelationshipGraph.Tests.Api.Paths;

public sealed class SurroundingPathTests
{
    private const string Query = """
        query ($to: ID!, $from: ID, $any: Boolean) { introductionPaths(to: $to, from: $from, anyEmployee: $any) {
          ending missing limit paths { score band start { name } closedStep { from { name } }
            hops { from { name } to { name } strength via { __typename ... on GroupVia { memberCount } } } } }
          reach(from: $from, anyEmployee: $any) { ending missing layers { hops people companies } } }
        """;

    private const string FromOne = """
        query ($to: ID!, $from: ID) {
          shortestPath(to: $to, from: $from) { ending missing paths { score hops { to { name } } } }
          secondDegree(of: $from, first: 5) { ending totalCount edges { cursor likelihood commonContacts ask { name } } }
          strongestTies(of: $from, first: 5) { ending totalCount edges { cursor node { with { name } value trend coldOn why } } }
          fadingTies(anyEmployee: true, first: 5) { ending totalCount edges { cursor loss reason text node { value channels {
            channel contacts strength } } } }
          connectionMap(first: 9) { ending people { id hops score } ties { one other strength } memberships { person group } } }
        """;

    [Fact]
    public async Task The_whole_application_answers_alike_in_both_modes()
    {
        var graph = new RandomGraph(seed: 20, size: 40, ofContacts: true);
        await using var holding = new ApiServer();
        await using var reading = new ApiServer(settings: ("Paths", "surrounding"));
        await RandomGraph.FillAsync(holding.Services.GetRequiredService<IGraphStore>(), graph.Records);
        await RandomGraph.FillAsync(reading.Services.GetRequiredService<IGraphStore>(), graph.Records);
        var found = 0;
        foreach (var viewer in graph.Employees.Take(3))
        {
            using var one = holding.SignedIn(Roles.Employee, viewer.Id);
            using var other = reading.SignedIn(Roles.Employee, viewer.Id);
            foreach (var (to, from) in Questions(graph))
            {
                var body = new { query = Query, variables = new { to, from, any = from is null } };

                var expected = await AskAsync(one, body);

                Assert.Equal(expected, await AskAsync(other, body));
                var rest = new { query = FromOne, variables = new { to, from } };
                Assert.Equal(await AskAsync(one, rest), await AskAsync(other, rest));
                found += expected.Contains("FOUND", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.InRange(found, 10, int.MaxValue);
    }

    private static List<(string To, string? From)> Questions(RandomGraph graph) =>
    [
        .. Enumerable.Range(0, 12).Select(i => (
            (i % 4 == 0 ? graph.Any(graph.Companies).Id : graph.Any(graph.People).Id).ToString(),
            i % 3 == 0 ? null : graph.Any(graph.People).Id.ToString())),
    ];

    private static async Task<string> AskAsync(HttpClient client, object body)
    {
        using var response = await client.PostAsJsonAsync("/graphql", body);
        return await response.Content.ReadAsStringAsync();
    }
}
