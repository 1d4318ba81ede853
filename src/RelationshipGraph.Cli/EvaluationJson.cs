using System.Globalization;
using System.Text.Json.Nodes;
using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Cli;

/// <summary>What all evaluations have in common, for programs.</summary>
internal static class EvaluationJson
{
    private const int Decimals = 4;

    /// <summary>The first log is the set's own answer; others stand beside it.</summary>
    /// <param name="set">What the set is called.</param>
    /// <param name="logs">At least one.</param>
    /// <param name="ofCut">What is told of a cut.</param>
    public static JsonObject Of<T>(string set, IReadOnlyList<EvaluatedLog<T>> logs, Func<T, JsonObject> ofCut)
        where T : class
    {
        var json = new JsonObject { ["set"] = set, ["formula"] = StrengthModel.Version };
        foreach (var (name, value) in Of(logs[0], ofCut).ToList())
        {
            json[name] = value?.DeepClone();
        }

        if (logs.Count > 1)
        {
            json["others"] = new JsonArray([.. logs.Skip(1).Select(log => Of(log, ofCut))]);
        }

        return json;
    }

    public static double Round(double figure) => Math.Round(figure, Decimals);

    public static string Moment(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Of<T>(EvaluatedLog<T> log, Func<T, JsonObject> ofCut)
        where T : class
    {
        var cuts = new JsonObject();
        foreach (var (name, evaluation) in log.Cuts)
        {
            cuts[name] = ofCut(evaluation);
        }

        return new JsonObject
        {
            ["channel"] = log.Log.Channel,
            ["form"] = CodeNames.Upper(log.Log.Form.ToString()),
            ["cuts"] = cuts,
        };
    }
}
