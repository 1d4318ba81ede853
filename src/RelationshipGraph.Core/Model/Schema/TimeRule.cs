namespace RelationshipGraph.Model;

/// <summary>When a record counts, asked as of a day.</summary>
public enum TimeRule : byte
{
    /// <summary>Always: its properties are today's.</summary>
    Always,

    /// <summary>On the days from its first until, not including, its last; an unknown end is open.</summary>
    Period,

    /// <summary>From the day on which it happened.</summary>
    Moment,
}
