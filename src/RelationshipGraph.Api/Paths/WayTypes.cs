using System.Globalization;
using GraphQL.Types;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Sessions;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Api.Paths;

/// <summary>Ways to several people, and the part of the graph behind an answer.</summary>
internal sealed class WayTypes(GraphTypes types, PathTypes paths, NearnessTypes nearness)
{
    public void AddTo(IComplexGraphType root)
    {
        var max = Limits.PathTargetsMax.ToString(CultureInfo.InvariantCulture);
        root.Add(
            "introductionsToEach", WaysType(),
            "The best way in for each of some people, or for everybody at the companies of a segment; the strongest first. Null "
                + "where there is no such segment for the viewer.",
            new RootField((context, given) => FindEach(context, given)),
            [
                TypeBuilding.Argument("to", types.Id.OptionalListOf(), $"The people, at most {max}; not with segment."),
                TypeBuilding.Argument("segment", types.Id, $"Who works at its companies; of more than {max} the first by id."),
                TypeBuilding.Argument("from", types.Id, "The person who asks; the viewer's employee where left out."),
                paths.Any(),
                TypeBuilding.Argument("avoid", types.Id.OptionalListOf(), "People who are not to be asked."),
                .. paths.Ways().Where(argument => argument.Name != "first"),
            ]);
        root.Add(
            "connectionMap", MapType().NonNull(),
            "The part of the graph around some people, small enough to be drawn: who is near, their ties, and the companies and "
                + "networks that join them. Discreet ties of others are not in it.",
            new RootField((context, given) => FindMap(context.At(given.AsOf), given)),
            MapArguments());
    }

    private static Deferred FindEach(AnswerContext context, GivenArguments given)
    {
        var (session, text) = (context.At(given.AsOf), new TieText(context.IsDanish));
        var (query, to, segment) = PathReading.ReadEach(session, given);
        return new Deferred(async () =>
        {
            var people = segment is { } id ? await session.Ways.PeopleOfAsync(id) : to;
            return people is null ? null : new FoundWays(await session.Ways.FindEachAsync(query, people), session, text);
        });
    }

    private static Deferred FindMap(Session session, GivenArguments given)
    {
        var query = PathReading.ReadMap(session, given);
        return new Deferred(async () => new FoundMap(await session.Ways.FindMapAsync(query), session));
    }

    private QueryArguments MapArguments() =>
    [
        TypeBuilding.Argument(
            "around", types.Id.OptionalListOf(),
            $"The people in the middle, at most {Limits.MapCentresMax}; the viewer's employee where left out."),
        PathTypes.With(
            TypeBuilding.Argument(
                "maxHops", types.Int, $"How far from them, 0 to {Limits.MapHopsMax}; 0: only what joins them."),
            1),
        PathTypes.With(
            TypeBuilding.Argument("first", types.Int, $"People besides them, 1 to {Limits.PageRowsMax}; the nearest."), 50),
        PathTypes.With(TypeBuilding.Argument("minStrength", types.Float, "What every hop must reach, 0 to 1."), 0d),
        TypeBuilding.Argument("through", paths.ThroughType.OptionalListOf(), "By what people may be joined; left out: by all."),
        TypeBuilding.Argument("asOf", types.Date, ListTypes.AsOfMeaning),
    ];

    private ObjectGraphType WaysType()
    {
        var way = new ObjectGraphType { Name = "WayIn", Description = "The best way in for one person." };
        way.Add("to", types.Person, "The person.", new SourceField<FoundWay>(w => Seen.Read(w.Session, w.Way.To)));
        way.Add(
            "path", paths.Path, "The strongest path; null where nothing leads there.",
            new SourceField<FoundWay>(w => w.Way.Path is { } path ? new FoundPath(path, w.Session, w.Text) : null));
        way.Add(
            "isWhole", types.Boolean.NonNull(), "Whether the search was done; else there may be a stronger one.",
            new SourceField<FoundWay>(w => w.Way.IsWhole));
        var ways = new ObjectGraphType { Name = "WaysIn", Description = "The best way in for each of several people." };
        ways.Add(
            "ways", way.ListOf(), "The strongest first; people to whom nothing leads last.",
            new SourceField<FoundWays>(found => found.All));
        ways.Add(
            "isCut", types.Boolean.NonNull(), "Whether there were more people than were looked for.",
            new SourceField<FoundWays>(found => found.Ways.IsCut));
        return ways;
    }

