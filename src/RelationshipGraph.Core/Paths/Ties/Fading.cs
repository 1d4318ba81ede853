using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Paths;

/// <summary>Why a tie counts as fading.</summary>
public enum FadingReason : byte
{
    /// <summary>It is in a lower band than <see cref="TieReading.TrendDays"/> days earlier.</summary>
    Fell = 1,

    /// <summary>It falls below its band within <see cref="Fading.DaysAhead"/> days if nothing happens.</summary>
    ColdSoon = 2,

    /// <summary>It loses strength inside its band.</summary>
    Weaker = 3,
}

/// <summary>What to do about it, by how the two were in contact most.</summary>
public enum FadingStep : byte
{
    /// <summary>Meet.</summary>
    Meet = 1,

    /// <summary>Call.</summary>
    Call = 2,

    /// <summary>Write.</summary>
    Write = 3,
}

/// <summary>What is being lost of a tie.</summary>
/// <param name="Loss">
/// The strength of today or of <see cref="TieReading.TrendDays"/> days earlier, the greater, less that of
/// <see cref="DaysAhead"/> days from now if nothing happens; at least <see cref="LossMin"/>.
/// </param>
/// <param name="Reason">Why it counts as fading.</param>
/// <param name="Step">What to do about it.</param>
public sealed record Fading(double Loss, FadingReason Reason, FadingStep Step)
{
    /// <summary>How far ahead is looked.</summary>
    public const int DaysAhead = 30;

    /// <summary>Less than this is no loss.</summary>
    public const double LossMin = .05;

    /// <summary>What is being lost of a tie.</summary>
    /// <param name="earlier">Its strength <see cref="TieReading.TrendDays"/> days earlier; 0 where it was not known.</param>
    /// <param name="now">Its strength.</param>
    /// <param name="ahead">Its strength after <see cref="DaysAhead"/> days of silence.</param>
    internal static double LossOf(double earlier, double now, double ahead) => Math.Max(earlier, now) - ahead;

    /// <summary>Why a tie that loses something counts as fading, and what to do about it.</summary>
    internal static Fading Of(TieReading reading, double earlier, double now, double ahead) =>
        new(LossOf(earlier, now, ahead), ReasonOf(reading, now, earlier), StepOf(reading));

    private static FadingReason ReasonOf(TieReading reading, double now, double earlier) =>
        ScoreBands.Of(now) < ScoreBands.Of(earlier) ? FadingReason.Fell
        : reading.ColdOn is { } day && day <= reading.Day.AddDays(DaysAhead) ? FadingReason.ColdSoon
        : FadingReason.Weaker;

    // Of channels used as often, the one that asks for more of a person.
    private static FadingStep StepOf(TieReading reading) => reading.Channels
        .GroupBy(channel => channel.Channel switch
        {
            Channel.Meeting or Channel.FaceToFace or Channel.Event => FadingStep.Meet,
            Channel.Call => FadingStep.Call,
            _ => FadingStep.Write,
        })
        .OrderByDescending(step => step.Sum(channel => channel.Pair.SittingCount)).ThenBy(step => step.Key)
        .First().Key;
}
