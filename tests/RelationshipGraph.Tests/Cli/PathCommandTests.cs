using System.Text.Json;
using RelationshipGraph.Hosting.Demo;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Tests.Cli;

public sealed class PathCommandTests(DemoStore store) : IClassFixture<DemoStore>
{
    // The demo stands still; so does the day these tests ask about.
    private const string Day = "2026-09-30";

    private static readonly IReadOnlyList<Contact> Contacts = [.. DemoData.Records().OfType<Contact>()];

    [Fact]
    public async Task A_person_is_named_by_id_by_key_and_by_name()
    {
        var id = await RunAsync(DemoPeople.Sales.Id.ToString(), "demo:C0042");
        var key = await RunAsync("demo:E002", Contacts.Single(contact => contact.ExternalId == "C0042").Id.ToString());
        var name = await RunAsync(DemoPeople.Sales.Name, "demo:C0042");

        Assert.Equal(0, id.Exit);
        Assert.Equal("FOUND", EndingOf(id));
        Assert.Equal(id.Output, key.Output);
        Assert.Equal(id.Output, name.Output);
    }

    [Fact]
    public async Task A_path_tells_each_hop_with_its_strength_and_what_joins_the_two()
    {
        var run = await RunAsync("demo:E002", "demo:C0042", "--hop-discount", "1", "--first", "3");

        var paths = run.Json.GetProperty("paths").EnumerateArray().ToList();
        Assert.Equal(3, paths.Count);
        Assert.Equal(paths.Select(ScoreOf).OrderDescending(), paths.Select(ScoreOf));
        Assert.All(paths, path =>
        {
            var hops = path.GetProperty("hops").EnumerateArray().ToList();
            Assert.Equal("demo:C0042", KeyOf(hops[^1].GetProperty("id").GetString()!));
            Assert.All(hops, hop => Assert.NotEmpty(hop.GetProperty("name").GetString()!));
            Assert.All(hops, hop => Assert.NotEmpty(hop.GetProperty("via").GetString()!));
            var product = hops.Aggregate(1.0, (score, hop) => score * hop.GetProperty("strength").GetDouble());
            Assert.Equal(product, ScoreOf(path), 1e-6);
        });
    }

    [Fact]
    public async Task Only_the_joints_that_are_asked_for_are_used()
    {
        var run = await RunAsync("demo:E002", "demo:C0042", "--through", "person", "--max-hops", "4");
        var none = await RunAsync("demo:E002", "demo:C0042", "--through", "person", "--max-hops", "1");

        Assert.All(
            run.Json.GetProperty("paths").EnumerateArray().SelectMany(path => path.GetProperty("hops").EnumerateArray()),
            hop => Assert.Equal("KNOWS", hop.GetProperty("via").GetString()));
        Assert.Equal((0, "NO_PATH"), (none.Exit, EndingOf(none)));
        Assert.Empty(none.Json.GetProperty("paths").EnumerateArray());
    }

