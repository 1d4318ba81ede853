using System.Globalization;
using System.Text.Json.Nodes;
using RelationshipGraph.Model;
using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;
using RelationshipGraph.Strength.Fitting;

namespace RelationshipGraph.Cli;

/// <summary>An evaluation of ties, for programs. Figures have four decimals.</summary>
internal static class TieEvaluationJson
{
    private const int Decimals = 4;

    /// <summary>The first log is the set's own answer; others stand beside it.</summary>
    public static JsonObject Of(string set, IReadOnlyList<EvaluatedLog> logs)
    {
        var json = new JsonObject { ["set"] = set, ["formula"] = StrengthModel.Version };
        foreach (var (name, value) in Of(logs[0]).ToList())
        {
            json[name] = value?.DeepClone();
        }

        if (logs.Count > 1)
        {
            json["others"] = new JsonArray([.. logs.Skip(1).Select(Of)]);
        }

        return json;
    }

    private static JsonObject Of(EvaluatedLog log)
    {
        var cuts = new JsonObject();
        foreach (var (name, evaluation) in log.Cuts)
        {
            cuts[name] = Of(evaluation);
        }

        return new JsonObject
        {
            ["channel"] = log.Log.Channel,
            ["form"] = CodeNames.Upper(log.Log.Form.ToString()),
            ["cuts"] = cuts,
        };
    }

    private static JsonObject Of(TieEvaluation evaluation)
    {
        var decayed = Of(evaluation.Decayed);
        decayed["half_life_hours"] = evaluation.HalfLifeHours;
        var fitted = Of(evaluation.Fitted);
        fitted["verdict"] = CodeNames.Upper(evaluation.Fit.Verdict.ToString());
        fitted["constants"] = Of(evaluation.Fit.Chosen);
        fitted["judged"] = Judged(evaluation.Fit);
        return new JsonObject
        {
            ["cut_at"] = evaluation.CutAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["pairs"] = evaluation.PairCount,
            ["positives"] = evaluation.ActedAgain,
            ["count"] = Of(evaluation.Count),
            ["recency"] = Of(evaluation.Recency),
            ["decayed"] = decayed,
            ["model"] = Of(evaluation.Model),
            ["fitted"] = fitted,
        };
    }

    private static JsonObject Judged(FitReport fit)
    {
        var judged = new JsonObject
        {
            ["fitted_on"] = Of(fit.FittedOn),
            ["judged_on"] = Of(fit.JudgedOn),
        };
        foreach (var (name, score) in fit.Scores)
        {
            judged[name] = Of(score);
        }

        return judged;
    }

    private static JsonObject? Of(FitSlice? slice) => slice is null ? null : new JsonObject
    {
        ["at"] = slice.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["until"] = slice.Until.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["pairs"] = slice.PairCount,
        ["positives"] = slice.ActedAgain,
    };

    private static JsonObject Of(FormConstants constants) => new()
    {
        ["r"] = Round(constants.Rhythm.R),
        ["alpha"] = Round(constants.Rhythm.Alpha),
        ["a"] = Round(constants.Rhythm.A),
        ["b"] = Round(constants.Rhythm.B),
        ["level"] = Round(constants.Level),
        ["on_rhythm"] = Round(constants.OnRhythm),
        ["on_sittings"] = Round(constants.OnSittings),
        ["on_rows"] = Round(constants.OnRows),
        ["on_silence"] = Round(constants.OnSilence),
        ["on_further"] = Round(constants.OnFurther),
        ["on_same_unit"] = Round(constants.OnSameUnit),
        ["on_busy"] = Round(constants.OnBusy),
    };

    private static JsonObject Of(ForecastScore score)
    {
        var json = Of(score.Ranking);
        json["brier"] = Round(score.Calibration.Brier);
        json["ece"] = Round(score.Calibration.Error);
        return json;
    }

    private static JsonObject Of(Ranking ranking) => new()
    {
        ["ap"] = Round(ranking.AveragePrecision),
        ["auc"] = Round(ranking.AreaUnderCurve),
    };

    private static double Round(double figure) => Math.Round(figure, Decimals);
}
