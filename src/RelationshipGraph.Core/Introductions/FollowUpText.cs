using RelationshipGraph.Model;

namespace RelationshipGraph.Introductions;

/// <summary>What might be done next about an introduction that waits, in a sentence.</summary>
public static class FollowUpText
{
    /// <summary>The sentence.</summary>
    /// <param name="reason">Why it waits.</param>
    /// <param name="introduction">The introduction.</param>
    /// <param name="danish">In Danish; else in English.</param>
    public static string Of(FollowUpReason reason, Introduction introduction, bool danish)
    {
        ArgumentNullException.ThrowIfNull(introduction);
        var (english, dansk) = (reason, introduction.TargetConsent) switch
        {
            (FollowUpReason.AskUnanswered, _) => (
                "Remind the introducer, or withdraw it and ask somebody else.",
                "Mind introduktøren om det, eller træk den tilbage og spørg en anden."),
            (FollowUpReason.TargetUnanswered, _) => (
                "Ask the target once more, or make the introduction without the answer.",
                "Spørg målpersonen igen, eller lav introduktionen uden svaret."),
            (FollowUpReason.NotMade, TargetConsent.No) => (
                "The target has said no: decline or withdraw it, so that it does not count as open.",
                "Målpersonen har sagt nej: afvis eller træk den tilbage, så den ikke tæller som åben."),
            (FollowUpReason.NotMade, TargetConsent.Yes) => (
                "The target has said yes: ask the introducer for two lines that bring you together.",
                "Målpersonen har sagt ja: bed introduktøren om to linjer, der bringer jer sammen."),
            (FollowUpReason.NotMade, _) => (
                "Ask the introducer whether something is in the way, and ask the target.",
                "Spørg introduktøren, om noget står i vejen, og spørg målpersonen."),
            _ => (
                "Suggest a day to the target, or close it as lost with the reason.",
                "Foreslå målpersonen en dag, eller afslut den som tabt med grunden."),
        };
        return danish ? dansk : english;
    }
}
