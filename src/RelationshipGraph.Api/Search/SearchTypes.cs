using GraphQL.Types;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Search;

/// <summary>Finding nodes by the words of a text.</summary>
internal sealed class SearchTypes(GraphTypes types, ListTypes lists)
{
    public void AddTo(IComplexGraphType root)
    {
        var kinds = new EnumerationGraphType { Name = "SearchedKind", Description = "A kind of node that text search finds." };
        foreach (var model in GraphModel.Nodes.Where(n => n.IsSearched))
        {
            kinds.Add(CodeNames.Upper(model.Name), model.Kind, model.Meaning);
        }

        var arguments = new QueryArguments(lists.Forward)
        {
            TypeBuilding.Argument(
                "text", types.Text.NonNull(), "What the user typed: every word must be there, the last may be a beginning."),
            TypeBuilding.Argument("kinds", kinds.OptionalListOf(), "Only these kinds; left out or empty: all."),
            TypeBuilding.Argument("asOf", types.Date, ListTypes.AsOfMeaning),
        };
        root.Add(
            "search",
            ConnectionType().NonNull(),
            "Nodes whose texts hold the words: exact names first, then by name. Case, accents and the ways of writing "
                + "æ, ø and å do not matter. Too many matches are refused, not cut.",
            new RootField(Search),
            arguments);
    }

    private static Deferred Search(AnswerContext context, GivenArguments given)
    {
        var session = context.At(given.AsOf);
        var text = (string)given["text"]!;
        var kinds = ((IEnumerable<object?>?)given["kinds"] ?? []).Cast<RecordKind>().ToArray();
        var page = given.Page;
        return new Deferred(async () => new SearchConnection(
            await session.SearchAsync(text, kinds, page), session, page.After is not null));
    }

    private ObjectGraphType ConnectionType()
    {
        var edge = new ObjectGraphType { Name = "SearchEdge", Description = "One node found." };
        edge.Add(
            "cursor", types.Text.NonNull(), "The row's place among the results; opaque.",
            new SourceField<SearchRow>(row => row.Cursor));
        edge.Add("node", types.Node.NonNull(), "The node found.", new SourceField<SearchRow>(row => row));
        var connection = new ObjectGraphType { Name = "SearchConnection", Description = "What was found, best first." };
        connection.Add(
            "edges", edge.ListOf(), "What was found, with places.", new SourceField<SearchConnection>(c => c.Rows));
        connection.Add("nodes", types.Node.ListOf(), "What was found.", new SourceField<SearchConnection>(c => c.Rows));
        connection.Add(
            "pageInfo", lists.PageInfo.NonNull(), "Where the page lies among the results.",
            new SourceField<SearchConnection>(c => c));
        return connection;
    }
}
