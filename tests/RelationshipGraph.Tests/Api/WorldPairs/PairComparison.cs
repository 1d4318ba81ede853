using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQL.Types;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>Asks two worlds the same, and looks for a byte that differs.</summary>
internal sealed partial class PairComparison
{
    private const string Place = "PAGE";
    private const int PagesMax = 40;

    private static readonly string[] ForwardOnly = ["search(", "secondDegree(", "strongestTies(", "fadingTies("];

    private static readonly string[] Faults =
        ["INTERNAL", "QUERY_INVALID", "QUERY_SYNTAX", "BAD_VARIABLES", "QUERY_TOO_MANY_ALIASES", "QUERY_TOO_COSTLY"];

    private static readonly (string Text, string What)[] Telling =
    [
        ("\"errors\":[{\"message\"", "answers with errors"),
        ("\"SearchEdge\"", "searches that found"),
        ("\"IntroductionPath\"", "paths found"),
        ("\"ClosedStep\"", "paths with a closed step"),
        ("\"GroupVia\"", "paths through a group"),
        ("\"IntroducerLoad\"", "loads of introducers"),
        ("\"IntroductionFollowUpEdge\"", "introductions that wait"),
        ("\"StepError\"", "steps refused where it stands"),
        ("{\"__typename\":\"IntroductionPayload\",", "steps of introductions"),
        ("\"TEAM\"", "visibility TEAM"),
        ("\"OWNER\"", "visibility OWNER"),
        ("\"DISCREET\"", "visibility DISCREET"),
        ("\"EVERYONE\"", "visibility EVERYONE"),
    ];

    private readonly WorldPair _pair;
    private readonly IWorld _one;
    private readonly IWorld _other;
    private readonly Coverage _coverage;
    private readonly Vocabulary _words;
    private readonly DocumentWriter _documents;

    public PairComparison(WorldPair pair, IWorld one, IWorld other, Coverage coverage, ISchema schema)
    {
        (_pair, _one, _other, _coverage) = (pair, one, other, coverage);
        _words = new Vocabulary(pair, new Random(pair.Seed));
        _documents = new DocumentWriter(schema, _words, pair, coverage);
    }

    /// <summary>Asks queries, paths among them where they may be asked, walks and, if wanted, changes after them.</summary>
    /// <returns>What was asked and where the answers differ, or what went wrong in both; null where nothing did.</returns>
    public async Task<string?> FirstDifferenceAsync(int queries, int walks, int changes, bool areStale = false)
    {
        for (var i = 0; i < queries; i++)
        {
            if ((await AskAsync(_documents.Query())).Difference is { } difference)
            {
                return difference;
            }
        }

        if (_pair.AsksPaths && (await AskAsync(_documents.Paths())).Difference is { } found)
        {
            return found;
        }

        for (var i = 0; i < walks; i++)
        {
            if (await WalkAsync() is { } difference)
            {
                return difference;
            }
        }

        for (var i = 0; i < changes; i++)
        {
            if ((await AskAsync(_documents.Mutation(areStale))).Difference is { } difference)
            {
                return difference;
            }
        }

        // What the changes left behind.
        return changes == 0 ? null : (await AskAsync(_documents.Query())).Difference;
    }

    private async Task<string?> WalkAsync()
    {
        var document = _documents.Walk(Place);
        var isForwardOnly = ForwardOnly.Any(list => document.Contains(list, StringComparison.Ordinal));
        var isBackward = !isForwardOnly && _words.Chance(40);
        var (size, cursor) = isBackward ? ("last", "before") : ("first", "after");
        var rows = _words.Random.Next(1, 4);
        var page = $"{size}: {rows}";
        for (var pages = 1; pages <= PagesMax; pages++)
        {
            var (answer, difference) = await AskAsync(document.Replace(Place, page, StringComparison.Ordinal));
            if (difference is not null)
            {
                return difference;
            }

            if (ListIn(answer) is not { } list)
            {
                return null;
            }

            var info = list.GetProperty("pageInfo");
            if (!info.GetProperty(isBackward ? "hasPreviousPage" : "hasNextPage").GetBoolean())
            {
                _coverage.Saw(pages == 1 ? "walks of one page" : isBackward ? "walks backward" : "walks forward");
                return null;
            }

            var end = info.GetProperty(isBackward ? "startCursor" : "endCursor").GetString()!;
            _words.Cursors.Add(end);
            page = $"{size}: {rows}, {cursor}: \"{end}\"";
        }

        return $"{Asked(document)}\nThe walk did not end within {PagesMax} pages.";
    }

    private static JsonElement? ListIn(string answer)
    {
        var root = JsonDocument.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..]).RootElement;
        if (!root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (data.TryGetProperty("node", out var node))
        {
            data = node;
        }

        return data.ValueKind == JsonValueKind.Object && data.TryGetProperty("list", out var list) ? list : null;
    }

    private async Task<(string Answer, string? Difference)> AskAsync(string document)
    {
        var isDanish = _words.Chance(20);
        var one = await _one.AskAsync(_pair.Viewer, document, isDanish);
        var other = await _other.AskAsync(_pair.Viewer, document, isDanish);
        Note(one);
        if (one != other)
        {
            return (one, $"{Asked(document)}\n{FirstDifference(one, other)}");
        }

        var fault = Faults.FirstOrDefault(code => one.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal));
        return (one, fault is null ? null : $"{Asked(document)}\nBoth answered {fault}: {one}");
    }

    private void Note(string answer)
    {
        _coverage.Saw("answers");
        _coverage.Codes.UnionWith(Capitals().Matches(answer).Select(match => match.Groups[1].Value));
        foreach (var (text, what) in Telling)
        {
            if (answer.Contains(text, StringComparison.Ordinal))
            {
                _coverage.Saw(what);
            }
        }
    }

    private string Asked(string document) =>
        $"Seed {_pair.Seed}, viewer {_pair.Viewer.Actor} with {_pair.Viewer.Roles} asked:\n{document}";

    private static string FirstDifference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = Math.Max(0, at - 300);
        return $"The answers differ at character {at}.\nOne world:   …{Around(one)}\nOther world: …{Around(other)}";

        string Around(string text) => text[from..Math.Min(text.Length, at + 200)];
    }

    // Codes stand under whatever alias was given.
    [GeneratedRegex("\"([A-Z_]{4,})\"")]
    private static partial Regex Capitals();
}
