namespace RelationshipGraph.Model;

/// <summary>An insight is about a company or a segment.</summary>
[Relationship(RecordKind.About, "ABOUT",
    "An insight is about a company or a segment.",
    FromKinds = [RecordKind.Insight], ToKinds = [RecordKind.Company, RecordKind.Segment],
    Outgoing = "about", Incoming = "insights", Own = true)]
public sealed record About : Relationship;
