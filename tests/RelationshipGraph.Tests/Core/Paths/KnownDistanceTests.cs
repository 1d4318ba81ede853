using System.Globalization;
using System.Text.Json;
using RelationshipGraph.Importing;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Core.Paths;

/// <summary>Answers that somebody else worked out for a public data set: distances, weighted paths, friends, employers.</summary>
public sealed class KnownDistanceTests
{
    private const string Set = "ldbc-tiny";

    // More than the weight of any tie there.
    private const double Scale = 64;

    private static string Folder => DataSets.PathOf(Set);

    [DataFact]
    public async Task The_strongest_path_of_equal_ties_has_the_fewest_hops()
    {
        await using var store = await ImportedAsync();
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        var asked = 0;
        foreach (var one in Expected("IC13"))
        {
            var people = await PeopleAsync(store, Id(one, "person1Id"), Id(one, "person2Id"));
            var query = Query(people[0], people[1]) with { HopsMax = Limits.PathHopsDefault, PathsMax = 1 };

            var answer = IntroductionSearch.Find(index.Current, query, ViewScope.Public, Some.NoToken);

            var (hops, expected) = (HopsOf(answer), one.GetProperty("result").GetInt32());
            Assert.Equal(expected is > 0 and <= Limits.PathHopsDefault ? expected : -1, hops);
            asked++;
        }

        Assert.True(asked >= 20);
    }

    [DataFact]
    public async Task The_cheapest_way_is_the_strongest_where_each_weight_is_a_strength()
    {
        await using var store = await WeightedAsync(weight => double.Exp2(-1 / (1 + weight)));
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        var asked = 0;
        foreach (var one in Expected("CHEAP"))
        {
            var people = await PeopleAsync(store, Id(one, "person1Id"), Id(one, "person2Id"));
            var query = Query(people[0], people[1]) with { HopsMax = Limits.PathHopsMax, PathsMax = 1 };

            var answer = IntroductionSearch.Find(index.Current, query, ViewScope.Public, Some.NoToken);

            var expected = one.GetProperty("result").GetDouble();
            if (expected > 0)
            {
                var score = Assert.IsType<PathScore.Exact>(Assert.IsType<PathAnswer.Found>(answer).Paths[0].Score);
                Assert.Equal(expected, -Math.Log2(score.Value), 8);
                asked++;
            }
        }

        Assert.True(asked >= 10);
    }

    [DataFact]
    public async Task The_shortest_paths_come_heaviest_first()
    {
        await using var store = await WeightedAsync(weight => double.Exp2((weight / Scale) - 1));
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        var asked = 0;
        foreach (var one in Expected("IC14"))
        {
            var people = await PeopleAsync(store, Id(one, "person1Id"), Id(one, "person2Id"));
            var query = Query(people[0], people[1]) with { HopsMax = Limits.PathHopsMax, PathsMax = Limits.PathsMax };

            var answer = ShortestSearch.Find(index.Current, query, ViewScope.Public, Some.NoToken);

            var all = one.GetProperty("result").EnumerateArray()
                .Select(path => (Weight: path[0].GetDouble(), People: string.Join(' ', path[1].EnumerateArray())))
                .ToList();
            var found = Assert.IsType<PathAnswer.Found>(answer).Paths;
            Assert.Equal(Math.Min(all.Count, Limits.PathsMax), found.Count);
            var names = await NamesAsync(store, found);
            Assert.Equal(
                all.Take(found.Count).Select(path => path.Weight),
                names.Select(name => all.Single(path => path.People == name).Weight));
            asked++;
        }

        Assert.True(asked >= 8);
    }

    [DataFact]
    public async Task Who_of_a_name_is_within_three_hops_and_who_of_the_second_degree_works_where()
    {
        await using var store = await ImportedAsync();
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        var view = (await index.CatchUpAsync(Some.Today, Some.NoToken)).Declared;
        var rows = Rows("persons.csv");
        var ids = await IdsAsync(store, rows.Select(row => row["person_id"]));
        foreach (var one in Expected("IC1"))
        {
            var (start, name) = (ids[Id(one, "personId")], one.GetProperty("params").GetProperty("firstName").GetString());

            var found = rows.Where(row => row["first_name"] == name && ids[row["person_id"]] != start)
                .Select(row => (row, Hops: HopsOf(ShortestSearch.Find(
                    view, Query(start, ids[row["person_id"]]) with { HopsMax = 3, PathsMax = 1 }, ViewScope.Public,
                    Some.NoToken))))
                .Where(of => of.Hops > 0)
                .OrderBy(of => of.Hops).ThenBy(of => of.row["last_name"], StringComparer.Ordinal)
                .ThenBy(of => long.Parse(of.row["person_id"], CultureInfo.InvariantCulture))
                .Take(20).Select(of => $"{of.row["person_id"]} {of.Hops}");

            Assert.Equal(one.GetProperty("result").EnumerateArray().Select(pair => $"{pair[0]} {pair[1]}"), found);
        }

        var groups = Rows("groups.csv").ToDictionary(row => row["group_id"]);
        var jobs = Rows("memberships.csv").Where(row => groups[row["group_id"]]["kind"] == "company").ToList();
        foreach (var one in Expected("IC11"))
        {
            var (country, year) = (
                one.GetProperty("params").GetProperty("countryName").GetString(),
                one.GetProperty("params").GetProperty("workFromYear").GetInt32());
            var near = Near(view, ids[Id(one, "personId")]);

            var found = jobs
                .Where(job => near.Contains(ids[job["person_id"]]) && groups[job["group_id"]]["place"] == country)
                .Select(job => (
                    Person: long.Parse(job["person_id"], CultureInfo.InvariantCulture), Name: groups[job["group_id"]]["name"],
                    Year: int.Parse(job["joined"][..4], CultureInfo.InvariantCulture)))
                .Where(job => job.Year < year)
                .OrderBy(job => job.Year).ThenBy(job => job.Person).ThenByDescending(job => job.Name, StringComparer.Ordinal)
                .Take(10).Select(job => $"{job.Person} {job.Name} {job.Year}");

            Assert.Equal(
                one.GetProperty("result").EnumerateArray().Select(job => $"{job[0]} {job[1]} {job[2]}"), found);
        }
    }

