using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Api.Auth;
using RelationshipGraph.Tests.Api.Http;

namespace RelationshipGraph.Tests.Api.Operation;

/// <summary>What escapes an endpoint that is not GraphQL is masked all the same.</summary>
public sealed class FailureMaskTests
{
    public static TheoryData<string, int> Failures => new()
    {
        { ProblemCode.Internal, 500 },
        { ProblemCode.StoreBusy, 503 },
        { ProblemCode.BadCursor, 400 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_becomes_its_code_and_nothing_else(string code, int status)
    {
        using var server = new ApiServer("Development")
        {
            Replace = services => services.Replace(ServiceDescriptor.Singleton<IGraphStore>(new SilentStore(FailureOf(code)))),
        };

        var answer = await DevelopmentSignInTests.SendAsync(server, "GET", "/dev/people");

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.DoesNotContain("Anna", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
    }

    private static Exception FailureOf(string code) => code switch
    {
        ProblemCode.Internal => new InvalidOperationException(ProbeSchema.Secret),
        ProblemCode.StoreBusy => new StoreBusyException("SQLite", new InvalidOperationException(ProbeSchema.Secret)),
        _ => new RequestException(Problem.Of(code, "after")),
    };
}
