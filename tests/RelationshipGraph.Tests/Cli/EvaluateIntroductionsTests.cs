using System.Globalization;
using RelationshipGraph.Problems;
using RelationshipGraph.Tests.Storage.Sqlite;
using Xunit.Abstractions;

namespace RelationshipGraph.Tests.Cli;

public sealed class EvaluateIntroductionsTests(ITestOutputHelper output) : IDisposable
{
    private const double Margin = .005;

    // As measured by other means on the same logs: candidates, positives, and nDCG@10 of each order.
    private static readonly Dictionary<(string Set, string Cut), Cell> Expected = new()
    {
        [("email-eu-core", "rows")] = new(186_078, 1_613, .211, .169, .164),
        [("collegemsg", "time")] = new(347_277, 85, .068, .051, .072),
        [("collegemsg", "rows")] = new(285_627, 692, .066, .044, .050),
        [("sfhh-conference", "time")] = new(56_917, 2_988, .139, .123, .121),
        [("sfhh-conference", "rows")] = new(64_194, 1_452, .090, .096, .069),
        [("invs13-workplace", "time")] = new(2_522, 90, .283, .277, .245),
        [("invs13-workplace", "rows")] = new(2_576, 57, .270, .229, .225),
        [("meetup-montana", "time")] = new(111_734, 1_114, .285, .209, .267),
        [("meetup-montana", "rows")] = new(139_106, 655, .304, .189, .294),
    };

    // Figures that differ by more than the margin; few people meet in these, so that the places of a few are as much.
    private static readonly HashSet<string> Missed =
    [
        "collegemsg time default", "collegemsg time strongest_path",
        "invs13-workplace time default", "invs13-workplace time strongest_path",
        "invs13-workplace rows default", "invs13-workplace rows strongest_path",
        "meetup-montana rows adamic_adar",
    ];

    private readonly TestFolder _folder = new();

    [DataFact]
    public async Task Real_logs_give_the_known_figures_and_the_products_order_is_the_best_on_average()
    {
        List<Cell> cells = [];
        List<double> ownForms = [];
        HashSet<string> missed = [];
        foreach (var set in Expected.Keys.Select(cell => cell.Set).Distinct())
        {
            var run = await Relgraph.RunAsync(_folder.Path, "evaluate", "introductions", DataSets.PathOf(set), "--json");

            Assert.Equal((0, set), (run.Exit, run.Json.GetProperty("set").GetString()));
            foreach (var ((_, cut), expected) in Expected.Where(cell => cell.Key.Set == set))
            {
                var json = run.Json.GetProperty("cuts").GetProperty(cut);
                output.WriteLine($"{set} {cut}: {json}");
                var gains = json.GetProperty("ndcg10");
                var found = new Cell(
                    json.GetProperty("candidates").GetInt32(),
                    json.GetProperty("positives").GetInt32(),
                    gains.GetProperty("default").GetDouble(),
                    gains.GetProperty("adamic_adar").GetDouble(),
                    gains.GetProperty("strongest_path").GetDouble());
                cells.Add(found);
                ownForms.Add(gains.GetProperty("own_form").GetDouble());
                Assert.Equal((set, expected.Candidates, expected.Positives), (set, found.Candidates, found.Positives));
                missed.UnionWith(
                    from figure in Figures(expected).Zip(Figures(found))
                    where Math.Abs(figure.First.Gain - figure.Second.Gain) > Margin
                    select $"{set} {cut} {figure.First.Name}");
            }
        }

        var means = cells.SelectMany(Figures).GroupBy(figure => figure.Name).ToDictionary(
            figures => figures.Key, figures => figures.Average(figure => figure.Gain));
        output.WriteLine(string.Join(", ", means));
        Assert.Equal(Missed.Order(), missed.Order());
        Assert.InRange(means["default"], .190, 1);
        Assert.InRange(ownForms.Average(), .195, 1);
        Assert.True(means["default"] > means["strongest_path"] && means["default"] > means["adamic_adar"]);
    }

    [Fact]
    public async Task A_log_of_ones_own_is_evaluated_by_its_columns()
    {
        // x and y both call z all the time, and each other in the end.
        await WriteAsync("a;b;at;channel\n" + string.Concat(Enumerable.Range(0, 60).Select(
            day => $"x;z;{At(day)};call\nz;y;{At(day)};call\n")) + $"x;y;{At(60)};call\n");

        var run = await Relgraph.RunAsync(_folder.Path, "evaluate", "introductions", ".", "--json");
        var plain = await Relgraph.RunAsync(_folder.Path, "evaluate", "introductions", "interactions.csv");

        Assert.Equal((0, 0), (run.Exit, plain.Exit));
        Assert.Equal("call", run.Json.GetProperty("channel").GetString());
        var gains = run.Json.GetProperty("cuts").GetProperty("time").GetProperty("ndcg10");
        Assert.Equal(
            ["default 1", "own_form 1", "adamic_adar 1", "strongest_path 1"],
            gains.EnumerateObject().Select(gain => $"{gain.Name} {gain.Value.GetDouble():0.####}"));
        Assert.Contains("cut by rows: 1 pairs two steps apart, 1 of them meet, 2 people", plain.Output, StringComparison.Ordinal);
        Assert.Contains("Adamic–Adar", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_in_which_nobody_meets_is_refused()
    {
        await WriteAsync("from_id,to_id,at,channel\n" + string.Concat(
            Enumerable.Range(0, 9).Select(day => $"a,b{day % 3},{At(day)},email\n")));

        var run = await Relgraph.RunAsync(_folder.Path, "evaluate", "introductions", ".", "--json");

        run.AssertFailed(1, ProblemCode.NothingToEvaluate);
    }

    public void Dispose() => _folder.Dispose();

    private static (string Name, double Gain)[] Figures(Cell cell) =>
        [("default", cell.Default), ("adamic_adar", cell.AdamicAdar), ("strongest_path", cell.StrongestPath)];

    private static string At(int day) =>
        Some.Now.AddDays(day).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private Task WriteAsync(string text) => File.WriteAllTextAsync(_folder.File("interactions.csv"), text);

    private sealed record Cell(int Candidates, int Positives, double Default, double AdamicAdar, double StrongestPath);
}
