using System.Text.Json.Nodes;
using RelationshipGraph.Paths.Evaluation;

namespace RelationshipGraph.Cli;

/// <summary>An evaluation of introductions, for programs. Figures have four decimals.</summary>
internal static class IntroductionEvaluationJson
{
    public static JsonObject Of(string set, IReadOnlyList<EvaluatedLog<IntroductionEvaluation>> logs) =>
        EvaluationJson.Of(set, logs, Of);

    private static JsonObject Of(IntroductionEvaluation evaluation) => new()
    {
        ["cut_at"] = EvaluationJson.Moment(evaluation.CutAt),
        ["candidates"] = evaluation.CandidateCount,
        ["positives"] = evaluation.MetCount,
        ["people"] = evaluation.PersonCount,
        ["ndcg10"] = new JsonObject
        {
            ["default"] = EvaluationJson.Round(evaluation.Default),
            ["own_form"] = EvaluationJson.Round(evaluation.OwnForm),
            ["adamic_adar"] = EvaluationJson.Round(evaluation.AdamicAdar),
            ["strongest_path"] = EvaluationJson.Round(evaluation.StrongestPath),
        },
    };
}
