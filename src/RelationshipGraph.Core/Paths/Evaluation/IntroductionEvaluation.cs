using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Paths.Evaluation;

/// <summary>
/// How well those whom a person meets after a cut are told from the other contacts' contacts: by the order in which the product
/// shows them, and by simpler ones.
/// </summary>
/// <remarks>
/// Candidates are the pairs with a common contact and no contact of their own by the cut. Gains are nDCG of the first ten places,
/// 0 to 1, the mean over the people who met at least one of their candidates. Candidates with equal scores stand in every order
/// with the same chance. The horizon of strengths is a quarter of the time from the first row to the cut.
/// </remarks>
public sealed record IntroductionEvaluation
{
    /// <summary>The last moment that is known.</summary>
    public required DateTimeOffset CutAt { get; init; }

    /// <summary>Pairs that could have met.</summary>
    public required int CandidateCount { get; init; }

    /// <summary>Pairs that did.</summary>
    public required int MetCount { get; init; }

    /// <summary>People who met at least one of their candidates.</summary>
    public required int PersonCount { get; init; }

    /// <summary>The gain of the product's order, with strengths of the form for any channel.</summary>
    public required double Default { get; init; }

    /// <summary>The gain of the product's order, with strengths of the channel's own form.</summary>
    public required double OwnForm { get; init; }

    /// <summary>The gain of the order by common contacts, each for less the more ties it has; strengths do not count.</summary>
    public required double AdamicAdar { get; init; }

    /// <summary>The gain of the order by the strongest single path, with strengths of the form for any channel.</summary>
    public required double StrongestPath { get; init; }

    /// <summary>Evaluates a log at a cut.</summary>
    /// <param name="log">Contacts of one channel.</param>
    /// <param name="cut">Where it is cut.</param>
    /// <returns>Null where an order means nothing: no candidate met.</returns>
    public static IntroductionEvaluation? Of(ContactLog log, LogCut cut)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (LogMoment.Of(log, cut) is not { } moment)
        {
            return null;
        }

        var any = MeetingGains.Of(moment, StrengthForm.AnyChannel);
        if (any.MetCount == 0)
        {
            return null;
        }

        var own = log.Form == StrengthForm.AnyChannel ? any : MeetingGains.Of(moment, log.Form);
        return new IntroductionEvaluation
        {
            CutAt = UnixTime.MomentOf(moment.At),
            CandidateCount = any.CandidateCount,
            MetCount = any.MetCount,
            PersonCount = any.PersonCount,
            Default = any.Likelihood,
            OwnForm = own.Likelihood,
            AdamicAdar = any.AdamicAdar,
            StrongestPath = any.StrongestPath,
        };
    }
}