    // Direct contacts, and theirs.
    private static HashSet<RecordId> Near(GraphView view, RecordId person)
    {
        var near = new HashSet<RecordId>();
        foreach (var arc in view.ArcsOf(view.FindPerson(person), out _))
        {
            near.Add(view.PersonId(arc.Person));
        }

        var query = new SecondDegreeQuery(person, Some.Today) { RowsMax = Limits.PageRowsMax };
        while (true)
        {
            var found = Assert.IsType<SecondDegreeAnswer.Found>(
                SecondDegreeSearch.Find(view, query, ViewScope.Public, Some.NoToken));
            near.UnionWith(found.Rows.Select(row => row.Id));
            if (!found.HasMore)
            {
                return near;
            }

            query = query with { After = found.Rows[^1].Place };
        }
    }

    private static PathQuery Query(RecordId from, RecordId to) =>
        new(to, from, Some.Today) { HopDiscount = 1, Through = Through.Person };

    private static int HopsOf(PathAnswer answer) => answer is PathAnswer.Found found ? found.Paths[0].Steps.Count : -1;

    private static async Task<ReferenceGraphStore> ImportedAsync()
    {
        var store = new ReferenceGraphStore();
        var importer = new Importer(store, new RecordIds(Some.TimeAt(Some.Now), new Random(1)), Some.TimeAt(Some.Now));
        var options = new ImportOptions { Source = Set };
        await importer.ImportAsync(ImportFiles.From(Folder), options, new Progress<ImportProgress>(), Some.NoToken);
        return store;
    }

    // The same people and ties, each tie as strong as what the two wrote to each other makes it.
    private static async Task<ReferenceGraphStore> WeightedAsync(Func<double, double> strengthOf)
    {
        var rows = Rows("interactions.csv");
        var weights = rows.Where(row => row["channel"] != "knows")
            .GroupBy(PairOf).ToDictionary(pair => pair.Key, pair => pair.Sum(row => double.Parse(
                row["weight"], CultureInfo.InvariantCulture)));
        var people = Rows("persons.csv").ToDictionary(
            row => row["person_id"],
            row => Some.Contact(row["person_id"]) with { Source = Set, ExternalId = row["person_id"] });
        var ties = rows.Where(row => row["channel"] == "knows").Select(PairOf).Distinct().Select(pair => Some.Knows(
            people[pair.A], people[pair.B], strengthOf(weights.GetValueOrDefault(pair))));
        var store = new ReferenceGraphStore();
        Assert.IsType<CommitResult.Done>(
            await store.CommitAsync(Some.Creating([.. people.Values, .. ties]), Some.NoToken));
        return store;
    }

    private static (string A, string B) PairOf(Dictionary<string, string> row) =>
        string.CompareOrdinal(row["from_id"], row["to_id"]) < 0
            ? (row["from_id"], row["to_id"])
            : (row["to_id"], row["from_id"]);

    private static async Task<List<string>> NamesAsync(IGraphStore store, IReadOnlyList<IntroductionPath> paths)
    {
        var ids = paths.SelectMany(path => path.Steps.Cast<PathStep.Hop>().SelectMany(hop => (RecordId[])[hop.From, hop.To]));
        var people = await store.ReadAsync([.. ids.Distinct()], ViewScope.Public, Some.NoToken);
        return [.. paths.Select(path => string.Join(
            ' ',
            path.Steps.Cast<PathStep.Hop>().Select(hop => hop.To).Prepend(path.Start).Select(id => people[id].ExternalId)))];
    }

    private static async Task<RecordId[]> PeopleAsync(IGraphStore store, params string[] ids)
    {
        var found = await IdsAsync(store, ids);
        return [.. ids.Select(id => found[id])];
    }

    private static async Task<Dictionary<string, RecordId>> IdsAsync(IGraphStore store, IEnumerable<string> ids)
    {
        var keys = ids.Distinct().Select(id => NaturalKey.OfNode(RecordKind.Contact, Set, id)).ToList();
        var people = await store.FindAsync(keys, ViewScope.Public, Some.NoToken);
        return people.ToDictionary(one => one.Key.Local, one => one.Value.Id);
    }

    private static List<JsonElement> Expected(string query)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json")));
        return [.. document.RootElement.Clone().EnumerateArray().Where(one => one.GetProperty("query").GetString() == query)];
    }

    private static string Id(JsonElement one, string name) => one.GetProperty("params").GetProperty(name).ToString();

    // No field of these files holds a comma or a quote that the answers need.
    private static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => line.Split(','))
            .Select(fields => header.Zip(fields).ToDictionary(one => one.First, one => one.Second))];
    }
}
