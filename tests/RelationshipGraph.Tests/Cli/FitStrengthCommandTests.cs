using System.Globalization;
using System.IO.Compression;
using RelationshipGraph.Problems;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Cli;

public sealed class FitStrengthCommandTests : IDisposable
{
    private const string Store = "sqlite:graph.db";

    private static readonly DateTimeOffset Begin = new(2004, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Four horizons, as many as lie before the cut by rows when logs are evaluated.
    private const int DaysBeforeCut = 360;
    private const double RowsBeforeCut = .8;

    private readonly TestFolder _folder = new();

    [DataFact]
    public async Task On_a_real_log_a_fit_comes_into_force_and_withdrawn_all_answers_are_as_before()
    {
        var lastDay = await WriteCollegeMessagesAsync();
        await RunAsync("import", "log", "--source", "log");
        string[] fit = ["fit-strength", "--form", "any_channel", "--as-of", lastDay];
        var before = await AnswersAsync(lastDay);

        var dry = await RunAsync([.. fit, "--dry-run"]);
        Assert.Equal(before, await AnswersAsync(lastDay));
        var taken = await RunAsync(fit);
        var fitted = await AnswersAsync(lastDay);
        var again = await RunAsync(fit);
        var id = FormOf(taken).GetProperty("id").GetString()!;
        var withdrawn = await RunAsync("fit-strength", "--withdraw", id);

        Assert.Equal((0, 0, 0, 0), (dry.Exit, taken.Exit, again.Exit, withdrawn.Exit));
        Assert.Equal("ACCEPTED", FormOf(dry).GetProperty("verdict").GetString());
        Assert.Equal("", FormOf(dry).GetProperty("id").ToString());
        Assert.Equal(("ACCEPTED", "IN_FORCE"), (
            FormOf(taken).GetProperty("verdict").GetString(), FormOf(taken).GetProperty("state").GetString()));
        Assert.Equal(FormOf(dry).GetProperty("constants").ToString(), FormOf(taken).GetProperty("constants").ToString());

        // What is in force is not better than itself.
        Assert.Equal(("NOT_BETTER", "PROPOSED", "NEITHER_BETTER"), (
            FormOf(again).GetProperty("verdict").GetString(), FormOf(again).GetProperty("state").GetString(),
            FormOf(again).GetProperty("refusal").GetString()));

        Assert.All(before.Zip(fitted), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Equal("shipped", withdrawn.Json.GetProperty("in_force").GetString());
        Assert.Equal(before, await AnswersAsync(lastDay));
    }

    [Fact]
    public async Task For_people_it_draws_a_table_and_says_what_came_of_it()
    {
        await WriteRegularsAsync(days: 400);

        var run = await Relgraph.RunAsync(
            _folder.Path, "fit-strength", "--store", Store, "--form", "any_channel", "event", "--as-of", "2005-02-01");

        Assert.Equal((0, string.Empty), (run.Exit, run.Error));
        Assert.All(
            [
                "Mail, messages, calls: ", "judged on", "count", "recency", "decayed count", "strength, shipped",
                "strength, fitted", "AP", "Brier", "ECE", "fit_", "Events and meetings: 0 contacts",
                "Not tried: less than 270 days of contacts.",
            ],
            word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("in force before", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_result_is_kept_but_a_dry_one()
    {
        await WriteRegularsAsync(days: 400);
        string[] fit = ["fit-strength", "--form", "any_channel", "--as-of", "2005-02-01"];

        var dry = await RunAsync([.. fit, "--dry-run"]);
        var none = await RunAsync("export", "none.jsonl");
        var kept = await RunAsync(fit);
        var one = await RunAsync("export", "one.jsonl");

        Assert.Equal((0, 0), (dry.Exit, kept.Exit));
        Assert.True(dry.Json.GetProperty("dry_run").GetBoolean());
        Assert.Equal(0, none.Json.GetProperty("byKind").TryGetProperty("StrengthFit", out var zero) ? zero.GetInt32() : 0);
        Assert.Equal(1, one.Json.GetProperty("byKind").GetProperty("StrengthFit").GetInt32());
        Assert.Equal("2005-01-31", FormOf(kept).GetProperty("day").GetString());
        Assert.Equal(
            FormOf(dry).GetProperty("judged").ToString(), FormOf(kept).GetProperty("judged").ToString());
    }

    [Fact]
    public async Task Little_history_and_few_outcomes_are_refused_with_the_reason_of_each_form()
    {
        await WriteRegularsAsync(days: 200);
        var little = await RunAsync("fit-strength");
        var few = await RunAsync("fit-strength", "--as-of", "2004-01-02");

        foreach (var run in (Relgraph[])[little, few])
        {
            run.AssertFailed(1, ProblemCode.NothingToFit);
            Assert.Equal(ProblemCode.NothingToFit, run.Code);
            Assert.Equal(
                ["ANY_CHANNEL", "FACE_TO_FACE", "EVENT"],
                run.Json.GetProperty("forms").EnumerateArray().Select(one => one.GetProperty("form").GetString()));
        }

        Assert.Equal("LITTLE_HISTORY", FormOf(little).GetProperty("verdict").GetString());
        Assert.True(FormOf(little).GetProperty("rows").GetInt32() > 0);
    }

    [Fact]
    public async Task Where_all_ties_act_again_nothing_is_fitted()
    {
        await WriteAsync(Enumerable.Range(0, 400).SelectMany(day => Enumerable.Range(0, 60).Where(pair => pair % 7 == day % 7)
            .Select(pair => ($"a{pair}", $"b{pair}", (double)day))));

        var run = await RunAsync("fit-strength", "--form", "any_channel");

        run.AssertFailed(1, ProblemCode.NothingToFit);
        Assert.Equal("FEW_OUTCOMES", FormOf(run).GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("--withdraw fit_0sbxq8tws6300", 1, ProblemCode.NotFound)]
    [InlineData("--withdraw con_0df2pn8042000", 2, ProblemCode.BadArguments)]
    [InlineData("--withdraw nonsense", 2, ProblemCode.BadArguments)]
    [InlineData("--withdraw fit_0sbxq8tws6300 --dry-run", 2, ProblemCode.BadArguments)]
    [InlineData("--withdraw fit_0sbxq8tws6300 --form event", 2, ProblemCode.BadArguments)]
    [InlineData("--form smoke", 2, ProblemCode.BadArguments)]
    [InlineData("--as-of soon", 2, ProblemCode.BadArguments)]
    public async Task What_cannot_be_done_is_refused(string options, int exit, string code)
    {
        await WriteAsync([("a", "b", 1)]);

        var run = await RunAsync(["fit-strength", .. options.Split(' ')]);

        run.AssertFailed(exit, code);
        Assert.Equal(code, run.Code);
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_not_made()
    {
        var run = await RunAsync("fit-strength");

        run.AssertFailed(1, ProblemCode.StoreUnavailable);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private static System.Text.Json.JsonElement FormOf(Relgraph run) => run.Json.GetProperty("forms")[0];

    private Task<Relgraph> RunAsync(params string[] args) =>
        Relgraph.RunAsync(_folder.Path, [.. args, "--store", Store, "--json"]);

    /// <summary>Paths between people of the log, byte by byte.</summary>
    private async Task<List<string>> AnswersAsync(string day)
    {
        var answers = new List<string>();
        foreach (var (from, to) in new[] { ("p001574", "p000622"), ("p000041", "p000009"), ("p000103", "p000067") })
        {
            var run = await RunAsync("path", $"log:{from}", $"log:{to}", "--as-of", day);
            Assert.Equal((0, string.Empty), (run.Exit, run.Error));
            Assert.NotEmpty(run.Json.GetProperty("paths").EnumerateArray());
            answers.Add(run.Output);
        }

        return answers;
    }

    /// <summary>Pairs that act with a rhythm of their own and end one day.</summary>
    private Task WriteRegularsAsync(int days)
    {
        var random = new Random(12);
        return WriteAsync(Enumerable.Range(0, 400).SelectMany(pair =>
        {
            var every = 3 + (40 * random.NextDouble());
            var (start, end) = (days * random.NextDouble() * .7, days * random.NextDouble());
            return Enumerable.Range(0, 1 + (int)(Math.Max(0, end - start) / every))
                .Select(n => ($"a{pair % 60}", $"b{pair}", Math.Min(days - 1, start + (n * every))));
        }));
    }

    private async Task WriteAsync(IEnumerable<(string From, string To, double Day)> contacts)
    {
        Directory.CreateDirectory(_folder.File("log"));
        await File.WriteAllLinesAsync(_folder.File("log/interactions.csv"),
            contacts.Select(one => $"{one.From},{one.To},{At(Begin.AddDays(one.Day))},email")
                .Prepend("from_id,to_id,at,channel"));
        await File.WriteAllLinesAsync(_folder.File("log/persons.csv"),
            contacts.SelectMany(one => (string[])[one.From, one.To]).Distinct().Prepend("id"));
        var run = await RunAsync("import", "log");
        Assert.Equal((0, "{}"), (run.Exit, run.Json.GetProperty("refused").ToString()));
    }

    /// <summary>
    /// The students' messages at a slower pace: what lies before the cut by rows lasts four horizons of the model. The half year
    /// of the log itself would be less than the three that a fit takes.
    /// </summary>
    /// <returns>The day of the cut.</returns>
    private async Task<string> WriteCollegeMessagesAsync()
    {
        var set = DataSets.PathOf("collegemsg");
        Directory.CreateDirectory(_folder.File("log"));
        File.Copy(Path.Combine(set, "persons.csv"), _folder.File("log/persons.csv"));
        await using var packed = File.OpenRead(Path.Combine(set, "interactions.csv.gz"));
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var rows = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(','))
            .Select(row => (From: row[0], To: row[1], At: DateTimeOffset.Parse(row[2], CultureInfo.InvariantCulture)))
            .OrderBy(row => row.At)
            .ToList();
        var pace = DaysBeforeCut / (rows[(int)(RowsBeforeCut * rows.Count)].At - rows[0].At).TotalDays;
        await File.WriteAllLinesAsync(_folder.File("log/interactions.csv"), rows
            .Select(row => $"{row.From},{row.To},{At(Begin + ((row.At - rows[0].At) * pace))},message")
            .Prepend("from_id,to_id,at,channel"));
        return Begin.AddDays(DaysBeforeCut - 2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string At(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
