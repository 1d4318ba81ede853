namespace RelationshipGraph.Hosting.Settings;

/// <summary>How much is logged, the most first.</summary>
public enum LogDetail
{
    Debug,
    Information,
    Warning,
    Error,
}
