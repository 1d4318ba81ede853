using System.Globalization;
using GraphQL.Types;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Api.Introductions;
using RelationshipGraph.Introductions;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Sessions;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Api.Paths;

/// <summary>Who can introduce whom to whom.</summary>
internal sealed class PathTypes(GraphTypes types)
{
    /// <summary>How well people know each other.</summary>
    public TieTypes Ties => _ties ??= new TieTypes(types, this);

    private TieTypes? _ties;

    /// <summary>How much introducers are asked.</summary>
    public LoadTypes Loads { get; } = new(types);

    /// <summary>A strength in words.</summary>
    public EnumerationGraphType Band { get; } = Words(
        "StrengthBand", "A strength in words.",
        (ScoreBand.Dormant, "Below .15."), (ScoreBand.Fading, "At least .15."), (ScoreBand.Active, "At least .4."),
        (ScoreBand.Strong, "At least .7."));

    /// <summary>By what people may be joined.</summary>
    public EnumerationGraphType ThroughType { get; } = Words(
        "PathThrough", "By what people may be joined.",
        (Through.Person, "By a tie: they know each other."),
        (Through.Company, "By a company both work or worked at, at the same time."),
        (Through.Network, "By a network both are or were in, at the same time."));

    public void AddTo(IComplexGraphType root)
    {
        var answer = AnswerType();
        root.Add(
            "introductionPaths", answer.NonNull(),
            "The strongest ways to be introduced, best first; who is asked much comes later. "
                + "A hop joins two people by a tie, or by a company or network both were in at the same time, the stronger. "
                + "Score: hopDiscount^(hops - 1) times the product of the strengths. A tie is as strong as tieStrength says; a "
                + "group of n memberships .5 / sqrt(n - 1), halved for every two years since both were in it, below .02 nothing.",
            new RootField((context, given) => Find(context, given)),
            [.. Ends(), Any(), .. Who(), ByLoad(), .. Ways()]);
        root.Add(
            "shortestPath", answer.NonNull(),
            "The ways with the fewest hops, of these the strongest first; hops and scores as in introductionPaths. Discreet ties "
                + "of others are left out: the number of hops would tell of them.",
            new RootField((context, given) => FindShortest(context, given)),
            [.. Ends(), .. Who(), .. Ways()]);
    }

    private static Deferred Find(AnswerContext context, GivenArguments given)
    {
        var (session, text) = (context.At(given.AsOf), new TieText(context.IsDanish));
        var query = PathReading.Checked(PathReading.Read(session, given));
        return new Deferred(async () =>
        {
            var asked = await AmongAsync(session, query, given);
            var answer = given["byLoad"] is false
                ? await session.FindPathsAsync(asked)
                : await RankedPaths.FindAsync(session, asked);
            return new FoundPaths(answer, session, text);
        });
    }

    private static Deferred FindShortest(AnswerContext context, GivenArguments given)
    {
        var (session, text) = (context.At(given.AsOf), new TieText(context.IsDanish));
        var query = PathReading.Checked(PathReading.Read(session, given));
        return new Deferred(async () => new FoundPaths(
            await session.FindShortestAsync(await AmongAsync(session, query, given)), session, text));
    }

    private static async Task<PathQuery> AmongAsync(Session session, PathQuery query, GivenArguments given)
    {
        var (seniorities, roles) = (CodesOf<Seniority>(given, "seniority"), CodesOf<DecisionRole>(given, "decisionRole"));
        return query.To.Kind == RecordKind.Company && seniorities.Count + roles.Count > 0
            ? query with { Among = await session.Ways.StaffOfAsync(query.To, seniorities, roles) }
            : query;
    }

    private static List<T> CodesOf<T>(GivenArguments given, string name)
        where T : struct, Enum =>
        given[name] is IEnumerable<object?> codes ? [.. codes.Select(code => CodeText.Of<T>((string)code!))] : [];

    private QueryArgument[] Ends() =>
    [
        TypeBuilding.Argument("to", types.Id.NonNull(), "The contact or employee to reach; or a company: anybody there."),
        TypeBuilding.Argument("from", types.Id, "The person who asks; the viewer's employee where left out."),
    ];

    /// <summary>Whether any employee may begin.</summary>
    public QueryArgument Any() => With(
        TypeBuilding.Argument("anyEmployee", types.Boolean, "From any who still works here; not with from."), false);

    private QueryArgument ByLoad() => With(
        TypeBuilding.Argument(
            "byLoad", types.Boolean, "Whether the order is by the score times the first introducer's loadFactor: who is asked "
                + "much comes later."),
        true);

