using RelationshipGraph.Importing;

namespace RelationshipGraph.Tests.Importing;

/// <summary>What a large file leaves in memory; measured while no other test runs.</summary>
[Collection(nameof(LargeFileTests))]
[CollectionDefinition(nameof(LargeFileTests), DisableParallelization = true)]
public sealed class LargeFileTests
{
    [Fact]
    public async Task A_million_bad_rows_are_counted_and_the_first_thousand_kept()
    {
        await using var store = new KeyedStore();
        const int Rows = 1_000_000;
        var file = new ImportFile("ties.csv", () => new RowStream("a,b,strength\n", Rows, i => $"{i},{i + 1},much\n"));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = new Watch();

        var report = await Imports.ImportAsync(store, new ImportFiles("many", [file]), progress: watch);

        Assert.Equal(Rows, report.RefusalsTotal);
        Assert.Equal(Rows, report.Refused["Knows"]);
        Assert.Equal(Limits.ImportRefusalsMax, report.Refusals.Count);
        Assert.Equal("ties.csv(1001) strength MALFORMED", Imports.Show(report.Refusals[^1]));
        Assert.True(report.IsNothingTaken);
        Assert.InRange(watch.Most - before, 0, 64L << 20);
    }

    /// <summary>Looks now and then at what is really held.</summary>
    private sealed class Watch : IProgress<ImportProgress>
    {
        private int _reports;

        public long Most { get; private set; }

        public void Report(ImportProgress value)
        {
            if (value.Phase == ImportPhase.Writing && _reports++ % 20 == 10)
            {
                Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }
    }
}
