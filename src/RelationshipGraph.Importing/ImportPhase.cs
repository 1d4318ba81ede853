namespace RelationshipGraph.Importing;

/// <summary>What an import is doing.</summary>
public enum ImportPhase : byte
{
    /// <summary>Measuring the files and looking at their headers.</summary>
    Scanning,

    /// <summary>Holding every row against the rules and the store, without writing.</summary>
    Checking,

    /// <summary>Writing.</summary>
    Writing,
}
