using RelationshipGraph.Importing;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage.Sqlite;
using RelationshipGraph.Tests.Importing;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Cli;

public sealed class CopyCommandTests(DemoStore demo) : IClassFixture<DemoStore>, IDisposable
{
    private const string To = "sqlite:copy.db";

    private readonly TestFolder _folder = new();

    private string From => $"sqlite:{Path.Combine(demo.Folder, "demo.db")}";

    [Fact]
    public async Task A_copy_that_was_broken_off_goes_on_and_exports_the_same_to_the_byte()
    {
        await BreakOffAsync(commits: 3);

        var resumed = await RunAsync("copy", "--from", From, "--to", To, "--json");
        var repeated = await RunAsync("copy", "--from", From, "--to", To, "--json");
        var plain = await RunAsync("copy", "--from", From, "--to", To);
        var export = await RunAsync("export", "from.jsonl", "--store", From, "--json");
        var again = await RunAsync("export", "to.jsonl", "--store", To, "--json");
        var check = await RunAsync("check", "--store", To, "--json");

        Assert.Equal((0, 0, 0, 0), (resumed.Exit, repeated.Exit, plain.Exit, check.Exit));
        var lines = export.Json.GetProperty("lines").GetInt64() - 1;
        Assert.Equal((lines - 15_000, 15_000), CountsOf(resumed));
        Assert.Equal((0, lines), CountsOf(repeated));
        var sha256 = export.Json.GetProperty("sha256").GetString();
        Assert.Equal((sha256, sha256), ShasOf(resumed));
        Assert.True(resumed.Json.GetProperty("equal").GetBoolean());
        Assert.Equal(3_000, resumed.Json.GetProperty("byKind").GetProperty("Contact").GetInt64());
        Assert.Contains(sha256!, plain.Output, StringComparison.Ordinal);
        Assert.Equal(
            await File.ReadAllBytesAsync(_folder.File("from.jsonl")), await File.ReadAllBytesAsync(_folder.File("to.jsonl")));
        Assert.Equal(0, again.Exit);
    }

    [Fact]
    public async Task A_target_with_something_else_is_refused_with_the_record_and_keeps_what_it_has()
    {
        await File.WriteAllTextAsync(_folder.File("people.csv"), "id,name\n1,Bo Lind\n");
        await RunAsync("import", "people.csv", "--store", To, "--json");

        var run = await RunAsync("copy", "--from", From, "--to", To, "--json");
        var export = await RunAsync("export", "to.jsonl", "--store", To, "--json");

        run.AssertFailed(1, ProblemCode.StoreNotEmpty);
        Assert.Contains("--to: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("Contact con_", run.Error, StringComparison.Ordinal);
        Assert.Equal((ProblemCode.StoreNotEmpty, false), (run.Code, run.Json.GetProperty("equal").GetBoolean()));
        Assert.Equal(2, export.Json.GetProperty("lines").GetInt64());
    }

    [Fact]
    public async Task Wrong_arguments_are_said_before_anything_is_opened()
    {
        var same = await RunAsync("copy", "--from", From, "--to", From, "--json");
        var half = await RunAsync("copy", "--from", From);
        var wrong = await RunAsync("copy", "--from", From, "--to", "graph.db");
        var shared = await RunAsync("copy", "--from", From, "--to", To, "--store", To);

        Assert.All([same, half, wrong, shared], run => run.AssertFailed(2, ProblemCode.BadArguments));
        Assert.Contains("--to must have the form", wrong.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_is_named()
    {
        await File.WriteAllTextAsync(_folder.File("text.db"), "This is a text and not a database.");

        var missing = await RunAsync("copy", "--from", "sqlite:nowhere.db", "--to", To, "--json");
        var foreign = await RunAsync("copy", "--from", From, "--to", "sqlite:text.db", "--json");

        Assert.Equal((1, 1), (missing.Exit, foreign.Exit));
        Assert.Contains(": --from: ", missing.Error, StringComparison.Ordinal);
        foreign.AssertFailed(1, ProblemCode.StoreForeign);
        Assert.Contains(": --to: ", foreign.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, missing.Error + foreign.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("copy.db")));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Begins a copy that ends after some commits.</summary>
    private async Task BreakOffAsync(int commits)
    {
        using var stop = new CancellationTokenSource();
        await using var from = await SqliteGraphStore.OpenAsync(
            Path.Combine(demo.Folder, "demo.db"), SqliteOpenMode.ReadOnly, TimeProvider.System, Some.NoToken);
        await using var to = await SqliteGraphStore.OpenAsync(
            _folder.File("copy.db"), SqliteOpenMode.Create, TimeProvider.System, Some.NoToken);
        await using var breaking = new MeddlingStore(to, () =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        })
        { Before = commits };
        await Assert.ThrowsAsync<OperationCanceledException>(() => StoreCopier.CopyAsync(
            from, breaking, "test", TimeProvider.System, new Progress<CopyProgress>(), stop.Token));
    }

    private static (long Copied, long Unchanged) CountsOf(Relgraph run) =>
        (run.Json.GetProperty("copied").GetInt64(), run.Json.GetProperty("unchanged").GetInt64());

    private static (string? From, string? To) ShasOf(Relgraph run) =>
        (run.Json.GetProperty("sha256From").GetString(), run.Json.GetProperty("sha256To").GetString());

    private Task<Relgraph> RunAsync(params string[] args) => Relgraph.RunAsync(_folder.Path, args);
}
