using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>An employee and a contact who know each other.</summary>
/// <param name="Employee">Ours.</param>
/// <param name="Contact">The other.</param>
/// <param name="Since">The day they met.</param>
/// <param name="Quality">How close they are, 0 to 1. Hidden; declared strengths are a blurred reading of it.</param>
/// <param name="Trend">What a year does to the rate of contact: below 1 it fades, above 1 it grows. Hidden.</param>
/// <param name="Visibility">Who may see the tie, and its interactions.</param>
internal sealed record DemoTie(
    DemoEmployee Employee, DemoContact Contact, DateOnly Since, double Quality, double Trend, Visibility Visibility)
{
    /// <summary>Who answers for the tie where not everyone may see it.</summary>
    public RecordId? OwnerId => Visibility == Visibility.Everyone ? null : Employee.Id;
}
