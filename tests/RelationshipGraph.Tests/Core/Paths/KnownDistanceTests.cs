using System.Text.Json;
using RelationshipGraph.Importing;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Core.Paths;

/// <summary>Distances that somebody else worked out for a public data set, where all ties are equally strong.</summary>
public sealed class KnownDistanceTests
{
    private const string Set = "ldbc-tiny";

    [DataFact]
    public async Task The_strongest_path_of_equal_ties_has_the_fewest_hops()
    {
        var folder = DataSets.PathOf(Set);
        await using var store = new ReferenceGraphStore();
        var importer = new Importer(store, new RecordIds(Some.TimeAt(Some.Now), new Random(1)), Some.TimeAt(Some.Now));
        var options = new ImportOptions { Source = Set };
        await importer.ImportAsync(ImportFiles.From(folder), options, new Progress<ImportProgress>(), Some.NoToken);
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        var asked = 0;
        foreach (var (from, to, expected) in Distances(Path.Combine(folder, "expected.json")))
        {
            var keys = new[] { from, to }.Select(id => NaturalKey.OfNode(RecordKind.Contact, Set, id)).ToList();
            var people = await store.FindAsync(keys, ViewScope.Public, Some.NoToken);
            var query = new PathQuery(people[keys[1]].Id, people[keys[0]].Id, Some.Today)
            {
                HopDiscount = 1,
                Through = Through.Person,
                PathsMax = 1,
            };

            var answer = IntroductionSearch.Find(index.Current, query, ViewScope.Public, Some.NoToken);

            var hops = answer is PathAnswer.Found found ? found.Paths[0].Steps.Count : -1;
            Assert.Equal(expected is > 0 and <= Limits.PathHopsDefault ? expected : -1, hops);
            asked++;
        }

        Assert.True(asked >= 20);
    }

    private static IEnumerable<(string From, string To, int Hops)> Distances(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.EnumerateArray()
            .Where(one => one.GetProperty("query").GetString() == "IC13")
            .Select(one => (
                one.GetProperty("params").GetProperty("person1Id").ToString(),
                one.GetProperty("params").GetProperty("person2Id").ToString(),
                one.GetProperty("result").GetInt32()))
            .ToList();
    }
}
