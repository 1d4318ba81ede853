namespace RelationshipGraph.Model;

/// <summary>A person outside the company.</summary>
[Node(RecordKind.Contact, "contacts", "A person outside the company.", Writers = Roles.Sales)]
public sealed record Contact : Person
{
    [Property("Telephone numbers, the usual one first.", Privacy.Personal)]
    public ValueList<string> Phones { get; init; } = [];

    [Property("Level in the own organisation.", Privacy.Personal)]
    public Seniority? Seniority { get; init; }

    [Property("Part in a buying decision.", Privacy.Personal)]
    public DecisionRole? DecisionRole { get; init; }

    [Property("The ground on which the data is kept.", Privacy.Personal)]
    public LegalBasis? LegalBasis { get; init; }

    [Property("Where the data came from, as the person would be told.", Privacy.Personal)]
    public string? LegalBasisSource { get; init; }

    [Property("The day the person was told that the data is kept.", Privacy.Personal)]
    public DateOnly? InformedOn { get; init; }

    [Property("The day by which the data must be deleted.", Privacy.Personal)]
    public DateOnly? DeleteBy { get; init; }

    [Property("The day the person objected to being contacted.", Privacy.Personal)]
    public DateOnly? ObjectedOn { get; init; }

    [Property("What the person allowed or refused, by channel, with ground, date and evidence.", Privacy.Personal)]
    public ValueList<Permission> Permissions { get; init; } = [];
}
