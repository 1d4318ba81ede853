using Microsoft.AspNetCore.Http.Metadata;


namespace RelationshipGraph.Api.Operation;

/// <summary>One line a request: method, route, status, time. The route is the pattern of ours that answered, never the address as
/// it was asked: that may hold anything.</summary>
internal static class RequestLog
{
    public static void UseRequestLog(this WebApplication app)
    {
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            var begun = time.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                Log.Answered(
                    app.Logger,
                    Known(context.Request.Method),
                    RouteOf(context),
                    context.Response.StatusCode,
                    time.GetElapsedTime(begun).TotalMilliseconds);
            }
        });
    }

    /// <summary>The pattern of the endpoint that answers; a dash for the one that says that nothing is there.</summary>
    public static string RouteOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IRouteDiagnosticsMetadata>()?.Route is { } route && route[0] == '/'
            ? route
            : "-";

    // A method is free text too.
    private static string Known(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method)
        || HttpMethods.IsPut(method) || HttpMethods.IsDelete(method) || HttpMethods.IsPatch(method)
            ? method
            : "other";
}
