using System.Text.Json.Nodes;
using RelationshipGraph.Model;

namespace RelationshipGraph.Cli;

/// <summary>What came of a fit, for programs. Figures have four decimals; the record of the fit has all of them.</summary>
internal static class StrengthFitJson
{
    public static JsonObject Of(IReadOnlyList<KeptFit> fits, bool isDry) => new()
    {
        ["dry_run"] = isDry,
        ["forms"] = new JsonArray([.. fits.Select(Of)]),
    };

    private static JsonObject Of(KeptFit kept)
    {
        var (fit, report) = (kept.Fit, kept.Fit.Report);
        var json = new JsonObject
        {
            ["form"] = CodeNames.Upper(fit.Form.ToString()),
            ["day"] = fit.Day is { } day ? PropertyJson.ToText(PropertyType.Date, PropertyValue.Of(day)) : null,
            ["rows"] = fit.RowCount,
            ["verdict"] = CodeNames.Upper(report.Verdict.ToString()),
            ["id"] = kept.Kept?.Id.ToString(),
            ["state"] = kept.Kept is { } one ? CodeNames.Upper(one.State.ToString()) : null,
            ["refusal"] = kept.Kept?.Refusal is { } refusal ? CodeNames.Upper(refusal.ToString()) : null,
            ["corrections"] = report.CorrectionCount,
            ["judged"] = TieEvaluationJson.Judged(report),
        };
        if (report is { Fitted: { } constants, Gain: { } gain })
        {
            json["gain"] = new JsonObject
            {
                ["ap"] = EvaluationJson.Round(gain.Precision),
                ["low"] = EvaluationJson.Round(gain.Low),
            };
            json["constants"] = TieEvaluationJson.Of(constants);
        }

        return json;
    }
}
