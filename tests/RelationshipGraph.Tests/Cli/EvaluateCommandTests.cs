using System.Globalization;
using System.Text.Json;
using RelationshipGraph.Problems;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Cli;

public sealed class EvaluateCommandTests : IDisposable
{
    // Average precision of the shipped constants as measured by other means; Brier and calibration within reach after a fit.
    private static readonly Dictionary<string, (Reach Time, Reach Rows)> Reachable = new()
    {
        ["email-eu-core"] = (new(.430, null, null), new(.794, .152, .035)),
        ["collegemsg"] = (new(.385, .0105, .01), new(.255, .044, .015)),
        ["sfhh-conference"] = (new(.370, .110, .07), new(.380, .065, .02)),
        ["invs13-workplace"] = (new(.590, .158, .06), new(.480, .138, .05)),
        ["meetup-montana"] = (new(.360, .071, .015), new(.345, .050, .05)),
    };

    // What is not reached: the level after a fit that the past did not ask for, or asked for less than the future did.
    // Or, on collegemsg by time, the fit that was not taken: in one draw of people in ten its order was worse.
    private static readonly HashSet<string> Missed =
    [
        "collegemsg time brier", "collegemsg time ece", "collegemsg rows ece", "meetup-montana rows brier",
        "meetup-montana rows ece",
    ];

    // The gate's word on the part before each cut, by time and by rows.
    private static readonly Dictionary<string, (string Time, string Rows)> Verdicts = new()
    {
        ["email-eu-core"] = ("NOT_BETTER", "NOT_BETTER"),
        ["collegemsg"] = ("NOT_BETTER", "ACCEPTED"),
        ["sfhh-conference"] = ("FEW_OUTCOMES", "FEW_OUTCOMES"),
        ["invs13-workplace"] = ("FEW_OUTCOMES", "NOT_BETTER"),
        ["meetup-montana"] = ("NOT_BETTER", "NOT_BETTER"),
    };

    private readonly TestFolder _folder = new();

    [DataTheory]
    [InlineData("email-eu-core")]
    [InlineData("collegemsg")]
    [InlineData("sfhh-conference")]
    [InlineData("invs13-workplace")]
    [InlineData("meetup-montana")]
    public async Task A_real_log_gives_the_known_baselines_and_the_model_reaches_what_is_within_reach(string set)
    {
        var folder = DataSets.PathOf(set);

        var run = await Relgraph.RunAsync(_folder.Path, "evaluate", "ties", folder, "--json");

        Assert.Equal((0, set), (run.Exit, run.Json.GetProperty("set").GetString()));
        foreach (var (cut, reach, verdict) in new[]
        {
            ("time", Reachable[set].Time, Verdicts[set].Time), ("rows", Reachable[set].Rows, Verdicts[set].Rows),
        })
        {
            var found = run.Json.GetProperty("cuts").GetProperty(cut);
            AssertBaselines(Path.Combine(folder, "baselines.json"), cut, found);
            Assert.InRange(Figure(found, "model", "ap"), reach.Precision - .005, 1);
            Assert.True(Figure(found, "model", "ap") > Figure(found, "decayed", "ap"));
            Assert.Equal((cut, verdict), (cut, found.GetProperty("fitted").GetProperty("verdict").GetString()));
            AssertReached($"{set} {cut} brier", Figure(found, "fitted", "brier"), reach.Brier, .0005);
            AssertReached($"{set} {cut} ece", Figure(found, "fitted", "ece"), reach.Error, .0005);
        }
    }

