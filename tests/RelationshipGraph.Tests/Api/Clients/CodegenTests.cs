namespace RelationshipGraph.Tests.Api.Clients;

/// <summary>A client in TypeScript whose types are generated from the printed schema.</summary>
public sealed class CodegenTests
{
    [NodeFact("codegen")]
    public async Task A_generated_client_compiles_pages_to_the_end_and_understands_a_typed_error()
    {
        using var server = new ApiServer();
        server.UseKestrel(0);
        server.StartServer();
        using var client = server.SignedIn();
        await client.AskAsync(
            """
            mutation { applyChanges(input: { changes: [
                { createCompany: { label: "c", name: "Nordlys", relation: CUSTOMER } }
                { createWorksAt: { fromId: "#p1", toId: "#c", title: "CEO" } }
            """
            + string.Concat(Enumerable.Range(1, 9).Select(i => $$"""{ createContact: { label: "p{{i}}", name: "P{{i}}" } } """))
            + " ] }) { errors { __typename } } }");

        var (exitCode, output) = await NodeFactAttribute.RunAsync(
            server.Token(), "codegen/check.mjs", new Uri(server.ClientOptions.BaseAddress, "/graphql").AbsoluteUri);

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            "P1 (CEO, Nordlys); P2; P3; P4; P5; P6; P7; P8; P9\nP9 II 2, then VERSION_CONFLICT at version\n", output);
    }
}
