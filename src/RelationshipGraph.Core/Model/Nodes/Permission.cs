namespace RelationshipGraph.Model;

/// <summary>What a person allowed or refused about being contacted on one channel.</summary>
public sealed record Permission
{
    [Property("The channel it is about.", Privacy.Personal)]
    public required Channel Channel { get; init; }

    [Property("Whether contact is allowed.", Privacy.Personal)]
    public required bool IsAllowed { get; init; }

    [Property("The ground it rests on.", Privacy.Personal)]
    public LegalBasis? Basis { get; init; }

    [Property("The day it was given or withdrawn.", Privacy.Personal)]
    public DateOnly? GivenOn { get; init; }

    [Property("Where that can be seen.", Privacy.Personal)]
    public string? Evidence { get; init; }
}