    [Fact]
    public async Task A_log_of_ones_own_is_evaluated_by_its_columns()
    {
        // Seven whom x calls in the first month, and three of them later.
        await WriteAsync("interactions.csv", "a;b;at;channel\n" + string.Concat(Enumerable.Range(0, 60).Select(
            day => $"x;y{day % (day < 30 ? 7 : 3)};{At(day)};call\nz;y{day % 5};{At(day)};knows\n")));

        var run = await Relgraph.RunAsync(_folder.Path, "evaluate", "ties", ".", "--json");
        var plain = await Relgraph.RunAsync(_folder.Path, "evaluate", "ties", "interactions.csv");

        Assert.Equal((0, 0), (run.Exit, plain.Exit));
        Assert.Equal("call", run.Json.GetProperty("channel").GetString());
        Assert.False(run.Json.TryGetProperty("others", out _));
        Assert.Contains("cut by rows: 7 pairs, 3 act again", plain.Output, StringComparison.Ordinal);
        Assert.Contains("not tried", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_attended_together_are_a_log_beside_the_others()
    {
        await WriteAsync("events.csv", "event_id,starts_at\n" + string.Concat(
            Enumerable.Range(0, 20).Select(week => $"e{week},{At(week * 7)}\n")) + "e99,\n");
        await WriteAsync("attendance.csv", "person_id,event_id,response,at\n" + string.Concat(
            Enumerable.Range(0, 20).Select(week =>
                $"a,e{week},yes,\nb{week % 3},e{week},yes,\nc{week % 4},e{week},yes,\nd,e{week},no,\n"))
            + $"a,e99,yes,{At(1)}\nd,e99,yes,{At(2)}\n");
        await WriteAsync("interactions.csv", "from_id,to_id,at,channel\n" + string.Concat(
            Enumerable.Range(0, 8).Select(day => $"x,y{day % 3},{At(day)},email\n")));

        var run = await Relgraph.RunAsync(_folder.Path, "evaluate", "ties", ".", "--json");

        Assert.Equal(0, run.Exit);
        Assert.Equal(("co_attendance", "EVENT"),
            (run.Json.GetProperty("channel").GetString(), run.Json.GetProperty("form").GetString()));
        // a with b0–b2 and c0–c3, each b with each c, and the two of the event without a time of its own.
        Assert.Equal(3 + 4 + 12 + 1, run.Json.GetProperty("cuts").GetProperty("time").GetProperty("pairs").GetInt32());
        Assert.Equal("email", run.Json.GetProperty("others")[0].GetProperty("channel").GetString());
    }

    [Theory]
    [InlineData("interactions.csv", "from_id,to_id,at\na,b,2024-01-01\n", ProblemCode.ColumnMissing, "channel")]
    [InlineData("interactions.csv", "from_id,to_id,at,channel\na,b,soon,email\n", ProblemCode.Malformed, "interactions.csv:2 at")]
    [InlineData("interactions.csv", "from_id,to_id,at,channel\na,,2024-01-01,email\n", ProblemCode.Required, "csv:2 to_id")]
    [InlineData("interactions.csv", "from_id,to_id,at,channel\na,b,2024-01-01,smoke\n", ProblemCode.UnknownCode, "'smoke'")]
    [InlineData("interactions.csv", "from_id,to_id,at,channel\na,b,2024-01-01,email\n", ProblemCode.NothingToEvaluate, "log")]
    [InlineData("interactions.csv", "from_id,to_id,at,channel\na,b,2024-01-01,knows\n", ProblemCode.NothingToEvaluate, "log")]
    [InlineData("people.csv", "id,name\n1,Bo\n", ProblemCode.NothingToEvaluate, "interactions.csv")]
    [InlineData("notes.md", "nothing", ProblemCode.NothingToImport, "interactions.csv")]
    [InlineData("interactions.csv", "", ProblemCode.FileEmpty, "interactions.csv")]
    public async Task What_cannot_be_evaluated_is_refused_with_one_reason(string file, string text, string code, string told)
    {
        await WriteAsync(file, text);

        var run = await Relgraph.RunAsync(_folder.Path, "evaluate", "ties", ".", "--json");

        run.AssertFailed(1, code);
        Assert.Equal(code, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_refused()
    {
        var run = await Relgraph.RunAsync(_folder.Path, "evaluate", "ties", "nowhere", "--json");

        run.AssertFailed(1, ProblemCode.FileUnreadable);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertBaselines(string file, string cut, JsonElement found)
    {
        using var baselines = JsonDocument.Parse(File.ReadAllText(file));
        var expected = Assert.Single(
            baselines.RootElement.EnumerateArray(), entry => entry.GetProperty("cut_by").GetString() == cut);
        Assert.Equal(expected.GetProperty("pairs_ranked").GetInt32(), found.GetProperty("pairs").GetInt32());
        Assert.Equal(expected.GetProperty("positives").GetInt32(), found.GetProperty("positives").GetInt32());
        Assert.Equal(expected.GetProperty("cutoff").GetString(), found.GetProperty("cut_at").GetString());
        Assert.Equal(
            expected.GetProperty("half_life_hours").GetDouble(), Figure(found, "decayed", "half_life_hours"));
        foreach (var score in (string[])["count", "recency", "decayed"])
        {
            Assert.Equal((score, Figure(expected, score, "ap")), (score, Figure(found, score, "ap")));
            Assert.Equal((score, Figure(expected, score, "auc")), (score, Figure(found, score, "auc")));
        }
    }

    /// <summary>Reached, or missed where that is known: a miss that is made good must be struck from the list.</summary>
    private static void AssertReached(string cell, double figure, double? reach, double margin)
    {
        if (reach is { } most)
        {
            Assert.Equal((cell, Missed.Contains(cell)), (cell, figure > most + margin));
        }
    }

    private static double Figure(JsonElement json, string score, string figure) =>
        json.GetProperty(score).GetProperty(figure).GetDouble();

    private static string At(int day) =>
        Some.Now.AddDays(day).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(_folder.File(name), text);

    private sealed record Reach(double Precision, double? Brier, double? Error);
}
