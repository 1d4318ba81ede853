using RelationshipGraph.Problems;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Cli;

public sealed class ArgumentTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("import")]
    [InlineData("import data more")]
    [InlineData("import data --persons-as robot")]
    [InlineData("export")]
    [InlineData("backup")]
    [InlineData("path someone")]
    [InlineData("path a b --max-hops 7")]
    [InlineData("path a b --first 0")]
    [InlineData("path a b --min-strength 2")]
    [InlineData("path a b --hop-discount 0")]
    [InlineData("path a b --through walls")]
    [InlineData("path a b --as-of yesterday")]
    [InlineData("evaluate ties")]
    [InlineData("evaluate walls data")]
    [InlineData("token")]
    [InlineData("token --role king")]
    [InlineData("token --role sales --minutes 0")]
    [InlineData("token --role sales --minutes 44641")]
    [InlineData("token --role sales --employee con_0qwh5qr546000")]
    [InlineData("token --role sales --employee somebody")]
    [InlineData("check --store mysql:graph")]
    [InlineData("check --store sqlite:")]
    [InlineData("check --store neo4j://")]
    [InlineData("check --loudly")]
    public async Task Wrong_arguments_end_with_2_and_a_hint(string line)
    {
        var args = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var run = await Relgraph.RunAsync(_folder.Path, [.. args, "--json"]);
        var plain = await Relgraph.RunAsync(_folder.Path, args);

        run.AssertFailed(2, ProblemCode.BadArguments);
        Assert.Equal(ProblemCode.BadArguments, run.Code);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, plain.Exit);
        Assert.Empty(plain.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("demo")]
    [InlineData("export graph.jsonl")]
    public async Task Without_a_store_in_production_the_command_says_how_to_name_one(string line)
    {
        var run = await Relgraph.RunAsync(_folder.Path, [.. line.Split(' '), "--json"]);

        run.AssertFailed(2, ProblemCode.BadArguments);
        Assert.Contains("--store", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_development_the_store_comes_by_itself()
    {
        var made = await Relgraph.RunAsync(_folder.Path, "demo", "--environment", "Development", "--json");
        var check = await Relgraph.RunAsync(_folder.Path, isDevelopment: true, CancellationToken.None, "check", "--json");
        var production = await Relgraph.RunAsync(
            _folder.Path, "check", "--environment", "Development", "--environment", "Production");

        Assert.Equal(0, made.Exit);
        Assert.True(check.Json.GetProperty("ok").GetBoolean());
        Assert.Equal(2, production.Exit);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("path")]
    [InlineData("token")]
    [InlineData("backup")]
    [InlineData("copy")]
    [InlineData("check")]
    [InlineData("demo")]
    [InlineData("evaluate")]
    [InlineData("fit-strength")]
    public async Task Help_teaches_by_example(string command)
    {
        var run = await Relgraph.RunAsync(_folder.Path, command, "--help");

        Assert.Equal(0, run.Exit);
        Assert.Contains($"  relgraph {command}", run.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", run.Output, StringComparison.Ordinal);
        Assert.Contains("--store", run.Output, StringComparison.Ordinal);
        Assert.Contains("--json", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Help_names_every_command_and_the_exit_codes()
    {
        var run = await Relgraph.RunAsync(_folder.Path, "--help");

        Assert.Equal(0, run.Exit);
        Assert.All(
            [
                "import", "export", "path", "token", "backup", "copy", "check", "demo", "evaluate", "fit-strength",
                "0 done, 1 refused or failed, 2 wrong arguments",
            ],
            word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
