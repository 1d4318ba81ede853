using System.ComponentModel;
using GraphQL;
using RelationshipGraph.Api.Http;

namespace RelationshipGraph.Api.Graph;

/// <summary>What can be asked.</summary>
internal sealed class Query
{
    [Description("Who is asking.")]
    public static ViewerFields Viewer([FromServices] CurrentRequest request) => new(request.Viewer);
}
