namespace RelationshipGraph.Model;

/// <summary>An employee reports to another.</summary>
[Relationship(RecordKind.ReportsTo, "REPORTS_TO",
    "An employee reports to another.",
    FromKinds = [RecordKind.Employee], ToKinds = [RecordKind.Employee],
    Outgoing = "managers", Incoming = "reports")]
public sealed record ReportsTo : Relationship;
