namespace RelationshipGraph.Model;

/// <summary>Two people know each other, as somebody declared or a source says.</summary>
[Relationship(RecordKind.Knows, "KNOWS",
    "Two people know each other, as somebody declared or a source says.",
    FromKinds = [RecordKind.Employee, RecordKind.Contact], ToKinds = [RecordKind.Employee, RecordKind.Contact],
    Outgoing = "knows", Incoming = "knows", Writers = Roles.Sales, Own = true)]
public sealed record Knows : Relationship
{
    [Property("How strong the tie is, as declared; nobody said: .25 is taken.", Privacy.Personal)]
    public TieStrength? DeclaredStrength { get; init; }

    [Property("How they met, or what sort of tie the source calls it.", Privacy.Personal)]
    public string? HowMet { get; init; }

    [Property("How strong one of the two, or who answers for the tie, says it really is; it stands beside what is worked out and "
        + "does not change it. A fit learns from it.", Privacy.Personal)]
    public TieStrength? CorrectedStrength { get; init; }

    [Property("The day of the correction.", Privacy.Personal)]
    public DateOnly? CorrectedOn { get; init; }
}
