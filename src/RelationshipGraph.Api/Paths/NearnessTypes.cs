using System.Globalization;
using GraphQL.Types;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Paths;

/// <summary>Whom contacts know, and who is within reach.</summary>
internal sealed class NearnessTypes(GraphTypes types, ListTypes lists, PathTypes paths)
{
    private readonly EnumerationGraphType _ending = PathTypes.Words(
        "NearnessEnding", "How a search around a person ended; all are ordinary answers.",
        (NearnessEnding.Found, "It was done; there may be nobody."),
        (NearnessEnding.GaveUp, "It met its limit."),
        (NearnessEnding.NotFound, "The person or company is not there, or is hidden from the viewer."));

    /// <summary>A kind of person.</summary>
    public EnumerationGraphType PersonKind { get; } = PathTypes.Words(
        "PersonKind", "A kind of person.",
        (RecordKind.Contact, "Outside the company."), (RecordKind.Employee, "One of ours."));

    public void AddTo(IComplexGraphType root)
    {
        root.Add(
            "secondDegree", SecondDegreeType().NonNull(),
            "Whom a person's contacts know, without those the person knows: the people to meet next, with whom to ask. By ties "
                + "alone; discreet ties of others do not count.",
            new RootField((context, given) => FindSecondDegree(context.At(given.AsOf), given)),
            SecondDegreeArguments());
        root.Add(
            "reach", ReachType().NonNull(),
            "How many people, and companies where they work, are within some hops. Hops and scores as in introductionPaths; "
                + "discreet ties of others do not count.",
            new RootField((context, given) => FindReach(context.At(given.AsOf), given)),
            ReachArguments());
    }

    private static Deferred FindSecondDegree(Session session, GivenArguments given)
    {
        var (query, page) = (PathReading.ReadSecondDegree(session, given), given.Page);
        return new Deferred(async () =>
            new FoundSecondDegree(await session.FindSecondDegreeAsync(query, page), session, page.After is not null));
    }

    private static Deferred FindReach(Session session, GivenArguments given)
    {
        var query = PathReading.ReadReach(session, given);
        return new Deferred(async () => new FoundReach(await session.FindReachAsync(query)));
    }

    private QueryArguments SecondDegreeArguments()
    {
        var order = PathTypes.Words(
            "SecondDegreeOrder", "By what people whom contacts know are ordered.",
            (SecondDegreeOrder.Likelihood, "The most likely new tie first: for each common contact the product of both "
                + "strengths, divided by all that contact's strengths together and .1; added up."),
            (SecondDegreeOrder.CommonContacts, "Most common contacts first."));
        return
        [
            TypeBuilding.Argument("of", types.Id, "The person; the viewer's employee where left out."),
            PathTypes.With(TypeBuilding.Argument("orderBy", order, "The order; then by id."), SecondDegreeOrder.Likelihood),
            TypeBuilding.Argument("kind", PersonKind, "Only people of this kind."),
            TypeBuilding.Argument("worksAt", types.Id, "Only who works at this company."),
            PathTypes.With(
                TypeBuilding.Argument("minStrength", types.Float, "What each of the two ties must reach, 0 to 1."), 0d),
            .. lists.Forward,
            TypeBuilding.Argument("asOf", types.Date, ListTypes.AsOfMeaning),
        ];
    }

    private QueryArguments ReachArguments()
    {
        var hops = Limits.PathHopsMax.ToString(CultureInfo.InvariantCulture);
        return
        [
            TypeBuilding.Argument("from", types.Id, "The person; the viewer's employee where left out."),
            PathTypes.With(
                TypeBuilding.Argument("anyEmployee", types.Boolean, "From all who still work here, together; not with from."),
                false),
            PathTypes.With(TypeBuilding.Argument("maxHops", types.Int, $"Hops at most, 1 to {hops}."), 2),
            PathTypes.With(TypeBuilding.Argument("minScore", types.Float, "What a path must score, 0 to 1."), 0d),
            PathTypes.With(
                TypeBuilding.Argument("hopDiscount", types.Float, "What each further hop costs as a factor, .01 to 1."), .8),
            TypeBuilding.Argument(
                "through", paths.ThroughType.OptionalListOf(), "By what people may be joined; left out: by all."),
            TypeBuilding.Argument("asOf", types.Date, ListTypes.AsOfMeaning),
        ];
    }

