using System.Text.Encodings.Web;
using GraphQL;
using RelationshipGraph.Api.Http;

namespace RelationshipGraph.Api.Graph;

/// <summary>The GraphQL schema and what belongs to it.</summary>
internal static class GraphSchema
{
    public static void AddGraph(this WebApplicationBuilder builder) => builder.Services.AddGraphQL(graph => graph
        .AddAutoSchema<Query>()
        .AddSystemTextJson(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
        .AddErrorInfoProvider<MappedErrorInfo>());
}
