extern alias benchmarks;

using benchmarks::RelationshipGraph.Benchmarks.Kills;
using RelationshipGraph.Storage.Sqlite;
using RelationshipGraph.Storage.Sqlite.Database;
using SQLitePCL;
using Xunit.Abstractions;

namespace RelationshipGraph.Tests.Storage.Sqlite;

/// <summary>
/// Writers that are killed in the middle of their work. A thousand cycles: <c>dotnet run -c Release --project
/// tests/RelationshipGraph.Benchmarks -- kill-cycles 1000</c>.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Cycles = 50;
    private const int Seed = 20_261;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_half_done()
    {
        using var log = new StringWriter();
        var findings = await new KillCycles(new Random(Seed), log).RunAsync(Cycles, Some.NoToken);

        output.WriteLine($"Seed {Seed}.");
        output.WriteLine(log.ToString());
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("DELETE FROM feed WHERE sequence = 7", 7)]
    [InlineData("DELETE FROM feed WHERE sequence = 3", 7)]
    [InlineData("DELETE FROM knows WHERE id = (SELECT max(id) FROM knows)", 7)]
    [InlineData("UPDATE employee SET version = 6", 7)]
    [InlineData("", 8)]
    public async Task A_loss_is_noticed(string loss, long acknowledged)
    {
        using var folder = new TestFolder();
        var file = folder.File("graph.db");
        await using (var store = await SqliteGraphStore.OpenAsync(file, SqliteOpenMode.Create, TimeProvider.System, Some.NoToken))
        {
            for (var number = 1; number <= 7; number++)
            {
                await store.CommitAsync(KillPlan.Of(number), Some.NoToken);
            }
        }

        Assert.Empty(await KillCycles.LookAsync(file, acknowledged: 7, Some.NoToken));
        using (var connection = Connection.Open(file, raw.SQLITE_OPEN_READWRITE))
        {
            connection.RunScript(loss);
        }

        Assert.NotEmpty(await KillCycles.LookAsync(file, acknowledged, Some.NoToken));
    }
}
