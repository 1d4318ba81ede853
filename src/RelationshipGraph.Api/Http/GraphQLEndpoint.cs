using System.Text.Encodings.Web;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using RelationshipGraph.Api.Auth;
using RelationshipGraph.Api.Explorer;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Http;

/// <summary>GraphQL over HTTP at <c>/graphql</c>.</summary>
internal static class GraphQLEndpoint
{
    public const string Route = "/graphql";

    private const string Methods = "GET, POST";

    public static void AddGraphQL(this WebApplicationBuilder builder)
    {
        builder.Services.AddGraphSchema();
        builder.Services.AddGraphQL(graph => graph
            .AddSystemTextJson(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
            .AddErrorInfoProvider<MappedErrorInfo>());
        builder.Services.AddSingleton<Documents>();
        builder.Services.AddSingleton<ErrorMapper>();
        builder.Services.AddSingleton<OperationRunner>();
        builder.Services.AddSingleton<RequestReader>();
        builder.Services.AddSingleton<Viewers>();
    }

    public static void MapGraphQL(this WebApplication app)
    {
        // A fault of the schema stops the start, not the first request.
        app.Services.GetRequiredService<ISchema>().Initialize();

        // The page is open to everybody and shares the address; all else asks for a token by itself, before anything is read.
        app.Map(Route, AnswerAsync).AllowAnonymous();
    }

    /// <summary>Every address that nobody has mapped.</summary>
    public static void MapNothingElse(this WebApplication app) => app.MapFallback("{**path}", (HttpContext context) =>
        ProblemAnswer.WriteAsync(context, StatusCodes.Status404NotFound, Problem.Of(ProblemCode.NotFound, string.Empty)))
        .AllowAnonymous();

    private static async Task AnswerAsync(HttpContext context)
    {
        if (ExplorerPage.IsAskedFor(context.Request))
        {
            await ExplorerPage.WriteAsync(context);
            return;
        }

        if (!await MayAskAsync(context))
        {
            return;
        }

        var isGet = HttpMethods.IsGet(context.Request.Method);
        if (!isGet && !HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = Methods;
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed,
                Problem.Of(ProblemCode.MethodNotAllowed, string.Empty, ("allowed", Methods)));
            return;
        }

        var media = AcceptedMedia.Choose(context.Request, AcceptedMedia.Json, AcceptedMedia.Response);
        if (media is null)
        {
            await RefuseAsync(context, StatusCodes.Status406NotAcceptable, Problem.Of(
                ProblemCode.NotAcceptable, string.Empty, ("allowed", $"{AcceptedMedia.Response}, {AcceptedMedia.Json}")));
            return;
        }

        var ct = context.RequestAborted;
        switch (await context.RequestServices.GetRequiredService<RequestReader>().ReadAsync(context, ct))
        {
            case RequestOutcome.Refused refused:
                await RefuseAsync(context, refused.Status, refused.Problem);
                break;
            case RequestOutcome.Read read:
                var viewer = await context.RequestServices.GetRequiredService<Viewers>().OfAsync(context.User, ct);
                var runner = context.RequestServices.GetRequiredService<OperationRunner>();
                await WriteAsync(context, await runner.RunAsync(context, read.Request, viewer), media);
                break;
            default:
                throw new InvalidOperationException("A way to read a request that nobody has written.");
        }
    }

    private static async Task<bool> MayAskAsync(HttpContext context)
    {
        var authorization = context.RequestServices.GetRequiredService<IAuthorizationService>();
        if ((await authorization.AuthorizeAsync(context.User, Policies.AnyRole)).Succeeded)
        {
            return true;
        }

        await (context.User.Identity?.IsAuthenticated == true ? context.ForbidAsync() : context.ChallengeAsync());
        return false;
    }

    private static Task RefuseAsync(HttpContext context, int status, Problem problem) =>
        ProblemAnswer.WriteAsync(context, status, problem);

    private static async Task WriteAsync(HttpContext context, ExecutionResult result, string media)
    {
        var body = new MemoryStream();
        await context.RequestServices.GetRequiredService<IGraphQLSerializer>().WriteAsync(body, result, context.RequestAborted);

        var response = context.Response;
        response.StatusCode = StatusOf(result, media);
        response.ContentType = media + "; charset=utf-8";
        response.ContentLength = body.Length;
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = HttpMethods.Post;
        }

        await response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }

    /// <summary>Whatever was executed is 200, errors or not. What was refused shows in the status only for the type that says so:
    /// readers of the older one take another status for somebody else's answer.</summary>
    private static int StatusOf(ExecutionResult result, string media)
    {
        if (result.Executed)
        {
            return StatusCodes.Status200OK;
        }

        return (result.Errors?.FirstOrDefault()?.Code, media) switch
        {
            (ProblemCode.MethodNotAllowed, _) => StatusCodes.Status405MethodNotAllowed,
            (ProblemCode.Internal, _) => StatusCodes.Status500InternalServerError,
            (_, AcceptedMedia.Json) => StatusCodes.Status200OK,
            (ProblemCode.Deadline, _) => StatusCodes.Status503ServiceUnavailable,
            ({ } code, _) when code.StartsWith("STORE_", StringComparison.Ordinal) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status400BadRequest,
        };
    }
}
