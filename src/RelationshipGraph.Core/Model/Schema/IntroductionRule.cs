using RelationshipGraph.Problems;

namespace RelationshipGraph.Model;

/// <summary>What must hold of an introduction, whoever writes it and however.</summary>
public static class IntroductionRule
{
    private static readonly RecordModel Model = GraphModel.Of(RecordKind.Introduction);

    private static readonly PropertyModel[] Days = Named("askedOn", "answeredOn", "madeOn", "metOn", "endedOn");

    private static readonly PropertyModel[] TargetDays = Named("askedOn", "targetAskedOn", "targetAnsweredOn");

    // What the introducer was asked, by whom, and for whom.
    private static readonly PropertyModel[] Ask = Named("askerId", "introducerId", "targetId", "pathIds", "note");

    /// <summary>Everything that is wrong: of the days that are known none lies before the one of an earlier step.</summary>
    public static IEnumerable<Problem> Of(Introduction introduction)
    {
        ArgumentNullException.ThrowIfNull(introduction);
        return Backward(Days).Concat(Backward(TargetDays));

        IEnumerable<Problem> Backward(PropertyModel[] days)
        {
            var last = long.MinValue;
            foreach (var day in days)
            {
                if (day.Get(introduction) is { IsNothing: false } value)
                {
                    if (value.Integer < last)
                    {
                        yield return Problem.Of(ProblemCode.PeriodReversed, day.Name);
                    }

                    last = Math.Max(last, value.Integer);
                }
            }
        }
    }

    /// <summary>Why a change must not be made to an introduction that was asked; null where it may.</summary>
    /// <param name="before">The record as it is.</param>
    /// <param name="after">As it is to be; null where it is to be removed.</param>
    public static Problem? Forbids(Record? before, Record? after) =>
        before is not Introduction { State: not IntroductionState.Drafted } asked ? null
        : after is null ? Problem.Of(ProblemCode.IntroductionAsked, "id")
        : Array.Find(Ask, property => property.Get(asked) != property.Get(after)) is { } changed
            ? Problem.Of(ProblemCode.IntroductionAsked, changed.Name)
            : null;

    private static PropertyModel[] Named(params string[] names) => Array.ConvertAll(names, name => Model[name]);
}
