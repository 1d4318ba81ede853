namespace RelationshipGraph.Strength;

/// <summary>What a person's acts towards anybody add up to, on one clock. Acts may come in any order. Default: none.</summary>
public readonly record struct PersonState
{
    public long RowCount { get; init; }

    /// <summary>The last act on the active clock, in horizons.</summary>
    public double LastActive { get; init; }

    /// <summary>Acts, each halved with every quarter of a horizon, as of the last one. Only events ask for it.</summary>
    public double BusySum { get; init; }

    public bool IsEmpty => RowCount == 0;

    /// <summary>The state after one more act, of this person towards anybody or of anybody towards this person.</summary>
    /// <param name="active">When, on the active clock, in horizons.</param>
    public PersonState With(double active)
    {
        if (IsEmpty)
        {
            return new PersonState { RowCount = 1, LastActive = active, BusySum = 1 };
        }

        var last = Math.Max(active, LastActive);
        return new PersonState
        {
            RowCount = RowCount + 1,
            LastActive = last,
            BusySum = (BusySum * Left(last - LastActive)) + Left(last - active),
        };
    }

    /// <summary>Since the last act, in horizons; infinite where there was none.</summary>
    public double SilenceAt(double now) => IsEmpty ? double.PositiveInfinity : Math.Max(0, now - LastActive);

    /// <summary>The decayed sum of acts at a moment.</summary>
    public double BusyAt(double now) => IsEmpty ? 0 : BusySum * Left(Math.Max(0, now - LastActive));

    private static double Left(double horizons) => Decay.Over(horizons / Decay.QuickHorizons);
}
