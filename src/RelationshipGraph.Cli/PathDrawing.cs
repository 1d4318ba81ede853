using System.Globalization;
using System.Text.Json.Nodes;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Strength;
using Spectre.Console;

namespace RelationshipGraph.Cli;

/// <summary>The answer of a search for paths, for programs and for people.</summary>
internal static class PathDrawing
{
    public static async Task<Answer> AnswerOfAsync(Session session, Node from, Node to, PathAnswer answer)
    {
        var paths = answer switch
        {
            PathAnswer.Found found => found.Paths,
            PathAnswer.GaveUp gaveUp => gaveUp.Paths,
            _ => [],
        };
        var names = await NamesOfAsync(session, paths);
        var json = new JsonObject
        {
            ["paths"] = new JsonArray([.. paths.Select(path => PathJson(path, names))]),
            ["ending"] = EndingOf(answer),
            ["from"] = new JsonObject { ["id"] = from.Id.ToString(), ["name"] = RecordNames.NameOf(from) },
            ["to"] = new JsonObject { ["id"] = to.Id.ToString(), ["name"] = RecordNames.NameOf(to) },
        };
        return answer is PathAnswer.NotFound
            ? Answer.Refused(Failure.Of(Problem.Of(ProblemCode.NotFound, string.Empty)), json)
            : Answer.Done(json, console => Show(console, paths, names, answer));
    }

    private static string EndingOf(PathAnswer answer) => answer switch
    {
        PathAnswer.Found => "FOUND",
        PathAnswer.NoPath => "NO_PATH",
        PathAnswer.GaveUp => "GAVE_UP",
        _ => "NOT_FOUND",
    };

    private static async Task<Dictionary<RecordId, string>> NamesOfAsync(Session session, IEnumerable<IntroductionPath> paths)
    {
        var ids = paths.SelectMany(path => path.Steps.SelectMany(IdsOf).Prepend(path.Start)).Distinct().ToList();
        var records = await Task.WhenAll(ids.Select(session.Records.ReadAsync));
        return ids.Zip(records).ToDictionary(
            pair => pair.First, pair => pair.Second is { } record ? RecordNames.NameOf(record) : pair.First.ToString());
    }

    private static IEnumerable<RecordId> IdsOf(PathStep step) => step switch
    {
        PathStep.Hop { Via: HopVia.Group group } hop => [hop.From, hop.To, group.Id],
        PathStep.Hop hop => [hop.From, hop.To],
        PathStep.Closed closed => [closed.From],
        _ => [],
    };

    private static JsonObject PathJson(IntroductionPath path, Dictionary<RecordId, string> names)
    {
        var json = new JsonObject();
        if (path.Score is PathScore.Exact exact)
        {
            json["score"] = exact.Value;
            json["band"] = BandOf(ScoreBands.Of(exact.Value));
        }
        else if (path.Score is PathScore.Banded banded)
        {
            json["score"] = null;
            json["band"] = BandOf(banded.Band);
        }

        json["hops"] = new JsonArray([.. path.Steps.Select(step => StepJson(step, names))]);
        return json;
    }

    // One entry a hop: the person it leads to. What is closed has none.
    private static JsonObject StepJson(PathStep step, Dictionary<RecordId, string> names) => step is PathStep.Hop hop
        ? new JsonObject
        {
            ["id"] = hop.To.ToString(),
            ["name"] = names[hop.To],
            ["strength"] = hop.Strength.Value,
            ["via"] = hop.Via is HopVia.Group group ? names[group.Id] : "KNOWS",
            ["viaId"] = (hop.Via switch
            {
                HopVia.Group body => body.Id,
                HopVia.Tie { Id: { } id } => id,
                _ => default,
            }).ToString(),
        }
        : new JsonObject { ["id"] = null, ["name"] = null, ["strength"] = null, ["via"] = null, ["viaId"] = null };

    private static void Show(
        IAnsiConsole console, ValueList<IntroductionPath> paths, Dictionary<RecordId, string> names, PathAnswer answer)
    {
        var place = 0;
        foreach (var path in paths)
        {
            var score = path.Score switch
            {
                PathScore.Exact exact => $"{Number(exact.Value)}  {Word(ScoreBands.Of(exact.Value))}",
                PathScore.Banded banded => Word(banded.Band),
                _ => string.Empty,
            };
            console.MarkupLineInterpolated($"[bold]{++place}.  {score}[/]");
            console.MarkupLineInterpolated($"    {names[path.Start]}");
            foreach (var step in path.Steps)
            {
                if (step is PathStep.Hop hop)
                {
                    var (strength, via) = (Number(hop.Strength.Value), ViaOf(hop.Via, names));
                    console.MarkupLineInterpolated($"     [grey]│[/] {strength}  [grey]{via}[/]");
                    console.MarkupLineInterpolated($"    {names[hop.To]}");
                }
                else
                {
                    console.MarkupLine("     [grey]│[/] [grey]the rest is discreet: ask this person[/]");
                }
            }

            console.WriteLine();
        }

        if (answer is PathAnswer.NoPath)
        {
            console.WriteLine("No way leads there within these hops.");
        }
        else if (answer is PathAnswer.GaveUp gaveUp)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                    $"The search met its limit ({gaveUp.Limit} {gaveUp.Max:N0}); there may be better ways."));
        }
    }

    private static string ViaOf(HopVia via, Dictionary<RecordId, string> names) => via is HopVia.Group group
        ? string.Create(CultureInfo.InvariantCulture, $"both in {names[group.Id]} ({group.MemberCount:N0} members)")
        : "know each other";

    private static string Number(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    private static string BandOf(ScoreBand band) => Word(band).ToUpperInvariant();

    private static string Word(ScoreBand band) => band switch
    {
        ScoreBand.Strong => "strong",
        ScoreBand.Active => "active",
        ScoreBand.Fading => "fading",
        _ => "dormant",
    };
}