    private ObjectGraphType MapType()
    {
        var person = new ObjectGraphType { Name = "MapPerson", Description = "A person of a map." };
        person.Add("person", types.Person, "The person.", new SourceField<SeenPart<MapPerson>>(p => p.Read(p.Part.Id)));
        person.Add("id", types.Id.NonNull(), "The person's id.", new SourceField<SeenPart<MapPerson>>(p => p.Part.Id.ToString()));
        person.Add(
            "hops", types.Int.NonNull(), "How far from the middle.", new SourceField<SeenPart<MapPerson>>(p => p.Part.Hops));
        person.Add(
            "score", types.Float.NonNull(), "The score of the strongest way from the middle; 1 there.",
            new SourceField<SeenPart<MapPerson>>(p => p.Part.Score));
        var tie = new ObjectGraphType { Name = "MapTie", Description = "The strongest tie of two people of a map." };
        tie.Add("one", types.Id.NonNull(), "One person's id.", new SourceField<MapTie>(t => t.One.ToString()));
        tie.Add("other", types.Id.NonNull(), "The other person's id.", new SourceField<MapTie>(t => t.Other.ToString()));
        tie.Add("strength", types.Float.NonNull(), "How strong it is, 0 to 1.", new SourceField<MapTie>(t => t.Strength.Value));
        tie.Add(
            "band", paths.Band.NonNull(), "The strength in words.",
            new SourceField<MapTie>(t => ScoreBands.Of(t.Strength.Value)));
        var group = new ObjectGraphType { Name = "MapGroup", Description = "A company or network that joins people of a map." };
        group.Add(
            "group", types.Of([RecordKind.Network, RecordKind.Company]), "The network or company.",
            new SourceField<SeenPart<MapGroup>>(g => g.Read(g.Part.Id)));
        group.Add("id", types.Id.NonNull(), "Its id.", new SourceField<SeenPart<MapGroup>>(g => g.Part.Id.ToString()));
        group.Add(
            "memberCount", types.Int.NonNull(), "Its memberships that everyone may see and that have begun.",
            new SourceField<SeenPart<MapGroup>>(g => g.Part.MemberCount));
        var membership = new ObjectGraphType { Name = "MapMembership", Description = "Who of a map is in which group of it." };
        membership.Add(
            "person", types.Id.NonNull(), "The person's id.", new SourceField<MapMembership>(m => m.Person.ToString()));
        membership.Add("group", types.Id.NonNull(), "The group's id.", new SourceField<MapMembership>(m => m.Group.ToString()));
        var map = new ObjectGraphType { Name = "ConnectionMap", Description = "A part of the graph to be drawn." };
        nearness.AddEnding<FoundMap>(
            map, found => found.Ending, found => found.Missing, found => found.GaveUp?.Limit, found => found.GaveUp?.Max);
        map.Add(
            "people", person.ListOf(), "Those in the middle first, then the nearest.",
            new SourceField<FoundMap>(found => found.People));
        map.Add("ties", tie.ListOf(), "The ties among them.", new SourceField<FoundMap>(found => found.Found?.Ties ?? []));
        map.Add(
            "groups", group.ListOf(), "Companies and networks that join two of them or more.",
            new SourceField<FoundMap>(found => found.Groups));
        map.Add(
            "memberships", membership.ListOf(), "Who is in which of the groups.",
            new SourceField<FoundMap>(found => found.Found?.Memberships ?? []));
        map.Add(
            "isCut", types.Boolean.NonNull(), "Whether there were more people than are shown.",
            new SourceField<FoundMap>(found => found.Found?.IsCut ?? false));
        return map;
    }
}
