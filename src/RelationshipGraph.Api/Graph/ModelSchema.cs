using GraphQL;
using GraphQL.Types;

namespace RelationshipGraph.Api.Graph;

/// <summary>The GraphQL schema, made from the model.</summary>
internal sealed class ModelSchema : Schema
{
    private ModelSchema()
        : base(new DefaultServiceProvider(), runConfigurations: false)
    {
        Description = "RelationshipGraph: who knows whom, through which networks, and what comes of it.";
        Features.DeprecationOfInputValues = true;
        Features.RepeatableDirectives = true;
        var types = new GraphTypes();
        var filters = new FilterTypes(types);
        var lists = new ListTypes(types, filters);
        var records = new RecordTypes(types, lists);
        lists.AddToRow = records.AddToRow;
        var writing = new WriteTypes(types);
        foreach (var type in records.Build().Concat(writing.Further))
        {
            RegisterType(type);
        }

        Mutation = writing.Mutation();
        Query = new RootTypes(types, lists).Query();
    }

    /// <summary>The schema, initialised.</summary>
    public static ModelSchema Create()
    {
        var schema = new ModelSchema();
        schema.Initialize();
        Introspection.Complete(schema);
        return schema;
    }
}
