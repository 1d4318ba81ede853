using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RelationshipGraph.Api.Auth;
using RelationshipGraph.Api.Http;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Explorer;

/// <summary>
/// The query page: GraphiQL and a way to sign in. Open to everybody, since it holds no data: it asks the API like anybody else.
/// </summary>
internal static class ExplorerPage
{
    // Only what this server serves may run, and no other page may frame it. The editor sets styles on its elements.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    /// <summary>The scripts and style sheets.</summary>
    public static void MapExplorer(this WebApplication app) =>
        app.MapGet("/explorer/{file}", AnswerFileAsync).AllowAnonymous();

    /// <summary>Whether a browser asks for the page rather than a program for an answer.</summary>
    public static bool IsAskedFor(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && AcceptedMedia.Choose(request, AcceptedMedia.Json, AcceptedMedia.Response, AcceptedMedia.Html) == AcceptedMedia.Html;

    /// <summary>The page in the caller's language.</summary>
    public static async Task WriteAsync(HttpContext context)
    {
        var isDanish = Language.IsDanish(context.Request);
        var settings = context.RequestServices.GetRequiredService<ProductSettings>();
        var isDevelopment = settings is { IsDevelopment: true, Auth: AuthSettings.SharedKey } && Loopback.Is(context);
        var bytes = Encoding.UTF8.GetBytes(Fill(isDanish, isDevelopment));

        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.ContentLanguage = isDanish ? "da" : "en";
        response.Headers.Vary = "Accept, Accept-Language";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static string Fill(bool isDanish, bool isDevelopment)
    {
        var texts = isDanish ? PageText.Danish : PageText.English;
        var page = new StringBuilder(ExplorerFiles.Page)
            .Replace("{{lang}}", isDanish ? "da" : "en")
            .Replace("{{version}}", ExplorerFiles.Version)
            .Replace("{{development}}", isDevelopment ? "true" : "false")
            .Replace("{{texts}}", HtmlEncoder.Default.Encode(JsonSerializer.Serialize(texts)));
        foreach (var (place, words) in texts)
        {
            page.Replace("{{" + place + "}}", HtmlEncoder.Default.Encode(words));
        }

        return page.ToString();
    }

    private static async Task AnswerFileAsync(HttpContext context, string file)
    {
        if (ExplorerFiles.Find(file) is not var (bytes, mediaType))
        {
            await ProblemAnswer.WriteAsync(
                context, StatusCodes.Status404NotFound, Problem.Of(ProblemCode.NotFound, string.Empty));
            return;
        }

        // The page names each file with the version of all of them, so a kept one is never stale.
        var response = context.Response;
        response.Headers.CacheControl = $"public, max-age={KeptFor.TotalSeconds:0}, immutable";
        response.ContentType = mediaType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
