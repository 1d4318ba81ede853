using System.Globalization;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Api.Operation;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Http;

/// <summary>Carries out one operation within its limits.</summary>
internal sealed class OperationRunner(
    IDocumentExecuter executer, ISchema schema, Documents documents, ErrorMapper errors, SessionDoor door,
    ProductSettings settings, TimeProvider time)
{
    private readonly RequestLimits _limits = settings.Requests;

    /// <summary>What came of it, with mapped errors; not executed where the request itself was refused.</summary>
    /// <param name="context">The request; its scope serves the resolvers.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="viewer">Who asked.</param>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async Task<ExecutionResult> RunAsync(HttpContext context, GraphRequest request, Viewer viewer)
    {
        var isDanish = Language.IsDanish(context.Request);
        var traceId = Trace.IdOf(context);
        switch (documents.Read(request.Query))
        {
            case DocumentOutcome.Refused refused:
                return Refuse(refused.Problem, refused.Error);
            case DocumentOutcome.Read { Document: var document }:
                return Prevents(context, request, document) is { } problem
                    ? Refuse(problem, null)
                    : await ExecuteAsync(context, request, document, viewer, isDanish);
            default:
                throw new InvalidOperationException("A way to read a document that nobody has written.");
        }

        ExecutionResult Refuse(Problem problem, ExecutionError? place) =>
            new() { Errors = ErrorMapper.Single(problem, place, isDanish, traceId) };
    }

    /// <summary>What keeps the operation from being carried out; null if nothing does.</summary>
    private Problem? Prevents(HttpContext context, GraphRequest request, CheckedDocument document)
    {
        if (document.Operation(request.OperationName) is not { } operation)
        {
            return Problem.Of(ProblemCode.UnknownOperation, string.Empty);
        }

        // A link or an image must not change anything: whatever writes is sent by POST.
        if (operation.Operation != OperationType.Query && !HttpMethods.IsPost(context.Request.Method))
        {
            return Problem.Of(ProblemCode.MethodNotAllowed, string.Empty, ("allowed", HttpMethods.Post));
        }

        var cost = document.CostOf(schema, operation, request.Variables);
        if (cost.Depth > _limits.DepthMax)
        {
            return Problem.Of(ProblemCode.QueryTooDeep, string.Empty, ("max", Written(_limits.DepthMax)));
        }

        return cost.Values > _limits.CostMax
            ? Problem.Of(ProblemCode.QueryTooCostly, string.Empty,
                ("cost", Written(Math.Min(cost.Values, long.MaxValue / 2))), ("max", Written(_limits.CostMax)))
            : null;
    }

    private async Task<ExecutionResult> ExecuteAsync(
        HttpContext context, GraphRequest request, CheckedDocument document, Viewer viewer, bool isDanish)
    {
        using var deadline = new CancellationTokenSource(_limits.Time, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, context.RequestAborted);
        try
        {
            var session = await door.OpenAsync(viewer, asOf: null, either.Token);
            var result = await executer.ExecuteAsync(new ExecutionOptions
            {
                Schema = schema,
                Query = request.Query,
                Document = document.Document,
                OperationName = request.OperationName,
                Variables = request.Variables,
                ValidationRules = document.IsValid ? [] : null,
                UserContext = new AnswerContext(session, isDanish),
                RequestServices = context.RequestServices,
                User = context.User,
                CancellationToken = either.Token,
            });
            if (result.Executed)
            {
                documents.Keep(request.Query, document);
            }

            if (result.Errors is { Count: > 0 } found)
            {
                result.Errors = errors.Map(found, isDanish, Trace.IdOf(context));
            }

            return result;
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return new ExecutionResult
            {
                Errors = ErrorMapper.Single(
                    Problem.Of(ProblemCode.Deadline, string.Empty, ("seconds", Written(_limits.Time.TotalSeconds))),
                    null, isDanish, Trace.IdOf(context)),
            };
        }
        catch (GraphException failure)
        {
            return new ExecutionResult
            {
                Errors = errors.Map([new UnhandledError(failure.Code, failure)], isDanish, Trace.IdOf(context)),
            };
        }
    }

    private static string Written(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
