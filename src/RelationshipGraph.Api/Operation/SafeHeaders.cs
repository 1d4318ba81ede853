namespace RelationshipGraph.Api.Operation;

/// <summary>What every answer tells a browser: take the media type at its word, tell nobody where the user came from, and keep
/// no answer of the API.</summary>
internal static class SafeHeaders
{
    public static void UseSafeHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(context);
    });
}
