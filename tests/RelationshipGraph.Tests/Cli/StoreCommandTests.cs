using RelationshipGraph.Hosting.Demo;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Tests.Storage.Sqlite;
using SQLitePCL;

namespace RelationshipGraph.Tests.Cli;

public sealed class StoreCommandTests : IDisposable
{
    private const string Store = "sqlite:graph.db";

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_demo_fills_an_empty_store_and_a_second_time_changes_nothing()
    {
        var first = await RunAsync("demo");
        var second = await RunAsync("demo");

        Assert.Equal((0, 0), (first.Exit, second.Exit));
        Assert.Equal(DemoData.Records().Count, first.Json.GetProperty("records").GetInt32());
        Assert.False(first.Json.GetProperty("isRepeated").GetBoolean());
        Assert.Equal(0, second.Json.GetProperty("records").GetInt32());
        Assert.True(second.Json.GetProperty("isRepeated").GetBoolean());
        Assert.Equal(DemoPeople.Sales.Id.ToString(), first.Json.GetProperty("people")[1].GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_demo_leaves_a_store_with_other_data_alone()
    {
        await MakeAsync();

        var run = await RunAsync("demo");

        run.AssertFailed(1, ProblemCode.StoreNotEmpty);
        Assert.Equal(ProblemCode.StoreNotEmpty, run.Code);
    }

    [Fact]
    public async Task For_people_the_demo_names_whom_to_sign_in_as()
    {
        var run = await Relgraph.RunAsync(_folder.Path, "demo", "--store", Store);

        Assert.All(DemoPeople.All, person => Assert.Contains(person.Id.ToString(), run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sound_store_passes_the_check()
    {
        await MakeAsync();

        var run = await RunAsync("check");
        var plain = await Relgraph.RunAsync(_folder.Path, "check", "--store", Store);

        Assert.Equal(0, run.Exit);
        Assert.True(run.Json.GetProperty("ok").GetBoolean());
        Assert.Empty(run.Json.GetProperty("problems").EnumerateArray());
        Assert.Equal("The store is sound.\n", plain.Output);
    }

    [Fact]
    public async Task A_store_with_damage_fails_the_check_and_says_what_is_wrong()
    {
        await MakeAsync();
        using (var other = Connection.Open(_folder.File("graph.db"), raw.SQLITE_OPEN_READWRITE))
        {
            other.RunScript("PRAGMA foreign_keys = OFF; UPDATE contact SET name = name || ' x';");
        }

        var run = await RunAsync("check");

        Assert.Equal(1, run.Exit);
        Assert.False(run.Json.GetProperty("ok").GetBoolean());
        Assert.NotEmpty(run.Json.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task A_file_of_another_kind_is_named_for_what_it_is()
    {
        await File.WriteAllTextAsync(_folder.File("graph.db"), "This is a letter to my mother, and quite a long one at that.");

        var check = await RunAsync("check");
        var import = await RunAsync("demo");

        check.AssertFailed(1, ProblemCode.StoreForeign);
        Assert.False(check.Json.GetProperty("ok").GetBoolean());
        Assert.Single(check.Json.GetProperty("problems").EnumerateArray());
        import.AssertFailed(1, ProblemCode.StoreForeign);
        Assert.Equal(ProblemCode.StoreForeign, import.Code);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("export graph.jsonl")]
    [InlineData("backup copy.db")]
    [InlineData("path a b")]
    public async Task A_store_that_is_not_there_is_not_made_by_looking_at_it(string line)
    {
        var run = await RunAsync(line.Split(' '));

        run.AssertFailed(1, ProblemCode.StoreUnavailable);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_store_that_another_writer_holds_is_busy()
    {
        await MakeAsync();
        await File.WriteAllTextAsync(_folder.File("people.csv"), "id,name\n3,Eva Dam\n");
        using var other = Connection.Open(_folder.File("graph.db"), raw.SQLITE_OPEN_READWRITE);
        other.RunScript("BEGIN IMMEDIATE;");

        var run = await RunAsync("import", "people.csv");

        run.AssertFailed(1, ProblemCode.StoreBusy);
        Assert.Equal(ProblemCode.StoreBusy, run.Code);
    }

    [Fact]
    public async Task A_backup_is_a_store_like_the_first()
    {
        await MakeAsync();

        var backup = await RunAsync("backup", "copy.db");
        await RunAsync("export", "first.jsonl");
        var copy = await Relgraph.RunAsync(_folder.Path, "export", "copy.jsonl", "--store", "sqlite:copy.db");

        Assert.Equal((0, 0), (backup.Exit, copy.Exit));
        Assert.Equal(new FileInfo(_folder.File("copy.db")).Length, backup.Json.GetProperty("bytes").GetInt64());
        Assert.Equal(await File.ReadAllBytesAsync(_folder.File("first.jsonl")),
            await File.ReadAllBytesAsync(_folder.File("copy.jsonl")));
    }

    [Fact]
    public async Task A_backup_replaces_nothing()
    {
        await MakeAsync();
        await File.WriteAllTextAsync(_folder.File("copy.db"), "mine");

        var taken = await RunAsync("backup", "copy.db");
        var nowhere = await RunAsync("backup", "no-such-folder/copy.db");

        taken.AssertFailed(1, ProblemCode.FileTaken);
        nowhere.AssertFailed(1, ProblemCode.FileUnwritable);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.File("copy.db")));
    }

    [Fact]
    public async Task An_interrupted_command_says_that_it_can_be_repeated()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        var run = await Relgraph.RunAsync(_folder.Path, false, stopped.Token, "demo", "--store", Store, "--json");

        run.AssertFailed(1, ProblemCode.Interrupted);
        Assert.Equal(0, (await RunAsync("demo")).Exit);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A small store, and the file it came from.</summary>
    private async Task MakeAsync()
    {
        await File.WriteAllTextAsync(_folder.File("people.csv"), "id,name\n1,Bo Lind\n2,Åse Ø\n");
        Assert.Equal(0, (await RunAsync("import", "people.csv")).Exit);
    }

    private Task<Relgraph> RunAsync(params string[] args) =>
        Relgraph.RunAsync(_folder.Path, [.. args, "--store", Store, "--json"]);
}
