using GraphQL.Types;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Introductions;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Introductions;

/// <summary>The mutations that lead an introduction from the asking to its end.</summary>
internal sealed class StepTypes(GraphTypes types, InputTypes inputs, ObjectGraphType payload)
{
    private const string Who = " Sales and administrators may too.";

    private static readonly RecordModel Model = GraphModel.Of(RecordKind.Introduction);

    public void AddTo(ObjectGraphType root)
    {
        AddAsk(root);
        var drafted = Input("AskDraftedIntroduction", "A draft that is to be asked.");
        AddOverBudget(drafted);
        Add(root, "askDraftedIntroduction", drafted, "Asks the introducer of a draft; for its asker." + Who,
            StepChanges.AskDraftedAsync);
        Add(root, "acceptIntroduction", Dated("AcceptIntroduction", "An introduction that is accepted."),
            "The introducer will do it. For the introducer; for the asker where the introducer is a contact." + Who,
            IntroductionStep.Accept);
        AddDecline(root);
        AddWithdraw(root);
        AddConsent(root);
        AddMake(root);
        AddMeeting(root);
        AddClose(root);
    }

    private void AddAsk(ObjectGraphType root)
    {
        var ask = new InputObjectGraphType { Name = "AskIntroductionInput", Description = "What is asked of an introducer." };
        ask.Add("targetId", types.Id.NonNull(), "The contact or employee to be introduced to.");
        ask.Add("introducerId", types.Id.NonNull(), "The contact or employee who is asked to introduce.");
        ask.Add(
            "pathIds", types.Id.OptionalListOf(),
            "The people of a path, as introductionPaths has it: the asker, the introducer, …, the target. Left out where it is "
                + "not known.");
        ask.Add(
            "askerId", types.Id,
            "The employee who wants to be introduced; the viewer's where left out. Another one is for sales and administrators.");
        ask.Add("note", types.Text, Descriptions.Of(Model["note"]));
        ask.Add(
            "visibility", types.CodeOf(Model["visibility"]),
            "Who sees it beside the asker, whose own it is. Left out: EVERYONE. What not everyone sees is not held against the "
                + "introducer's budget.");
        AddOverBudget(ask);
        inputs.AddRequestId(ask);
        Add(root, "askIntroduction", ask,
            "Asks somebody to introduce the asker to a third. Refused beyond the introducer's budget unless that is said.",
            StepChanges.AskAsync);
    }

    private void AddDecline(ObjectGraphType root)
    {
        var input = Dated("DeclineIntroduction", "An introduction that is declined.");
        input.Add("reason", types.Text.NonNull(), "Why; not empty.");
        Add(root, "declineIntroduction", input,
            "The introducer will not, or no longer will. It costs nobody anything: no score, strength or rank depends on it. "
                + "For the introducer; for the asker where the introducer is a contact." + Who,
            IntroductionStep.Decline);
    }

    private void AddWithdraw(ObjectGraphType root)
    {
        var input = Dated("WithdrawIntroduction", "An introduction that is withdrawn.");
        input.Add("reason", types.Text, "Why the asker no longer wants it.");
        Add(root, "withdrawIntroduction", input,
            "The asker no longer wants it; until it is made. For the asker." + Who, IntroductionStep.Withdraw);
    }

    private void AddConsent(ObjectGraphType root)
    {
        var input = Dated("RecordTargetConsent", "What the target of an introduction says.");
        input.Add(
            "consent", types.CodeOf(Model["targetConsent"]).NonNull(),
            "ASKED only where the target was not asked and has not answered; an answer may change.");
        Add(root, "recordTargetConsent", input,
            "Records that the target was asked, or what the target said; until it is made. For the asker and the introducer."
                + Who,
            StepChanges.ConsentAsync);
    }

    private void AddMake(ObjectGraphType root)
    {
        var input = Dated("MakeIntroduction", "An introduction that is made.");
        input.Add(
            "withoutTargetConsent", types.Boolean,
            "Whether it is made though the target has not said yes. Where the target has said no it is never made.");
        Add(root, "makeIntroduction", input,
            "The introduction is made, once accepted. For the asker and the introducer." + Who, IntroductionStep.Make);
    }

    private void AddMeeting(ObjectGraphType root)
    {
        var input = Dated(
            "RecordIntroductionMeeting", "A meeting of asker and target.",
            "The UTC day they met; where left out the day of the meeting named, else today. Not in the future.");
        input.Add("meetingId", types.Id, "The meeting, where there is a record of it.");
        Add(root, "recordIntroductionMeeting", input,
            "The asker and the target met. For the asker and the introducer." + Who, IntroductionStep.Meet);
    }

    private void AddClose(ObjectGraphType root)
    {
        var result = new EnumerationGraphType { Name = "IntroductionResult", Description = "What an introduction led to." };
        result.Add("WON", IntroductionStep.Win, "To what was hoped for; after a meeting.");
        result.Add("LOST", IntroductionStep.Lose, "To nothing; also where it never led to a meeting.");
        var input = Dated("CloseIntroduction", "An introduction that ends.");
        input.Add("result", result.NonNull(), "What it led to.");
        input.Add("reason", types.Text, "Why it was lost, needed; or what won it.");
        input.Add(
            "outcomeId", types.Id,
            "An outcome that came from it; the viewer must be one who may say so of the outcome. See ledTo of Introduction.");
        root.Add(
            "closeIntroduction", payload.NonNull(), Meaning, Change((context, reading, given) =>
                StepChanges.TakeAsync(context, reading, (IntroductionStep)given["result"]!)),
            [TypeBuilding.Argument("input", input.NonNull(), Meaning)]);
    }

    private const string Meaning =
        "Ends an introduction that was made, as won or lost. For the asker and the introducer." + Who;

    private void Add(
        ObjectGraphType root, string name, InputObjectGraphType input, string meaning, IntroductionStep step) =>
        Add(root, name, input, meaning, (context, reading) => StepChanges.TakeAsync(context, reading, step));

    private void Add(
        ObjectGraphType root, string name, InputObjectGraphType input, string meaning,
        Func<AnswerContext, StepReading, Task<object?>> change) => root.Add(
            name, payload.NonNull(), meaning, Change((context, reading, _) => change(context, reading)),
            [TypeBuilding.Argument("input", input.NonNull(), meaning)]);

    private static RootChange Change(
        Func<AnswerContext, StepReading, IDictionary<string, object?>, Task<object?>> change) => new((context, given) =>
        {
            var input = given.Object("input")!;
            return change(context, new StepReading(context.Session, input), input);
        });

    private InputObjectGraphType Dated(
        string name, string meaning,
        string days = "The UTC day it happened; today where left out. Not in the future and not before the step before it.")
    {
        var input = Input(name, meaning);
        input.Add("on", types.Date, days);
        return input;
    }

    private InputObjectGraphType Input(string name, string meaning)
    {
        var input = new InputObjectGraphType { Name = name + "Input", Description = meaning };
        inputs.AddSeen(input);
        inputs.AddRequestId(input);
        return input;
    }

    private void AddOverBudget(InputObjectGraphType input) => input.Add(
        "overBudget", types.Boolean,
        "Whether to ask even where it goes beyond the introducer's budget; see introducerLoad.");
}
