namespace RelationshipGraph.Model;

/// <summary>Which bodies it is nobody else's business to belong to.</summary>
public static class Sensitivity
{
    /// <summary>Whether the record is a network or company where belonging tells of faith, politics, union or health.</summary>
    public static bool Of(Record? record) => record is Network { IsSensitive: true } or Company { IsSensitive: true };
}
