using GraphQL.Types;
using RelationshipGraph.Model;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Api.Graph;

/// <summary>The fields that list nodes and relationships, with the types that belong to them.</summary>
internal sealed class ListTypes(GraphTypes types, FilterTypes filters)
{
    private readonly Dictionary<string, (ObjectGraphType Type, QueryArguments Arguments)> _made = [];
    private readonly PageTypes _pages = new(types);
    private readonly OrderTypes _orders = new();

    /// <summary>What a relationship type adds to the rows of its lists; set before the first list is made.</summary>
    public Action<IComplexGraphType, RecordModel> AddToRow { get; set; } = (_, _) => { };

    /// <summary>Where a page lies in its list.</summary>
    public ObjectGraphType PageInfo => _pages.Info;

    /// <summary>The arguments of a list that is walked only from its beginning.</summary>
    public IEnumerable<QueryArgument> Forward => _pages.Arguments.Take(2);

    /// <summary>The arguments of a list that is walked from either end.</summary>
    public IEnumerable<QueryArgument> Paged => _pages.Arguments;

    /// <summary>Adds the list of a kind to the root.</summary>
    public void AddTo(IComplexGraphType root, RecordModel model)
    {
        var type = types.Of(model.Kind);
        var connection = Make(model.Name, model.Meaning, FillEdge, type);
        var arguments = Arguments(filters.Of(model), model);
        arguments.Add(TypeBuilding.Argument("asOf", types.Date, AsOfMeaning));
        root.Add(
            model.Plural,
            connection.NonNull(),
            $"{model.Meaning} All that the viewer may see and that count on the day.",
            new RootField((context, given) => new NodeConnection(context.At(given.AsOf), QueryOf(model, given))
                .Take(given.WantsRows)),
            arguments);

        void FillEdge(ObjectGraphType edge) =>
            edge.Add("node", type.NonNull(), model.Meaning, new SourceField<Row>(row => row.Node()));
    }

    /// <summary>Adds the relationships that a node has on one side.</summary>
    public void AddTo(IComplexGraphType node, EdgeSide side)
    {
        var (connection, arguments) = Of(side);
        node.Add(
            side.Name,
            connection.NonNull(),
            $"{side.Relationship.Meaning} Those that the viewer may see and that hold on the day.",
            node is IInterfaceGraphType ? null : new ArgumentField<Seen>((seen, given) => ConnectionOf(seen, side, given)),
            arguments);
    }

    internal const string AsOfMeaning =
        "The UTC day that this and everything below it is seen as of; today where left out. Relationships, seats, meetings, "
        + "interactions and outcomes count where they held on that day; properties of nodes are today's.";

    private static ListQuery QueryOf(RecordModel model, GivenArguments given) => new(model.Kind)
    {
        Filter = FilterReading.Read(model, given.Object("filter")),
        Order = OrderTypes.Read(given.Object("orderBy")),
        Page = given.Page,
        AtAnyTime = given.History,
    };

    private static object ConnectionOf(Seen anchor, EdgeSide side, GivenArguments given)
    {
        var (edge, end) = FilterReading.Read(side, given.Object("filter"));
        return new EdgeConnection(anchor, side, new EdgeListQuery(side.Relationship.Kind, side.Direction)
        {
            Filter = edge,
            End = end,
            Order = OrderTypes.Read(given.Object("orderBy")),
            Page = given.Page,
            AtAnyTime = given.History,
        }).Take(given.WantsRows);
    }

    private (ObjectGraphType Type, QueryArguments Arguments) Of(EdgeSide side)
    {
        if (!_made.TryGetValue(side.TypeName, out var made))
        {
            var end = types.Of(side.EndKinds);
            var type = Make(side.TypeName, side.Relationship.Meaning, edge => FillEdge(edge, side, end), end);
            _made[side.TypeName] = made = (type, Arguments(filters.Of(side), side.Relationship));
        }

        return made;
    }

    private void FillEdge(ObjectGraphType edge, EdgeSide side, IGraphType end)
    {
        edge.Add(
            "node", end, "The node at the other end. Null only if it went while the answer was being read.",
            new SourceField<Row>(row => row.Node()));
        if (side.Direction == Direction.Both)
        {
            edge.Add(
                "isOutgoing", types.Boolean.NonNull(), "Whether the relationship starts at the node whose list this is.",
                new SourceField<Row>(row => row.IsOutgoing()));
        }

        AddToRow(edge, side.Relationship);
    }

    /// <summary>The type of a page whose rows are <see cref="Row"/>s.</summary>
    /// <param name="name">The beginning of its name and of its rows'.</param>
    /// <param name="meaning">What is listed.</param>
    /// <param name="fill">Adds to a row what it has beside its place.</param>
    /// <param name="node">The type of the rows' nodes.</param>
    public ObjectGraphType Make(string name, string meaning, Action<ObjectGraphType> fill, IGraphType node)
    {
        var edge = new ObjectGraphType { Name = name + "Edge", Description = $"A row of a list. {meaning}" };
        edge.Add(
            "cursor", types.Text.NonNull(), "The row's place in the list and order; opaque.",
            new SourceField<Row>(row => row.Cursor()));
        fill(edge);
        var connection = new ObjectGraphType { Name = name + "Connection", Description = $"One page of a list. {meaning}" };
        connection.Add("edges", edge.ListOf(), "The rows, with their places.", new SourceField<Connection>(c => c.Edges()));
        connection.Add("nodes", node.ListOf(), "The nodes of the rows.", new SourceField<Connection>(c => c.Nodes()));
        connection.Add(
            "pageInfo", _pages.Info.NonNull(), "Where the page lies in the list.",
            new SourceField<Connection>(c => new PageInfo(c)));
        connection.Add(
            "totalCount", types.Int.NonNull(), "Rows of the whole list, as the viewer sees it. Counted only when asked for.",
            new SourceField<Connection>(c => c.Total()));
        return connection;
    }

    private QueryArguments Arguments(IGraphType filter, RecordModel model)
    {
        var arguments = new QueryArguments(_pages.Arguments);
        arguments.Add(TypeBuilding.Argument("filter", filter, "The condition that a row must meet."));
        arguments.Add(TypeBuilding.Argument(
            "orderBy", _orders.Of(model), "The order; then by id in the same direction. Left out: in the order made."));
        var history = TypeBuilding.Argument(
            "history", types.Boolean, "Also what does not count on the day: what is over, and what is to come.");
        history.DefaultValue = false;
        arguments.Add(history);
        return arguments;
    }
}
