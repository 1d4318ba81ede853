namespace RelationshipGraph.Hosting.Settings;

/// <summary>What a program cannot do without. What it does not need may be missing, but may not be wrong.</summary>
[Flags]
public enum SettingsNeeds
{
    None = 0,

    /// <summary>A store: every command that reads or writes the graph.</summary>
    Store = 1,

    /// <summary>A way to check tokens: the server; and, where a key is set, to sign them.</summary>
    Auth = 2,
}
