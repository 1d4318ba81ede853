using RelationshipGraph.Api.Http;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Api.Operation;

/// <summary>The last net below every endpoint: whatever escapes one becomes a code and a trace id.</summary>
internal static class FailureMask
{
    public static void UseFailureMask(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer. 499 is what the log then shows; it is never sent.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            await AnswerAsync(app.Logger, context, failure);
        }
    });

    /// <summary>The problem of a failure, logged.</summary>
    public static Problem ProblemOf(ILogger logger, Exception failure, string place, string traceId)
    {
        if (failure is RequestException asked)
        {
            return asked.Problem;
        }

        if (failure is GraphException known && ProblemText.Codes.Contains(known.Code))
        {
            Log.Failed(logger, known.Code, place, traceId, known.Message);
            return FailureProblem.Of(known);
        }

        // The message is left out: it may quote what somebody sent or stored.
        var kinds = string.Join(" < ", Chain(failure).Select(e => e.GetType().Name));
        Log.Unexpected(logger, kinds, place, traceId, failure.StackTrace ?? "no stack");
        return Problem.Of(ProblemCode.Internal, string.Empty);
    }

    private static Task AnswerAsync(ILogger logger, HttpContext context, Exception failure)
    {
        if (failure is BadHttpRequestException bad)
        {
            // The server's own findings about a broken request; their texts are fixed sentences.
            return ProblemAnswer.WriteAsync(
                context, bad.StatusCode, Problem.Of(ProblemCode.BadRequest, string.Empty, ("reason", bad.Message)));
        }

        var problem = ProblemOf(logger, failure, RequestLog.RouteOf(context), Trace.IdOf(context));
        var status = failure switch
        {
            RequestException => StatusCodes.Status400BadRequest,
            StoreException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        return ProblemAnswer.WriteAsync(context, status, problem);
    }

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (var one = failure; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }
}
