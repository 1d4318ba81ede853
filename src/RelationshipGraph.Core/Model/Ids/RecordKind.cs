namespace RelationshipGraph.Model;

/// <summary>
/// What a record is. The numbers are part of every id and never change; nodes are below 32, relationships from 32 on.
/// </summary>
public enum RecordKind : byte
{
    Employee = 1,
    Department = 2,
    Contact = 3,
    Company = 4,
    Segment = 5,
    Network = 6,
    Strategy = 7,
    Seat = 8,
    Meeting = 9,
    Idea = 10,
    Insight = 11,
    Goal = 12,
    Outcome = 13,
    Lead = 14,
    Contribution = 15,
    Introduction = 16,
    Guideline = 17,
    Recommendation = 18,
    StrengthFit = 19,

    WorksAt = 32,
    InDepartment = 33,
    ReportsTo = 34,
    Knows = 35,
    Interaction = 36,
    Interacted = 37,
    Holds = 38,
    SeatIn = 39,
    MemberOf = 40,
    Attended = 41,
    HeldBy = 42,
    CameFrom = 43,
    About = 44,
    Serves = 45,
    RelatedTo = 46,
    CreditedTo = 47,
}
