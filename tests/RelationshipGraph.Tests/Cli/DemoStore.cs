using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Cli;

/// <summary>A store with the demo company, made once for all tests that only read it.</summary>
public sealed class DemoStore : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    internal string Folder => _folder.Path;

    internal const string Option = "sqlite:demo.db";

    public async Task InitializeAsync()
    {
        var made = await Relgraph.RunAsync(Folder, "demo", "--store", Option, "--json");
        Assert.Equal(0, made.Exit);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
