using System.ComponentModel;
using System.Reflection;
using GraphQL.Types;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Introductions;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Introductions;

/// <summary>The introductions that wait too long.</summary>
internal sealed class FollowUpTypes(GraphTypes types, ListTypes lists)
{
    private const string Meaning = "Introductions that wait too long for somebody, and what might be done.";

    public void AddTo(IComplexGraphType root)
    {
        var node = types.Of(RecordKind.Introduction);
        var connection = lists.Make("IntroductionFollowUp", Meaning, FillEdge, node);
        root.Add(
            "introductionsToFollowUp", connection.NonNull(),
            Meaning + " Those where the viewer's employee is the asker or the introducer, in the order made.",
            new RootField(Find),
            [
                .. lists.Paged,
                TypeBuilding.Argument(
                    "of", types.Id,
                    "The employee who is the asker or introducer; the viewer's where left out. Another one is for sales and "
                        + "administrators."),
                TypeBuilding.Argument(
                    "everyone", types.Boolean, "Whoever asks and introduces; for sales and administrators, and not with of."),
            ]);
    }

    private static object Find(AnswerContext context, GivenArguments given)
    {
        var session = context.Session;
        var query = new ListQuery(RecordKind.Introduction)
        {
            Filter = FollowUpRules.Filter(EmployeeOf(session, given), session.AsOf),
            Page = given.Page,
        };
        return new NodeConnection(session, query).Take(given.WantsRows);
    }

    /// <exception cref="RequestException">Nobody is named, or somebody whom the viewer may not ask about.</exception>
    private static RecordId? EmployeeOf(Session session, GivenArguments given)
    {
        var of = given["of"] as string;
        if (given["everyone"] is true)
        {
            return of is not null
                ? throw new RequestException(Problem.Of(
                    ProblemCode.BadRequest, "everyone", ("reason", "of and everyone exclude each other")))
                : Allowed(null, "everyone");
        }

        if (of is null)
        {
            return session.Viewer.Employee is { IsNone: false } own
                ? own
                : throw new RequestException(Problem.Of(ProblemCode.Required, "of"));
        }

        return !RecordId.TryParse(of, out var id)
            ? throw new RequestException(Problem.Of(ProblemCode.Malformed, "of", ("form", "emp_0c5k2v8q0004g")))
            : id.Kind != RecordKind.Employee
                ? throw new RequestException(Problem.Of(ProblemCode.WrongKind, "of", ("allowed", nameof(RecordKind.Employee))))
                : id == session.Viewer.Employee ? id : Allowed(id, "of");

        RecordId? Allowed(RecordId? employee, string path) => IntroductionRights.MayFor(session.Viewer, employee)
            ? employee
            : throw new RequestException(Problem.Of(ProblemCode.Forbidden, path));
    }

    private void FillEdge(ObjectGraphType edge)
    {
        edge.Add(
            "node", types.Of(RecordKind.Introduction).NonNull(), "The introduction.",
            new SourceField<Row>(row => row.Node()));
        edge.Add("reason", ReasonType().NonNull(), "Why it waits.", new SourceField<Row>(row => Of(row).Reason));
        edge.Add(
            "daysWaiting", types.Int.NonNull(), "Whole days that it has waited.",
            new SourceField<Row>(row => Of(row).DaysWaiting));
        edge.Add(
            "thresholdDays", types.Int.NonNull(), "Days after which it is among these.",
            new SourceField<Row>(row => Of(row).ThresholdDays));
        edge.Add(
            "nextStep", types.Text.NonNull(), "What might be done, in a sentence in the caller's language.",
            new SaidField<Row>((row, isDanish) =>
                FollowUpText.Of(Of(row).Reason, (Introduction)row.Record, isDanish)));
    }

    private static FollowUp Of(Row row) => FollowUpRules.Of((Introduction)row.Record, row.Session.AsOf)!;

    private static EnumerationGraphType ReasonType()
    {
        var type = new EnumerationGraphType
        {
            Name = "FollowUpReason",
            Description = "Why an introduction waits to be followed up; where several hold, the first of these.",
        };
        foreach (var reason in Enum.GetValues<FollowUpReason>())
        {
            var meaning = typeof(FollowUpReason).GetField(reason.ToString())!.GetCustomAttribute<DescriptionAttribute>()!;
            type.Add(
                CodeNames.Upper(reason.ToString()), reason,
                FormattableString.Invariant($"{meaning.Description} After {FollowUpRules.DaysOf(reason)} days."));
        }

        return type;
    }
}
