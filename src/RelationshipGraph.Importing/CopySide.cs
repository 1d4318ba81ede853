namespace RelationshipGraph.Importing;

/// <summary>One of the two stores of a copy.</summary>
public enum CopySide
{
    /// <summary>The store that is copied.</summary>
    From,

    /// <summary>The store that it is copied to.</summary>
    To,
}