    private QueryArgument[] Who()
    {
        var contact = GraphModel.Of(RecordKind.Contact);
        return
        [
            TypeBuilding.Argument(
                "seniority", types.CodeOf(contact["seniority"]).OptionalListOf(), "Of a company, only who is one of these."),
            TypeBuilding.Argument(
                "decisionRole", types.CodeOf(contact["decisionRole"]).OptionalListOf(),
                "Of a company, only who has one of these parts in its decisions, there or in general."),
            TypeBuilding.Argument("avoid", types.Id.OptionalListOf(), "People who are not to be asked: no path tells of one."),
            TypeBuilding.Argument("require", types.Id, "A person of whom every path tells, between its ends."),
            With(
                TypeBuilding.Argument(
                    "diverse", types.Boolean, "No two paths tell of the same person between the ends; each is the strongest "
                        + "beside those before it."),
                false),
            With(
                TypeBuilding.Argument(
                    "declaredOnly", types.Boolean, "Only what somebody declared makes a tie, and not who was in contact."),
                false),
        ];
    }

    /// <summary>By what people may be joined, and how far.</summary>
    public QueryArgument[] Ways()
    {
        var hops = Limits.PathHopsMax.ToString(CultureInfo.InvariantCulture);
        var usual = Limits.PathsDefault.ToString(CultureInfo.InvariantCulture);
        var paths = Limits.PathsMax.ToString(CultureInfo.InvariantCulture);
        return
        [
            With(TypeBuilding.Argument("maxHops", types.Int, $"Hops at most, 1 to {hops}."), Limits.PathHopsDefault),
            TypeBuilding.Argument("first", types.Int, $"Paths wanted, 1 to {paths}; {usual} where left out."),
            With(TypeBuilding.Argument("minStrength", types.Float, "What every hop must reach, 0 to 1."), 0d),
            With(TypeBuilding.Argument("hopDiscount", types.Float, "What each further hop costs as a factor, .01 to 1."), .8),
            TypeBuilding.Argument("through", ThroughType.OptionalListOf(), "By what people may be joined; left out: by all."),
            TypeBuilding.Argument("asOf", types.Date, ListTypes.AsOfMeaning),
        ];
    }

    private ObjectGraphType AnswerType()
    {
        var answer = new ObjectGraphType { Name = "IntroductionPaths", Description = "What a search for paths found." };
        var ending = Words(
            "PathEnding", "How a search for paths ended; all are ordinary answers.",
            (PathEnding.Found, "There are paths."),
            (PathEnding.NoPath, "Nobody leads there within the hops allowed."),
            (PathEnding.GaveUp, "The search met its limit. There may be stronger paths, and others."),
            (PathEnding.NotFound, "One of the ends is not there, or is hidden from the viewer."));
        answer.Add("ending", ending.NonNull(), "How the search ended.", new SourceField<FoundPaths>(f => f.Ending));
        answer.Add(
            "paths", Path.ListOf(), "What was found, best first; where the search gave up, until then.",
            new SourceField<FoundPaths>(f => f.Paths));
        answer.Add(
            "missing", types.Id, "The end that is not there, as it was asked for.",
            new SourceField<FoundPaths>(f => (f.Answer as PathAnswer.NotFound)?.Id.ToString()));
        answer.Add(
            "limit", types.Text, "The name of the limit that was met.",
            new SourceField<FoundPaths>(f => (f.Answer as PathAnswer.GaveUp)?.Limit));
        answer.Add(
            "limitMax", types.Long, "The value of the limit that was met.",
            new SourceField<FoundPaths>(f => (f.Answer as PathAnswer.GaveUp)?.Max));
        return answer;
    }

    /// <summary>One way to be introduced.</summary>
    public ObjectGraphType Path => _path ??= PathType();

    private ObjectGraphType? _path;

    private ObjectGraphType PathType()
    {
        var path = new ObjectGraphType { Name = "IntroductionPath", Description = "One way to be introduced." };
        path.Add("start", types.Person, "The person who would ask.",
            new SourceField<FoundPath>(p => Seen.Read(p.Session, p.Path.Start)));
        path.Add(
            "score", types.Float, "How strong the whole is, above 0 and at most 1. Null where the path ends in a closed step.",
            new SourceField<FoundPath>(p => (p.Path.Score as PathScore.Exact)?.Value));
        path.Add("band", Band.NonNull(), "The score in words.", new SourceField<FoundPath>(p => p.Band));
        path.Add(
            "load", Loads.Load,
            "How much the first introducer, the second person of the path, is asked; null where the path needs none. It plays no "
                + "part in the score.",
            new SourceField<FoundPath>(p => p.Load()));
        path.Add("hops", HopType().ListOf(), "From person to person.", new SourceField<FoundPath>(p => p.Hops));
        var closed = new ObjectGraphType
        {
            Name = "ClosedStep",
            Description = "The rest of a path that somebody wishes to keep discreet: only whom to ask is told.",
        };
        closed.Add(
            "from", types.Person, "The person who knows the way.",
            new SourceField<FoundClosedStep>(step => Seen.Read(step.Session, step.From)));
        path.Add(
            "closedStep", closed, "How the path goes on where it is not told; null where all of it is.",
            new SourceField<FoundPath>(p => p.ClosedStep));
        return path;
    }

