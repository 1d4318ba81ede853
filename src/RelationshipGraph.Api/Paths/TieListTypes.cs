using System.Globalization;
using GraphQL.Types;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Paths;

namespace RelationshipGraph.Api.Paths;

/// <summary>Lists of ties: the strongest, and those that are being lost.</summary>
internal sealed class TieListTypes(GraphTypes types, ListTypes lists, NearnessTypes nearness, TieTypes ties)
{
    public void AddTo(IComplexGraphType root)
    {
        root.Add(
            "strongestTies", ListType("StrongestTies", "Ties, the strongest first.", isFading: false).NonNull(),
            "Whom a person knows best: declared ties and contacts together, worked out at the end of the day. Discreet ties of "
                + "others are not listed.",
            new RootField((context, given) => Find(context, given, TieListOrder.Strongest)), Arguments());
        root.Add(
            "fadingTies", ListType("FadingTies", "Ties that are being lost, what is lost most first.", isFading: true).NonNull(),
            $"Ties that lost at least {Fading.LossMin.ToString(CultureInfo.InvariantCulture)} of strength in 90 days, or will "
                + $"within {Fading.DaysAhead} days if nothing happens, each with the reason and what to do next.",
            new RootField((context, given) => Find(context, given, TieListOrder.Fading)), Arguments());
    }

    private static Deferred Find(AnswerContext context, GivenArguments given, TieListOrder order)
    {
        var (session, text) = (context.At(given.AsOf), new TieText(context.IsDanish));
        var (query, segment) = PathReading.ReadTieList(session, given, order);
        var page = given.Page;
        return new Deferred(async () =>
            new FoundTies(await session.Ties.ListAsync(query, segment, page), session, text, page.After is not null));
    }

    private QueryArguments Arguments() =>
    [
        TypeBuilding.Argument("of", types.Id, "Whose ties; the viewer's employee's where left out."),
        PathTypes.With(
            TypeBuilding.Argument("anyEmployee", types.Boolean, "Those of all who still work here; not with of."), false),
        TypeBuilding.Argument("kind", nearness.PersonKind, "Only ties to people of this kind."),
        TypeBuilding.Argument("worksAt", types.Id, "Only ties to who works at this company."),
        TypeBuilding.Argument("segment", types.Id, "Only ties to who works at a company of this segment; not with worksAt."),
        PathTypes.With(TypeBuilding.Argument("minStrength", types.Float, "What a tie must reach, 0 to 1."), 0d),
        .. lists.Forward,
        TypeBuilding.Argument("asOf", types.Date, ListTypes.AsOfMeaning),
    ];

    private ObjectGraphType ListType(string name, string meaning, bool isFading)
    {
        var edge = new ObjectGraphType { Name = name + "Edge", Description = "One tie of the list." };
        edge.Add(
            "cursor", types.Text.NonNull(), "The row's place in the list; opaque.", new SourceField<FoundTieRow>(r => r.Cursor));
        edge.Add("node", ties.Tie.NonNull(), "The tie.", new SourceField<FoundTieRow>(r => r.Tie));
        if (isFading)
        {
            edge.Add(
                "loss", types.Float.NonNull(),
                $"The strength of today or of 90 days earlier, the greater, less that of {Fading.DaysAhead} days from now if "
                    + "nothing happens.",
                new SourceField<FoundTieRow>(r => r.Row.Fading!.Loss));
            edge.Add(
                "reason", ReasonType().NonNull(), "Why it is listed.",
                new SourceField<FoundTieRow>(r => r.Row.Fading!.Reason));
            edge.Add("step", StepType().NonNull(), "What to do next.", new SourceField<FoundTieRow>(r => r.Row.Fading!.Step));
            edge.Add(
                "text", types.Text.NonNull(), "The reason and the step, in a sentence in the caller's language.",
                new SourceField<FoundTieRow>(r => r.Tie.Text.Of(r.Row.Tie.Reading, r.Row.Fading!)));
        }

        var list = new ObjectGraphType { Name = name, Description = meaning };
        nearness.AddEnding<FoundTies>(
            list, found => found.Ending, found => found.Missing, found => found.GaveUp?.Limit, found => found.GaveUp?.Max);
        list.Add(
            "totalCount", types.Int, "All of them; null where the search did not end.",
            new SourceField<FoundTies>(found => found.Total));
        list.Add(
            "edges", edge.ListOf(), "The ties of the page, with places.", new SourceField<FoundTies>(found => found.Rows));
        list.Add(
            "nodes", ties.Tie.ListOf(), "The ties of the page.",
            new SourceField<FoundTies>(found => found.Rows.Select(row => row.Tie)));
        list.Add(
            "pageInfo", lists.PageInfo.NonNull(), "Where the page lies in the list.", new SourceField<FoundTies>(found => found));
        return list;
    }

    private static EnumerationGraphType ReasonType() => PathTypes.Words(
        "FadingReason", "Why a tie counts as fading.",
        (FadingReason.Fell, "It is in a lower band than 90 days earlier."),
        (FadingReason.ColdSoon, $"It falls below its band within {Fading.DaysAhead} days if nothing happens."),
        (FadingReason.Weaker, "It loses strength inside its band."));

    private static EnumerationGraphType StepType() => PathTypes.Words(
        "FadingStep", "What to do about a fading tie, by how the two were in contact most.",
        (FadingStep.Meet, "Meet."), (FadingStep.Call, "Call."), (FadingStep.Write, "Write."));
}
