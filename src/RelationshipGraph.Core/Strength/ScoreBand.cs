namespace RelationshipGraph.Strength;

/// <summary>A strength in words.</summary>
public enum ScoreBand : byte
{
    /// <summary>Below .15.</summary>
    Dormant,

    /// <summary>At least .15.</summary>
    Fading,

    /// <summary>At least .4.</summary>
    Active,

    /// <summary>At least .7.</summary>
    Strong,
}

/// <summary>Where one band ends and the next begins.</summary>
public static class ScoreBands
{
    /// <summary>The band of a strength or a score from 0 to 1.</summary>
    public static ScoreBand Of(double score) => score switch
    {
        >= .7 => ScoreBand.Strong,
        >= .4 => ScoreBand.Active,
        >= .15 => ScoreBand.Fading,
        _ => ScoreBand.Dormant,
    };

    /// <summary>The least strength of a band.</summary>
    public static double FloorOf(ScoreBand band) => band switch
    {
        ScoreBand.Strong => .7,
        ScoreBand.Active => .4,
        ScoreBand.Fading => .15,
        _ => 0,
    };

    /// <summary>The first strength of the lowest band that lies wholly at or above a floor; infinite where none does.</summary>
    public static double FirstAbove(double floor) => floor switch
    {
        <= 0 => 0,
        <= .15 => .15,
        <= .4 => .4,
        <= .7 => .7,
        _ => double.PositiveInfinity,
    };
}
