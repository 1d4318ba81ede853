using GraphQL.Execution;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace RelationshipGraph.Api.Graph;

/// <summary>Carries out one mutation with everything asked about its result before the next one begins.</summary>
/// <remarks>
/// As the specification says. The engine's own serial strategy leaves deferred fields to the end, where they would show what
/// later mutations wrote.
/// </remarks>
internal sealed class OneAfterTheOther : ParallelExecutionStrategy
{
    public override async Task ExecuteNodeTreeAsync(ExecutionContext context, ExecutionNode rootNode)
    {
        foreach (var mutation in ((RootExecutionNode)rootNode).SubFields ?? [])
        {
            await base.ExecuteNodeTreeAsync(context, mutation);
        }
    }
}
