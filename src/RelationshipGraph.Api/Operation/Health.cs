using RelationshipGraph.Storage;

namespace RelationshipGraph.Api.Operation;

/// <summary>Whether the process lives, and whether it can answer questions. Both are open: they say nothing else.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(
        IGraphStore store, IHostApplicationLifetime lifetime, TimeProvider time, CancellationToken ct)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return NotReady("stopping");
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        try
        {
            await store.ReadFeedAsync(0, 1, either.Token);
            return Results.Text("ready");
        }
        catch (StoreException failure)
        {
            return NotReady(failure.Code);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return NotReady("STORE_UNAVAILABLE");
        }
    }

    private static IResult NotReady(string why) =>
        Results.Text($"not ready: {why}", statusCode: StatusCodes.Status503ServiceUnavailable);
}