    private ObjectGraphType SecondDegreeType()
    {
        var edge = new ObjectGraphType { Name = "SecondDegreeEdge", Description = "Somebody whom contacts know." };
        edge.Add(
            "cursor", types.Text.NonNull(), "The row's place in the list; opaque.",
            new SourceField<FoundSecondDegreeRow>(row => row.Cursor));
        edge.Add(
            "node", types.Person, "The person.",
            new SourceField<FoundSecondDegreeRow>(row => Seen.Read(row.Session, row.Row.Id)));
        edge.Add(
            "likelihood", types.Float,
            "What the common contacts speak for a tie; comparable within one answer. Null where the order is another one.",
            new SourceField<FoundSecondDegreeRow>(row => row.Row.Likelihood));
        edge.Add(
            "commonContacts", types.Int.NonNull(), "How many contacts know the person.",
            new SourceField<FoundSecondDegreeRow>(row => row.Row.CommonContacts));
        edge.Add(
            "ask", types.Person, "Whom to ask: the contact on the strongest way.",
            new SourceField<FoundSecondDegreeRow>(row => Seen.Read(row.Session, row.Row.Ask)));
        AddStrength("askStrength", "How strong the tie to that contact is, 0 to 1.", row => row.ToAsk);
        AddStrength("introductionStrength", "How strong that contact's tie to the person is, 0 to 1.", row => row.FromAsk);
        var list = new ObjectGraphType { Name = "SecondDegree", Description = "People whom contacts know." };
        AddEnding<FoundSecondDegree>(
            list, found => found.Ending, found => found.Missing, found => found.GaveUp?.Limit, found => found.GaveUp?.Max);
        list.Add(
            "totalCount", types.Int, "All of them; null where the search did not end.",
            new SourceField<FoundSecondDegree>(found => found.Total));
        list.Add(
            "edges", edge.ListOf(), "The people of the page, with places.",
            new SourceField<FoundSecondDegree>(found => found.Rows));
        list.Add(
            "nodes", new NonNullGraphType(new ListGraphType(types.Person)), "The people of the page.",
            new SourceField<FoundSecondDegree>(found => found.Nodes()));
        list.Add(
            "pageInfo", lists.PageInfo.NonNull(), "Where the page lies in the list.",
            new SourceField<FoundSecondDegree>(found => found));
        return list;

        void AddStrength(string name, string meaning, Func<SecondDegreeRow, TieStrength> get) => edge.Add(
            name, types.Float.NonNull(), meaning, new SourceField<FoundSecondDegreeRow>(row => get(row.Row).Value));
    }

    private ObjectGraphType ReachType()
    {
        var layer = new ObjectGraphType
        {
            Name = "ReachLayer",
            Description = "Who is within so many hops, and not within fewer.",
        };
        layer.Add("hops", types.Int.NonNull(), "The hops.", new SourceField<ReachLayer>(one => one.Hops));
        layer.Add("people", types.Int.NonNull(), "The people.", new SourceField<ReachLayer>(one => one.People));
        layer.Add(
            "companies", types.Int.NonNull(), "Companies where one of them works, and nobody nearer.",
            new SourceField<ReachLayer>(one => one.Companies));
        var reach = new ObjectGraphType { Name = "Reach", Description = "How many are within reach." };
        AddEnding<FoundReach>(
            reach, found => found.Ending, found => found.Missing, found => found.GaveUp?.Limit, found => found.GaveUp?.Max);
        reach.Add(
            "people", types.Int.NonNull(), "All people together.",
            new SourceField<FoundReach>(found => found.Layers.Sum(l => l.People)));
        reach.Add(
            "companies", types.Int.NonNull(), "All companies together.",
            new SourceField<FoundReach>(found => found.Layers.Sum(l => l.Companies)));
        reach.Add("layers", layer.ListOf(), "By the hops it takes.", new SourceField<FoundReach>(found => found.Layers));
        return reach;
    }

    /// <summary>How a search ended, and at which limit.</summary>
    public void AddEnding<T>(
        ObjectGraphType type, Func<T, NearnessEnding> ending, Func<T, RecordId?> missing, Func<T, string?> limit,
        Func<T, long?> limitMax)
        where T : class
    {
        type.Add("ending", _ending.NonNull(), "How the search ended.", new SourceField<T>(found => ending(found)));
        type.Add(
            "missing", types.Id, "Who or what is not there, as it was asked for.",
            new SourceField<T>(found => missing(found)?.ToString()));
        type.Add("limit", types.Text, "The name of the limit that was met.", new SourceField<T>(limit));
        type.Add("limitMax", types.Long, "The value of the limit that was met.", new SourceField<T>(found => limitMax(found)));
    }
}
