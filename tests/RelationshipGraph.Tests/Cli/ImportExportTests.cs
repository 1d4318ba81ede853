using System.Security.Cryptography;
using System.Text.Json;
using RelationshipGraph.Problems;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Cli;

public sealed class ImportExportTests : IDisposable
{
    private const string Store = "sqlite:graph.db";

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_plan_the_import_and_its_repetition_agree()
    {
        await WriteAsync("people.csv", "id,name,email\n1,Bo Lind,bo@lind.example\n2,Åse Ø,\n");

        var plan = await RunAsync("import", "people.csv", "--source", "crm", "--dry-run");
        var first = await RunAsync("import", "people.csv", "--source", "crm");
        var second = await RunAsync("import", "people.csv", "--source", "crm");

        Assert.Equal((0, 0, 0), (plan.Exit, first.Exit, second.Exit));
        Assert.Equal(2, plan.Json.GetProperty("created").GetProperty("Contact").GetInt64());
        Assert.Equal(2, first.Json.GetProperty("created").GetProperty("Contact").GetInt64());
        Assert.Empty(second.Json.GetProperty("created").EnumerateObject());
        Assert.Equal(2, second.Json.GetProperty("unchanged").GetProperty("Contact").GetInt64());
        Assert.Equal(("DRY_RUN", "WRITTEN"), (EndingOf(plan), EndingOf(first)));
        Assert.Equal("crm", first.Json.GetProperty("source").GetString());
    }

