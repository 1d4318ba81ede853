using System.Text.Json.Nodes;
using RelationshipGraph.Importing;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Hosting.Imports;

/// <summary>The written form of what came of an import, the same from the command line and over HTTP.</summary>
public static class ImportReportJson
{
    /// <summary>The report as an object.</summary>
    /// <param name="report">The report.</param>
    /// <param name="danish">Sentences in Danish, else in English.</param>
    public static JsonObject Of(ImportReport report, bool danish)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new JsonObject
        {
            ["ending"] = report.Ending switch
            {
                ImportEnding.Written => "WRITTEN",
                ImportEnding.DryRun => "DRY_RUN",
                _ => "REFUSED",
            },
            ["source"] = report.Source,
            ["created"] = CountsOf(report.Created),
            ["updated"] = CountsOf(report.Updated),
            ["unchanged"] = CountsOf(report.Unchanged),
            ["refused"] = CountsOf(report.Refused),
            ["refusals"] = new JsonArray([.. report.Refusals.Select(refusal => Of(refusal, danish))]),
            ["refusalsTotal"] = report.RefusalsTotal,
            ["passedOver"] = new JsonArray([.. report.PassedOver.Select(Of)]),
        };
    }

    private static JsonObject Of(ImportRefusal refusal, bool danish) => new()
    {
        ["file"] = refusal.File,
        ["line"] = refusal.Line,
        ["column"] = refusal.Column,
        ["code"] = refusal.Problem.Code,
        ["message"] = ProblemText.Of(refusal.Problem, danish),
        ["mend"] = ImportMend.Of(refusal.Problem, danish),
    };

    private static JsonObject Of(PassedOver over) => new()
    {
        ["file"] = over.File,
        ["column"] = over.Column,
        ["rows"] = over.Rows,
    };

    private static JsonObject CountsOf(IReadOnlyDictionary<string, long> counts)
    {
        var json = new JsonObject();
        foreach (var (kind, count) in counts)
        {
            json[kind] = count;
        }

        return json;
    }
}
