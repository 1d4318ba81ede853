using System.Globalization;
using System.IO.Compression;
using RelationshipGraph.Importing;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Sqlite;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Core.Paths;

/// <summary>Introductions through boards, commissions and receptions of a public data set.</summary>
public sealed class PublicBodiesTests
{
    private const string Set = "dk-elite";

    private static readonly DateOnly Day = new(2013, 1, 1);

    [DataFact]
    public async Task A_board_of_eight_introduces_and_a_reception_of_more_than_a_thousand_does_not()
    {
        using var folder = new TestFolder();
        await using var store = await SqliteGraphStore.OpenAsync(
            folder.File("graph.db"), SqliteOpenMode.Create, Some.TimeAt(Some.Now), Some.NoToken);
        var importer = new Importer(store, new RecordIds(Some.TimeAt(Some.Now), new Random(1)), Some.TimeAt(Some.Now));
        await importer.ImportAsync(
            ImportFiles.From(DataSets.PathOf(Set)), new ImportOptions { Source = Set }, new Progress<ImportProgress>(),
            Some.NoToken);
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        var bodies = Bodies();

        var view = await index.CatchUpAsync(Day, Some.NoToken);

        // Who is in nothing but the largest reception knows none of its other guests by it.
        var reception = bodies.MaxBy(body => body.Value.Count).Value;
        Assert.InRange(reception.Count, 1_600, int.MaxValue);
        var elsewhere = bodies.Values.Where(body => body != reception).SelectMany(body => body).ToHashSet();
        var guests = await IdsAsync(store, [.. reception.Where(guest => !elsewhere.Contains(guest)).Order().Take(6)]);
        foreach (var (one, other) in guests.Zip(guests.Skip(1)))
        {
            Assert.IsType<PathAnswer.NoPath>(IntroductionSearch.Find(
                view, new PathQuery(other, one, Day) { HopsMax = Limits.PathHopsMax }, ViewScope.Public, Some.NoToken));
        }

        // From one board over a member of both to another board: both boards are named, and how large they are.
        var (first, second, shared) = BoardsThatShareOne(bodies);
        var ends = await IdsAsync(store, [first.Member, second.Member, shared]);
        var answer = IntroductionSearch.Find(
            view, new PathQuery(ends[1], ends[0], Day), ViewScope.Public, Some.NoToken);
        var path = Assert.IsType<PathAnswer.Found>(answer).Paths[0];
        Assert.InRange(path.Steps.Count, 1, 2);
        foreach (var hop in path.Steps.Cast<PathStep.Hop>())
        {
            var group = Assert.IsType<HopVia.Group>(hop.Via);
            var body = (await store.ReadAsync([group.Id], ViewScope.Public, Some.NoToken))[group.Id];
            Assert.False(string.IsNullOrEmpty((body as Network)?.Name ?? (body as Company)?.Name));
            Assert.Equal(.5 / Math.Sqrt(group.MemberCount - 1), hop.Strength.Value, 12);
        }
    }

    // Two boards of eight with one member of both, and somebody of each who is in nothing else.
    private static ((string Body, string Member) First, (string Body, string Member) Second, string Shared) BoardsThatShareOne(
        Dictionary<string, HashSet<string>> bodies)
    {
        var byPerson = bodies.SelectMany(body => body.Value.Select(person => (person, body.Key)))
            .ToLookup(one => one.person, one => one.Key);
        return (
            from person in byPerson.OrderBy(one => one.Key, StringComparer.Ordinal)
            let boards = person.Where(body => bodies[body].Count == 8 && Alone(body) is not null).Order().ToList()
            where boards.Count >= 2
            select ((boards[0], Alone(boards[0])!), (boards[1], Alone(boards[1])!), person.Key)).First();

        string? Alone(string body) => bodies[body].Where(member => byPerson[member].Count() == 1).Order().FirstOrDefault();
    }

    private static Dictionary<string, HashSet<string>> Bodies()
    {
        // Where membership is nobody's business it joins nobody.
        var sensitive = File.ReadLines(Path.Combine(DataSets.PathOf(Set), "groups.csv"))
            .Where(line => line.EndsWith(",1", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(',')]).ToHashSet();
        var bodies = new Dictionary<string, HashSet<string>>();
        using var file = new StreamReader(new GZipStream(
            File.OpenRead(Path.Combine(DataSets.PathOf(Set), "memberships.csv.gz")), CompressionMode.Decompress));
        var header = file.ReadLine()!.Split(',');
        var (person, body) = (Array.IndexOf(header, "person_id"), Array.IndexOf(header, "group_id"));
        var (seen, left) = (Array.IndexOf(header, "first_seen"), Array.IndexOf(header, "left"));
        while (file.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            if (DateOnly.Parse(fields[seen], CultureInfo.InvariantCulture) <= Day && fields[left].Length == 0
                && !sensitive.Contains(fields[body]))
            {
                bodies.TryAdd(fields[body], []);
                bodies[fields[body]].Add(fields[person]);
            }
        }

        return bodies;
    }

    private static async Task<List<RecordId>> IdsAsync(IGraphStore store, IReadOnlyList<string> people)
    {
        var keys = people.Select(id => NaturalKey.OfNode(RecordKind.Contact, Set, id)).ToList();
        var found = await store.FindAsync(keys, ViewScope.Public, Some.NoToken);
        return [.. keys.Select(key => found[key].Id)];
    }
}