    [Fact]
    public async Task A_plan_makes_no_store_and_changes_none()
    {
        await WriteAsync("people.csv", "id,name\n1,Bo Lind\n");
        await WriteAsync("empty.db", string.Empty);

        var plan = await RunAsync("import", "people.csv", "--dry-run");
        var empty = await Relgraph.RunAsync(
            _folder.Path, "import", "people.csv", "--dry-run", "--store", "sqlite:empty.db", "--json");
        var nowhere = await Relgraph.RunAsync(
            _folder.Path, "import", "people.csv", "--dry-run", "--store", "sqlite:nowhere/graph.db", "--json");
        var own = await Relgraph.RunAsync(
            _folder.Path, "import", "people.csv", "--dry-run", "--environment", "Development", "--json");

        Assert.All([plan, empty, own], run => Assert.Equal((0, "DRY_RUN"), (run.Exit, EndingOf(run))));
        Assert.All(
            [plan, empty, own],
            run => Assert.Equal(1, run.Json.GetProperty("created").GetProperty("Contact").GetInt64()));
        nowhere.AssertFailed(1, ProblemCode.StoreUnavailable);
        Assert.Equal(
            ["empty.db", "people.csv"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal(0, new FileInfo(_folder.File("empty.db")).Length);
    }

    [Fact]
    public async Task A_plan_is_made_against_what_the_store_holds()
    {
        await WriteAsync("people.csv", "id,name\n1,Bo Lind\n");
        await RunAsync("import", "people.csv");

        var plan = await RunAsync("import", "people.csv", "--dry-run");

        Assert.Equal(1, plan.Json.GetProperty("unchanged").GetProperty("Contact").GetInt64());
    }

    [Fact]
    public async Task People_become_what_is_asked_for()
    {
        await WriteAsync("people.csv", "id,name\n1,Bo Lind\n");

        var run = await RunAsync("import", "people.csv", "--persons-as", "employee");

        Assert.Equal(1, run.Json.GetProperty("created").GetProperty("Employee").GetInt64());
    }

    [Fact]
    public async Task A_refused_row_is_named_with_its_cure_and_the_others_are_taken()
    {
        await WriteAsync("people.csv", "id,name,email\n1,Bo Lind,bo@lind.example\n2,Eva Ø,not an address\n");

        var run = await RunAsync("import", "people.csv");
        var plain = await Relgraph.RunAsync(_folder.Path, "import", "people.csv", "--store", Store);

        Assert.Equal(0, run.Exit);
        Assert.Equal(1, run.Json.GetProperty("refusalsTotal").GetInt64());
        var refusal = Assert.Single(run.Json.GetProperty("refusals").EnumerateArray());
        Assert.Equal("people.csv", refusal.GetProperty("file").GetString());
        Assert.Equal(3, refusal.GetProperty("line").GetInt64());
        Assert.Equal(ProblemCode.Malformed, refusal.GetProperty("code").GetString());
        Assert.NotEmpty(refusal.GetProperty("message").GetString()!);
        Assert.NotEmpty(refusal.GetProperty("mend").GetString()!);
        Assert.Contains("people.csv:3", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_or_nothing_writes_nothing_when_a_row_is_refused()
    {
        await WriteAsync("people.csv", "id,name,email\n1,Bo Lind,bo@lind.example\n2,Eva Ø,not an address\n");

        var refused = await RunAsync("import", "people.csv", "--all-or-nothing");
        var export = await RunAsync("export", "graph.jsonl");

        Assert.Equal(1, refused.Exit);
        Assert.Equal("REFUSED", EndingOf(refused));
        Assert.Empty(export.Json.GetProperty("byKind").EnumerateObject());
    }

    [Fact]
    public async Task Nothing_imported_is_a_failure()
    {
        Directory.CreateDirectory(_folder.File("empty"));

        var empty = await RunAsync("import", "empty");
        var missing = await RunAsync("import", "nowhere.csv");

        Assert.Equal(1, empty.Exit);
        Assert.Equal(1, empty.Json.GetProperty("refusalsTotal").GetInt64());
        missing.AssertFailed(1, ProblemCode.FileUnreadable);
        Assert.Contains("nowhere.csv", missing.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_imported_and_exported_again_is_the_same_to_the_byte()
    {
        await RunAsync("demo");

        var export = await RunAsync("export", "first.jsonl");
        var import = await Relgraph.RunAsync(_folder.Path, "import", "first.jsonl", "--store", "sqlite:copy.db", "--json");
        var again = await Relgraph.RunAsync(_folder.Path, "export", "second.jsonl", "--store", "sqlite:copy.db", "--json");

        Assert.Equal((0, 0, 0), (export.Exit, import.Exit, again.Exit));
        var bytes = await File.ReadAllBytesAsync(_folder.File("first.jsonl"));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder.File("second.jsonl")));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), export.Json.GetProperty("sha256").GetString());
        Assert.Equal(bytes.Count(letter => letter == '\n'), export.Json.GetProperty("lines").GetInt64());
        Assert.Equal(3_000, export.Json.GetProperty("byKind").GetProperty("Contact").GetInt64());
        Assert.Equal(0, import.Json.GetProperty("refusalsTotal").GetInt64());
    }

    [Fact]
    public async Task An_export_that_cannot_be_written_leaves_nothing_behind()
    {
        await WriteAsync("people.csv", "id,name\n1,Bo Lind\n");
        await RunAsync("import", "people.csv");
        Directory.CreateDirectory(_folder.File("taken"));

        var nowhere = await RunAsync("export", "no-such-folder/graph.jsonl");
        var folder = await RunAsync("export", "taken");

        nowhere.AssertFailed(1, ProblemCode.FileUnwritable);
        folder.AssertFailed(1, ProblemCode.FileUnwritable);
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Path), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [DataFact]
    public async Task A_real_set_comes_in_and_a_second_time_changes_nothing()
    {
        var set = DataSets.PathOf("dk-elite");

        var first = await Relgraph.StartAsync(_folder.Path, "import", set, "--store", Store, "--json");
        var second = await Relgraph.StartAsync(_folder.Path, "import", set, "--store", Store, "--json");
        var export = await RunAsync("export", "first.jsonl");
        var restored = await Relgraph.RunAsync(_folder.Path, "import", "first.jsonl", "--store", "sqlite:copy.db", "--json");
        var again = await Relgraph.RunAsync(_folder.Path, "export", "second.jsonl", "--store", "sqlite:copy.db", "--json");

        Assert.Equal((0, 0, 0, 0, 0), (first.Exit, second.Exit, export.Exit, restored.Exit, again.Exit));
        Assert.Equal(57_673, first.Json.GetProperty("created").GetProperty("Contact").GetInt64());
        Assert.Equal(0, first.Json.GetProperty("refusalsTotal").GetInt64());
        Assert.Empty(second.Json.GetProperty("created").EnumerateObject());
        Assert.Empty(second.Json.GetProperty("updated").EnumerateObject());
        Assert.Equal(57_673, second.Json.GetProperty("unchanged").GetProperty("Contact").GetInt64());
        Assert.Equal(
            export.Json.GetProperty("sha256").GetString(), again.Json.GetProperty("sha256").GetString());
        await AssertPathNamesWhatIsSharedAsync();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Two members of a small body of the exported set, and what the path between them is by.</summary>
    private async Task AssertPathNamesWhatIsSharedAsync()
    {
        var records = await File.ReadLinesAsync(_folder.File("first.jsonl")).Skip(1)
            .Select(line => JsonDocument.Parse(line).RootElement).ToListAsync();
        var bodies = records.Where(record => TextOf(record, "type") is "Network" or "Company")
            .ToDictionary(record => TextOf(record, "id"), record => TextOf(record, "name"));
        var shared = records.Where(record => TextOf(record, "type") == "MemberOf")
            .GroupBy(record => TextOf(record, "toId"), record => TextOf(record, "fromId"))
            .First(members => members.Distinct().Count() == 4);
        var (from, to) = (shared.Distinct().First(), shared.Distinct().Last());

        var run = await RunAsync("path", from, to, "--max-hops", "1", "--as-of", "2017-06-01");

        var hop = Assert.Single(run.Json.GetProperty("paths")[0].GetProperty("hops").EnumerateArray());
        Assert.Equal(to, TextOf(hop, "id"));
        Assert.Contains(TextOf(hop, "via"), bodies.Values);
        Assert.Equal(TextOf(hop, "via"), bodies[TextOf(hop, "viaId")]);
    }

    private static string TextOf(JsonElement record, string name) => record.GetProperty(name).GetString()!;

    private static string? EndingOf(Relgraph run) => run.Json.GetProperty("ending").GetString();

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(_folder.File(name), text);

    private Task<Relgraph> RunAsync(params string[] args) =>
        Relgraph.RunAsync(_folder.Path, [.. args, "--store", Store, "--json"]);
}
