using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using RelationshipGraph.Hosting.Stores;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Cli.Commands;

/// <summary><c>relgraph path</c>: who can introduce one person to another?</summary>
internal static class PathCommand
{
    private static readonly Argument<string> From = new("from")
    {
        Description = "The person who wants to be introduced: an id, source:externalId, or the exact name.",
    };

    private static readonly Argument<string> To = new("to")
    {
        Description = "The person to be introduced to, or a company: then anybody there.",
    };

    private static readonly Option<string?> As = new("--as")
    {
        Description = "Answer as this employee would see it; without it, as an administrator.",
        HelpName = "employee",
    };

    private static readonly Option<int> HopsMax =
        PathOptions.Number("--max-hops", "Hops at most", Limits.PathHopsDefault, 1, Limits.PathHopsMax);

    private static readonly Option<int> First = PathOptions.Number("--first", "Paths at most", Limits.PathsDefault, 1,
        Limits.PathsMax);

    private static readonly Option<double> StrengthMin =
        PathOptions.Share("--min-strength", "What every hop must reach, 0 to 1.", 0, isZeroAllowed: true);

    private static readonly Option<double> HopDiscount =
        PathOptions.Share("--hop-discount", "What each hop after the first costs as a factor, above 0 to 1.", .8,
            isZeroAllowed: false);

    private static readonly Option<string[]> Through = PathOptions.Through();

    private static readonly Option<DateOnly?> AsOf = PathOptions.Day("--as-of",
        "The day asked about, YYYY-MM-DD. Without it: today.");

    public static (Command Command, Func<Invocation, Task<Answer>> Run) Make() => (
        new TaughtCommand(
            "path",
            "Finds the strongest ways by which one person can be introduced to another: by people who know each other, "
            + "and through companies and networks they share.",
            ("relgraph path \"Mads Højlund Krogh\" demo:C0042", "From an employee to a contact of the source demo."),
            ("relgraph path emp_0df2pn8042000 \"Vindum Byg ApS\" --first 5", "To anybody at a company, five ways."),
            ("relgraph path demo:E002 demo:C0042 --through person --max-hops 3", "Only by people who know each other."),
            ("relgraph path demo:E002 demo:C0042 --as demo:E005", "As a colleague would see it: without what is hidden."))
        {
            From,
            To,
            As,
            HopsMax,
            First,
            StrengthMin,
            HopDiscount,
            Through,
            AsOf,
        },
        RunAsync);

    private static async Task<Answer> RunAsync(Invocation call)
    {
        await using var graph = await call.OpenAsync(StoreUse.Existing);
        var administrator = await graph.Door.OpenAsync(Viewer.Administrator("relgraph path"), call.Parsed.GetValue(AsOf),
            call.Ct);
        var session = administrator;
        if (call.Parsed.GetValue(As) is { } employee)
        {
            var viewers = await RecordNames.FindAsync(administrator, employee, RecordKind.Employee);
            if (viewers is not [var viewer])
            {
                return Unclear(employee, viewers);
            }

            session = await graph.Door.OpenAsync(
                new Viewer(viewer.Id, Roles.Employee, viewer.Id.ToString()), administrator.AsOf, call.Ct);
        }

        var (fromText, toText) = (call.Parsed.GetRequiredValue(From), call.Parsed.GetRequiredValue(To));
        var from = await RecordNames.FindAsync(session, fromText, RecordKind.Employee, RecordKind.Contact);
        if (from is not [var start])
        {
            return Unclear(fromText, from);
        }

        var to = await RecordNames.FindAsync(session, toText, RecordKind.Employee, RecordKind.Contact, RecordKind.Company);
        if (to is not [var end])
        {
            return Unclear(toText, to);
        }

        var answer = await session.FindPathsAsync(QueryOf(call, start.Id, end.Id, session.AsOf));
        return await PathDrawing.AnswerOfAsync(session, start, end, answer);
    }

    private static PathQuery QueryOf(Invocation call, RecordId from, RecordId to, DateOnly asOf) => new(to, from, asOf)
    {
        HopsMax = call.Parsed.GetValue(HopsMax),
        PathsMax = call.Parsed.GetValue(First),
        StrengthMin = new TieStrength(call.Parsed.GetValue(StrengthMin)),
        HopDiscount = call.Parsed.GetValue(HopDiscount),
        Through = PathOptions.ThroughOf(call.Parsed.GetValue(Through)),
    };

    /// <summary>Nobody, or several, are meant; those are listed.</summary>
    private static Answer Unclear(string text, IReadOnlyList<Node> matches)
    {
        var failure = matches.Count == 0
            ? new Failure(ProblemCode.NotFound,
                string.Create(CultureInfo.InvariantCulture, $"Nobody and nothing here is called \"{text}\"."))
            : Failure.Of(Problem.Of(ProblemCode.AmbiguousName, string.Empty, ("name", text)));
        var json = new JsonObject
        {
            ["paths"] = new JsonArray(),
            ["ending"] = matches.Count == 0 ? "NOT_FOUND" : "AMBIGUOUS",
            ["matches"] = new JsonArray([.. matches.Select(match => new JsonObject
            {
                ["id"] = match.Id.ToString(),
                ["kind"] = match.Id.Kind.ToString(),
                ["name"] = RecordNames.NameOf(match),
                ["detail"] = RecordNames.DetailOf(match),
            })]),
        };
        return Answer.Refused(failure, json, console =>
        {
            foreach (var match in matches)
            {
                console.Profile.Out.Writer.WriteLine(
                    $"{match.Id}  {match.Id.Kind,-8}  {RecordNames.NameOf(match)}  {RecordNames.DetailOf(match)}".TrimEnd());
            }
        });
    }
}
