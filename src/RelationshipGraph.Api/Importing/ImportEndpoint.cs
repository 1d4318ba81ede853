using Microsoft.AspNetCore.Http.Features;
using RelationshipGraph.Api.Auth;
using RelationshipGraph.Api.Http;
using RelationshipGraph.Api.Operation;
using RelationshipGraph.Hosting.Imports;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Importing;

/// <summary>Imports over HTTP: files come in at <c>/imports</c>, a job takes them, and can be asked and stopped.</summary>
internal static class ImportEndpoint
{
    private const string Route = "/imports";

    public static void AddImports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ImportReading>();
        builder.Services.AddSingleton(services =>
        {
            var logger = services.GetRequiredService<ILogger<ImportJobs>>();
            return ActivatorUtilities.CreateInstance<ImportJobs>(
                services, (Action<Exception>)(failure => FailureMask.ProblemOf(logger, failure, Route, "of a job")));
        });
    }

    public static void MapImports(this WebApplication app)
    {
        var imports = app.MapGroup(Route).RequireAuthorization(Policies.Administrator);
        imports.MapPost(string.Empty, StartAsync);
        imports.MapGet("{id}", TellAsync);
        imports.MapDelete("{id}", StopAsync);
    }

    private static async Task StartAsync(HttpContext context, ImportJobs jobs, ImportReading reading)
    {
        // Bytes are counted as they come, against a limit of our own with a code of its own.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } serverLimit)
        {
            serverLimit.MaxRequestBodySize = null;
        }

        switch (await reading.ReadAsync(context))
        {
            case ImportReadOutcome.Refused refused:
                await ProblemAnswer.WriteAsync(context, refused.Status, refused.Problem);
                return;
            case ImportReadOutcome.Read read when jobs.Start(read.Upload, read.Options) is { } job:
                context.Response.Headers.Location = $"{Route}/{job.Id}";
                await ImportJobJson.WriteAsync(context, StatusCodes.Status202Accepted, job);
                return;
            case ImportReadOutcome.Read read:
                read.Upload.Dispose();
                await ProblemAnswer.WriteAsync(
                    context, StatusCodes.Status429TooManyRequests, Problem.Of(ProblemCode.ImportsBusy, string.Empty));
                return;
        }
    }

    private static Task TellAsync(HttpContext context, ImportJobs jobs, string id) => jobs.Find(id) is { } job
        ? ImportJobJson.WriteAsync(context, StatusCodes.Status200OK, job)
        : NotFoundAsync(context);

    private static Task StopAsync(HttpContext context, ImportJobs jobs, string id)
    {
        if (jobs.Find(id) is not { } job)
        {
            return NotFoundAsync(context);
        }

        job.Cancel();
        return ImportJobJson.WriteAsync(context, StatusCodes.Status202Accepted, job);
    }

    private static Task NotFoundAsync(HttpContext context) => ProblemAnswer.WriteAsync(
        context, StatusCodes.Status404NotFound, Problem.Of(ProblemCode.NotFound, string.Empty));
}
