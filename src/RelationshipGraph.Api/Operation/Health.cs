namespace RelationshipGraph.Api.Operation;

/// <summary>Whether the process lives, and whether it can answer questions.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", () => Results.Text("ready")).AllowAnonymous();
    }
}
