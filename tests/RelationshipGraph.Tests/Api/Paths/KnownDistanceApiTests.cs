using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Api.Paths;

/// <summary>The distances of a public data set as a client of the whole application asks for them.</summary>
public sealed class KnownDistanceApiTests
{
    private const string Set = "ldbc-tiny";

    private const string Query = """
        query ($to: ID!, $from: ID!) {
          shortestPath(to: $to, from: $from, maxHops: 6, first: 1, through: [PERSON], declaredOnly: true) {
            ending paths { hops { to { id } } } } }
        """;

    [DataTheory]
    [InlineData("snapshot")]
    [InlineData("surrounding")]
    public async Task The_fewest_hops_over_what_is_declared(string mode)
    {
        var folder = DataSets.PathOf(Set);
        await using var server = new ApiServer(settings: ("Paths", mode));
        var store = server.Services.GetRequiredService<IGraphStore>();
        var importer = new Importer(store, new RecordIds(Some.TimeAt(Some.Now), new Random(1)), Some.TimeAt(Some.Now));
        await importer.ImportAsync(
            ImportFiles.From(folder), new ImportOptions { Source = Set }, new Progress<ImportProgress>(), Some.NoToken);
        using var client = server.SignedIn(Roles.Sales);
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "expected.json")));
        var asked = 0;
        foreach (var one in expected.RootElement.EnumerateArray().Where(one => one.GetProperty("query").GetString() == "IC13"))
        {
            var given = one.GetProperty("params");
            var keys = new[] { "person1Id", "person2Id" }
                .Select(name => NaturalKey.OfNode(RecordKind.Contact, Set, given.GetProperty(name).ToString())).ToList();
            var people = await store.FindAsync(keys, ViewScope.Public, Some.NoToken);
            var (from, to) = (people[keys[0]].Id, people[keys[1]].Id);
            if (from == to)
            {
                continue;
            }

            using var response = await client.PostAsJsonAsync(
                "/graphql", new { query = Query, variables = new { to = to.ToString(), from = from.ToString() } });

            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            var paths = answer.RootElement.GetProperty("data").GetProperty("shortestPath").GetProperty("paths");
            Assert.Equal(
                one.GetProperty("result").GetInt32(),
                paths.GetArrayLength() == 0 ? -1 : paths[0].GetProperty("hops").GetArrayLength());
            asked++;
        }

        Assert.True(asked >= 19);
    }
}
