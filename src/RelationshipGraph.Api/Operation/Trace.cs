using System.Diagnostics;

namespace RelationshipGraph.Api.Operation;

/// <summary>The id that an answer and the log lines of its request have in common.</summary>
internal static class Trace
{
    public static string IdOf(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
