using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Introductions;

/// <summary>Which introductions wait too long. One whose day is not known does not wait.</summary>
public static class FollowUpRules
{
    private static readonly RecordModel Model = GraphModel.Of(RecordKind.Introduction);

    /// <summary>
    /// Each reason with the states it is for, the day it is waited from, and the days after which it is followed up: a week for
    /// an answer, two to make an introduction that was promised, a month to find a day to meet.
    /// </summary>
    private static readonly Rule[] Rules =
    [
        new(FollowUpReason.AskUnanswered, [IntroductionState.Asked], "askedOn", 7),
        new(FollowUpReason.TargetUnanswered, [IntroductionState.Asked, IntroductionState.Accepted], "targetAskedOn", 7),
        new(FollowUpReason.NotMade, [IntroductionState.Accepted], "answeredOn", 14),
        new(FollowUpReason.NoMeeting, [IntroductionState.Made], "madeOn", 30),
    ];

    /// <summary>What the introduction waits for on a day; null where it does not wait too long.</summary>
    public static FollowUp? Of(Introduction introduction, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(introduction);
        return Rules
            .Where(rule => rule.States.Contains(introduction.State)
                && (rule.Reason != FollowUpReason.TargetUnanswered || introduction.TargetConsent == TargetConsent.Asked))
            .Select(rule => rule.Day.Get(introduction) is { IsNothing: false } since
                ? new FollowUp(rule.Reason, (int)(PropertyValue.Of(day).Integer - since.Integer), rule.Days)
                : null)
            .FirstOrDefault(found => found is not null && found.DaysWaiting >= found.ThresholdDays);
    }

    /// <summary>The days after which a reason is followed up.</summary>
    public static int DaysOf(FollowUpReason reason) => Rules[(int)reason].Days;

    /// <summary>The introductions for which <see cref="Of"/> is not null.</summary>
    /// <param name="employee">The asker or introducer; null: whoever they are.</param>
    /// <param name="day">The day.</param>
    public static RecordFilter Filter(RecordId? employee, DateOnly day)
    {
        var waits = new RecordFilter.Or(ValueList.From(Rules.Select(rule => (RecordFilter)rule.Filter(day))));
        return employee is not { } one ? waits : new RecordFilter.And(
            [new RecordFilter.Or([Is("askerId", one), Is("introducerId", one)]), waits]);
    }

    private static RecordFilter.Compare Is(string property, RecordId id) =>
        new(Model[property], Comparison.Equal, PropertyValue.Of(id));

    private sealed record Rule(FollowUpReason Reason, IntroductionState[] States, string Since, int Days)
    {
        public PropertyModel Day { get; } = Model[Since];

        public RecordFilter.And Filter(DateOnly day)
        {
            var terms = new List<RecordFilter>
            {
                new RecordFilter.In(Model["state"], ValueList.From(States.Select(Code))),
                new RecordFilter.Compare(Day, Comparison.LessOrEqual, PropertyValue.Of(day.AddDays(-Days))),
            };
            if (Reason == FollowUpReason.TargetUnanswered)
            {
                terms.Add(new RecordFilter.Compare(Model["targetConsent"], Comparison.Equal, Code(TargetConsent.Asked)));
            }

            return new RecordFilter.And(ValueList.From(terms));
        }

        private static PropertyValue Code<T>(T code)
            where T : struct, Enum => PropertyValue.Of(CodeNames.Upper(code.ToString()));
    }
}