    [Fact]
    public async Task A_company_stands_for_anybody_there()
    {
        var company = DemoData.Records().OfType<Company>()
            .Where(company => company.Relation == CompanyRelation.Customer).MaxBy(company => company.EmployeeCount)!;
        var staff = DemoData.Records().OfType<WorksAt>()
            .Where(tie => tie.ToId == company.Id).Select(tie => tie.FromId.ToString()).ToHashSet();

        var run = await RunAsync("demo:E002", company.Name);

        var last = run.Json.GetProperty("paths")[0].GetProperty("hops").EnumerateArray().Last();
        Assert.Contains(last.GetProperty("id").GetString()!, staff);
        Assert.Equal(company.Name, run.Json.GetProperty("to").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Several_of_one_name_are_listed()
    {
        var several = Contacts.GroupBy(contact => contact.Name).MaxBy(group => group.Count())!;

        var run = await RunAsync("demo:E002", several.Key);
        var plain = await Relgraph.RunAsync(store.Folder, "path", "demo:E002", several.Key, "--store", DemoStore.Option);

        run.AssertFailed(1, ProblemCode.AmbiguousName);
        Assert.Equal("AMBIGUOUS", EndingOf(run));
        var listed = run.Json.GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("id").GetString())
            .ToList();
        Assert.Equal(several.Select(contact => contact.Id.ToString()).Order(StringComparer.Ordinal),
            listed.Order(StringComparer.Ordinal));
        Assert.Equal(1, plain.Exit);
        Assert.All(several, contact => Assert.Contains(contact.Id.ToString(), plain.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Nobody At All", "demo:C0042")]
    [InlineData("demo:E002", "demo:C9999")]
    [InlineData("demo:E002", "con_0000000000001")]
    [InlineData("demo:N01", "demo:C0042")]
    [InlineData("demo:V001", "demo:C0042")]
    public async Task Who_is_not_there_is_said(string from, string to)
    {
        var run = await RunAsync(from, to);

        run.AssertFailed(1, ProblemCode.NotFound);
        Assert.Equal("NOT_FOUND", EndingOf(run));
    }

    [Fact]
    public async Task As_a_colleague_the_answer_holds_only_what_the_colleague_may_see()
    {
        var hidden = Contacts.First(contact => contact.Visibility == Visibility.Owner
            && contact.OwnerId != DemoPeople.Trainee.Id);

        var all = await RunAsync("demo:E002", hidden.Id.ToString());
        var trainee = await RunAsync("demo:E002", hidden.Id.ToString(), "--as", DemoPeople.Trainee.Name);
        var owner = await RunAsync("demo:E002", hidden.Id.ToString(), "--as", hidden.OwnerId!.Value.ToString());
        var nobody = await RunAsync("demo:E002", hidden.Id.ToString(), "--as", "demo:E999");

        Assert.Equal((0, 0), (all.Exit, owner.Exit));
        trainee.AssertFailed(1, ProblemCode.NotFound);
        nobody.AssertFailed(1, ProblemCode.NotFound);
        Assert.DoesNotContain(hidden.Name, trainee.Output + trainee.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_people_the_path_is_drawn()
    {
        var run = await Relgraph.RunAsync(
            store.Folder, "path", "demo:E002", "demo:C0042", "--first", "1", "--as-of", Day, "--store", DemoStore.Option);

        var lines = run.Output.Split('\n').Where(line => line.Trim().Length > 0).ToList();
        Assert.StartsWith("1.  0.", lines[0], StringComparison.Ordinal);
        Assert.Equal($"    {DemoPeople.Sales.Name}", lines[1]);
        Assert.StartsWith("     │ 0.", lines[2], StringComparison.Ordinal);
        Assert.Equal(NameOf("C0042"), lines[^1].Trim());
        Assert.Contains("know each other", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task As_a_program_of_its_own_it_answers_the_same()
    {
        string[] args = ["path", "demo:E002", "demo:C0042", "--as-of", Day, "--store", DemoStore.Option, "--json"];

        var started = await Relgraph.StartAsync(store.Folder, args);
        var refused = await Relgraph.StartAsync(store.Folder, "path", "demo:E002", "--json");

        Assert.Equal((await Relgraph.RunAsync(store.Folder, args)).Json.ToString(), started.Json.ToString());
        Assert.Equal((0, ""), (started.Exit, started.Error));
        Assert.Equal((2, ProblemCode.BadArguments), (refused.Exit, refused.Code));
    }

    private static double ScoreOf(JsonElement path) => path.GetProperty("score").GetDouble();

    private static string? EndingOf(Relgraph run) => run.Json.GetProperty("ending").GetString();

    private static string KeyOf(string id) => "demo:" + Contacts.Single(contact => contact.Id.ToString() == id).ExternalId;

    private static string NameOf(string key) => Contacts.Single(contact => contact.ExternalId == key).Name;

    private Task<Relgraph> RunAsync(string from, string to, params string[] more) =>
        Relgraph.RunAsync(store.Folder, ["path", from, to, .. more, "--as-of", Day, "--store", DemoStore.Option, "--json"]);
}
