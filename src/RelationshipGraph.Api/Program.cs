using RelationshipGraph;
using RelationshipGraph.Api.Auth;
using RelationshipGraph.Api.Explorer;
using RelationshipGraph.Api.Http;
using RelationshipGraph.Api.Importing;
using RelationshipGraph.Api.Operation;

try
{
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    var settings = builder.ReadSettings();

    builder.AddLog(settings);
    builder.AddAddress();
    await using var graph = await builder.OpenGraphAsync(settings);
    await graph.LoadDemoAsync(settings);
    builder.AddTokens(settings);
    builder.AddCorsOf(settings);
    builder.AddGraphQL();
    builder.AddImports();

    var app = builder.Build();

    app.UseRequestLog();
    app.UseFailureMask();
    app.UseSafeHeaders();
    app.UseCors();
    app.UseAuthentication();
    app.UseAuthorization();

    app.MapHealth();
    app.MapGraphQL();
    app.MapImports();
    app.MapExplorer();
    app.MapDevelopmentSignIn(settings);
    app.MapNothingElse();

    app.GreetWhenStarted();
    app.PreparePathsWhenStarted();
    await app.RunAsync();
    return 0;
}
catch (GraphException failure)
{
    await Console.Error.WriteLineAsync(Startup.Farewell(failure));
    return 1;
}
