using System.Text.Json;
using RelationshipGraph.Importing;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Hosting.Imports;

/// <summary>The written form of what came of an import, the same from the command line and over HTTP.</summary>
public static class ImportReportJson
{
    /// <summary>Writes the report's properties into an object that has been begun.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="danish">Sentences in Danish, else in English.</param>
    public static void WriteTo(Utf8JsonWriter json, ImportReport report, bool danish)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(report);
        if (report.Source is not null)
        {
            json.WriteString("source", report.Source);
        }

        json.WriteBoolean("written", report.Ending == ImportEnding.Written);
        WriteCounts(json, "created", report.Created);
        WriteCounts(json, "updated", report.Updated);
        WriteCounts(json, "unchanged", report.Unchanged);
        WriteCounts(json, "refused", report.Refused);
        json.WriteNumber("refusalsTotal", report.RefusalsTotal);
        json.WriteStartArray("refusals");
        foreach (var refusal in report.Refusals)
        {
            Write(json, refusal, danish);
        }

        json.WriteEndArray();
        json.WriteStartArray("passedOver");
        foreach (var passed in report.PassedOver)
        {
            Write(json, passed);
        }

        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, long> counts)
    {
        json.WriteStartObject(name);
        foreach (var (type, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(type, count);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImportRefusal refusal, bool danish)
    {
        json.WriteStartObject();
        json.WriteString("file", refusal.File);
        json.WriteNumber("line", refusal.Line);
        json.WriteString("column", refusal.Column);
        json.WriteString("code", refusal.Problem.Code);
        json.WriteString("message", ProblemText.Of(refusal.Problem, danish));
        json.WriteString("mend", ImportMend.Of(refusal.Problem, danish));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PassedOver passed)
    {
        json.WriteStartObject();
        json.WriteString("file", passed.File);
        if (passed.Column is not null)
        {
            json.WriteString("column", passed.Column);
        }

        if (passed.Rows > 0)
        {
            json.WriteNumber("rows", passed.Rows);
        }

        json.WriteEndObject();
    }
}
