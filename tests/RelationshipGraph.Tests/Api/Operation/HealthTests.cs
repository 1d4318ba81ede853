using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Api.Http;

namespace RelationshipGraph.Tests.Api.Operation;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Health_is_told_without_a_token(string path, string text)
    {
        using var server = new ApiServer();
        using var client = server.CreateClient();

        var answer = await client.GetAsync(path, accept: null);

        Assert.Equal((200, text), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task A_server_whose_store_does_not_answer_lives_and_is_not_ready()
    {
        using var server = new ApiServer
        {
            Replace = services => services.Replace(ServiceDescriptor.Singleton<IGraphStore>(new SilentStore())),
        };
        using var client = server.CreateClient();

        var live = await client.GetAsync("/health/live", accept: null);
        var ready = await client.GetAsync("/health/ready", accept: null);

        Assert.Equal(200, live.Status);
        Assert.Equal((503, "not ready: STORE_UNAVAILABLE"), (ready.Status, ready.Text));
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/graphql-response+json", 503)]
    public async Task A_request_that_cannot_begin_without_the_store_gets_its_code(string accept, int status)
    {
        using var server = new ApiServer
        {
            Replace = services =>
            {
                ProbeSchema.Register(services);
                services.Replace(ServiceDescriptor.Singleton<IGraphStore>(new SilentStore()));
            },
        };
        using var client = server.SignedIn(Roles.Employee, Some.Id(RecordKind.Employee));

        var answer = await client.AskAsync("{hello}", accept: accept);

        Assert.Equal((status, "STORE_UNAVAILABLE"), (answer.Status, answer.Code));
    }
}
