using GraphQL;
using GraphQL.Execution;

namespace RelationshipGraph.Api.Http;

/// <summary>Writes an error as <see cref="ErrorMapper"/> left it: its sentence, its extensions, and nothing else it may
/// carry.</summary>
internal sealed class MappedErrorInfo : IErrorInfoProvider
{
    public ErrorInfo GetInfo(ExecutionError executionError) => new()
    {
        Message = executionError.Message,
        Extensions = executionError.Extensions,
    };
}
