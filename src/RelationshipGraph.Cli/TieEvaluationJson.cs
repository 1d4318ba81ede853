using System.Text.Json.Nodes;
using RelationshipGraph.Model;
using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;
using RelationshipGraph.Strength.Fitting;

namespace RelationshipGraph.Cli;

/// <summary>An evaluation of ties, for programs. Figures have four decimals.</summary>
internal static class TieEvaluationJson
{
    public static JsonObject Of(string set, IReadOnlyList<EvaluatedLog<TieEvaluation>> logs) =>
        EvaluationJson.Of(set, logs, Of);

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
            ["cut_at"] = EvaluationJson.Moment(evaluation.CutAt),
            ["pairs"] = evaluation.PairCount,
            ["positives"] = evaluation.ActedAgain,
            ["count"] = Of(evaluation.Count),
            ["recency"] = Of(evaluation.Recency),
            ["decayed"] = decayed,
            ["model"] = Of(evaluation.Model),
            ["fitted"] = fitted,
        };
    }

    public static JsonObject Judged(FitReport fit)
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
        ["at"] = EvaluationJson.Moment(slice.At),
        ["until"] = EvaluationJson.Moment(slice.Until),
        ["pairs"] = slice.PairCount,
        ["positives"] = slice.ActedAgain,
    };

    public static JsonObject Of(FormConstants constants) => new()
    {
        ["r"] = EvaluationJson.Round(constants.Rhythm.R),
        ["alpha"] = EvaluationJson.Round(constants.Rhythm.Alpha),
        ["a"] = EvaluationJson.Round(constants.Rhythm.A),
        ["b"] = EvaluationJson.Round(constants.Rhythm.B),
        ["level"] = EvaluationJson.Round(constants.Level),
        ["on_rhythm"] = EvaluationJson.Round(constants.OnRhythm),
        ["on_sittings"] = EvaluationJson.Round(constants.OnSittings),
        ["on_rows"] = EvaluationJson.Round(constants.OnRows),
        ["on_silence"] = EvaluationJson.Round(constants.OnSilence),
        ["on_further"] = EvaluationJson.Round(constants.OnFurther),
        ["on_same_unit"] = EvaluationJson.Round(constants.OnSameUnit),
        ["on_busy"] = EvaluationJson.Round(constants.OnBusy),
    };

    private static JsonObject Of(ForecastScore score)
    {
        var json = Of(score.Ranking);
        json["brier"] = EvaluationJson.Round(score.Calibration.Brier);
        json["ece"] = EvaluationJson.Round(score.Calibration.Error);
        return json;
    }

    private static JsonObject Of(Ranking ranking) => new()
    {
        ["ap"] = EvaluationJson.Round(ranking.AveragePrecision),
        ["auc"] = EvaluationJson.Round(ranking.AreaUnderCurve),
    };
}