    private ObjectGraphType HopType()
    {
        var hop = new ObjectGraphType { Name = "PathHop", Description = "From one person of a path to the next." };
        hop.Add("from", types.Person, "Who would introduce.", new SourceField<FoundHop>(h => h.Read(h.Hop.From)));
        hop.Add("to", types.Person, "The next person.", new SourceField<FoundHop>(h => h.Read(h.Hop.To)));
        hop.Add(
            "strength", types.Float.NonNull(), "How strong the hop is, 0 to 1.",
            new SourceField<FoundHop>(h => h.Hop.Strength.Value));
        hop.Add(
            "band", Band.NonNull(), "The strength in words.",
            new SourceField<FoundHop>(h => ScoreBands.Of(h.Hop.Strength.Value)));
        var tie = TieType();
        var group = GroupType();
        var via = new UnionGraphType
        {
            Name = "HopVia",
            Description = "What joins two people.",
            ResolveType = value => ((FoundHop)value).Hop.Via is HopVia.Tie ? tie : group,
        };
        via.AddPossibleType(tie);
        via.AddPossibleType(group);
        hop.Add("via", via.NonNull(), "What joins the two.", new SourceField<FoundHop>(h => h));
        hop.Add(
            "why", types.Text.NonNull(), "What the hop rests on, in a sentence in the caller's language.",
            new SourceField<FoundHop>(h => h.Why()));
        return hop;
    }

    private ObjectGraphType TieType()
    {
        var tie = new ObjectGraphType { Name = "TieVia", Description = "They know each other." };
        tie.Add(
            "knows", types.Of(RecordKind.Knows),
            "The strongest record that says so and may be seen; null where the tie rests on contacts alone.",
            new SourceField<FoundHop>(h => ((HopVia.Tie)h.Hop.Via).Id is { } id ? h.Read(id) : null));
        tie.Add(
            "tie", Ties.Tie, "How strong the tie is, where it is going, and what that rests on.",
            new SourceField<FoundHop>(h => TieTypes.Read(h.Session, h.Hop.From, h.Hop.To, h.Text)));
        return tie;
    }

    private ObjectGraphType GroupType()
    {
        var group = new ObjectGraphType
        {
            Name = "GroupVia",
            Description = "They are or were members of one company or network at the same time.",
        };
        AddRecord("group", types.Of([RecordKind.Network, RecordKind.Company]), "The network or company.", g => g.Id);
        Add("memberCount", types.Int.NonNull(), "Its memberships that everyone may see and that have begun.", g => g.MemberCount);
        AddRecord("fromMembership", types.Node, "What makes the first person a member.", g => g.FromMembership);
        AddRecord("toMembership", types.Node, "What makes the second person a member.", g => g.ToMembership);
        Add("overlapFrom", types.Date.NonNull(), "The first day both were members, or were known to be.", g => g.OverlapFrom);
        Add("overlapUntil", types.Date, "The first day not both were; null while both still are.", g => g.OverlapUntil);
        group.Add(
            "nextMeeting", types.Of(RecordKind.Meeting), "Its first meeting on the day or after it, as far as one is known.",
            new SourceField<FoundHop>(h => h.NextMeeting()));
        return group;

        void Add(string name, IGraphType type, string meaning, Func<HopVia.Group, object?> get) =>
            group.Add(name, type, meaning, new SourceField<FoundHop>(h => get((HopVia.Group)h.Hop.Via)));

        void AddRecord(string name, IGraphType type, string meaning, Func<HopVia.Group, RecordId> get) =>
            group.Add(name, type, meaning, new SourceField<FoundHop>(h => h.Read(get((HopVia.Group)h.Hop.Via))));
    }

    internal static QueryArgument With(QueryArgument argument, object value)
    {
        argument.DefaultValue = value;
        return argument;
    }

    internal static EnumerationGraphType Words<T>(
        string name, string meaning, params ReadOnlySpan<(T Value, string Meaning)> words)
        where T : struct, Enum
    {
        var type = new EnumerationGraphType { Name = name, Description = meaning };
        foreach (var (value, text) in words)
        {
            type.Add(CodeNames.Upper(value.ToString()), value, text);
        }

        return type;
    }
}
