namespace RelationshipGraph.Model;

/// <summary>What an ambassador hands to an account's owner; the credit stays with the seat.</summary>
[Node(RecordKind.Lead, "leads",
    "What an ambassador hands to an account's owner; the credit stays with the seat.", Writers = Roles.Sales, Own = true)]
public sealed record Lead : Node
{
    [Property("The lead in a line.", Name = true)]
    public required string Title { get; init; }

    [Property("What became of it.")]
    public LeadState State { get; init; } = LeadState.Offered;

    [Property("The day by which it must be answered, local date.")]
    public DateOnly? DueOn { get; init; }

    [Property("The employee who offered it.", Refers = [RecordKind.Employee])]
    public RecordId? OfferedById { get; init; }

    [Property("The employee who owns the account.", Refers = [RecordKind.Employee])]
    public RecordId? AccountOwnerId { get; init; }

    [Property("The company it is about.", Refers = [RecordKind.Company])]
    public RecordId? CompanyId { get; init; }

    [Property("The person it is about.", Refers = [RecordKind.Contact])]
    public RecordId? ContactId { get; init; }

    [Property("Why it was returned.", LengthMax = Limits.LongTextMax)]
    public string? ReturnReason { get; init; }
}
