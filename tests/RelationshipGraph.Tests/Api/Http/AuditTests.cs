namespace RelationshipGraph.Tests.Api.Http;

/// <summary>The audit that graphql-http makes of a server by the specification of GraphQL over HTTP.</summary>
public sealed class AuditTests
{
    [NodeFact]
    public async Task Every_audit_of_graphql_http_passes()
    {
        using var server = new ApiServer();
        server.UseKestrel(0);
        server.StartServer();

        var (exitCode, output) = await NodeFactAttribute.RunAsync(
            server.Token(), "audit.mjs", new Uri(server.ClientOptions.BaseAddress, "/graphql").AbsoluteUri);

        Assert.True(exitCode == 0, output);
        Assert.Contains("61 of 61 ok", output, StringComparison.Ordinal);
    }
}
