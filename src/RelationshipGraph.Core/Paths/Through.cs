namespace RelationshipGraph.Paths;

/// <summary>By what a hop may join two people.</summary>
[Flags]
public enum Through : byte
{
    /// <summary>By nothing; no path is found.</summary>
    None = 0,

    /// <summary>By a tie: they know each other.</summary>
    Person = 1,

    /// <summary>By a company both work or worked at, at the same time.</summary>
    Company = 2,

    /// <summary>By a network both are or were in, at the same time.</summary>
    Network = 4,

    /// <summary>By any of them.</summary>
    All = Person | Company | Network,
}
