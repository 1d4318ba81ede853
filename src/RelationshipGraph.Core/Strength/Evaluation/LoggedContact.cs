namespace RelationshipGraph.Strength.Evaluation;

/// <summary>One row of a log of contacts between two people.</summary>
/// <param name="From">One person, by the source's id.</param>
/// <param name="To">The other.</param>
/// <param name="At">When.</param>
/// <param name="Weight">What simple counts add up: 1 for a message, seconds for a meeting. The model does not look at it.</param>
/// <param name="Present">How many people took part, 2 or more.</param>
public readonly record struct LoggedContact(string From, string To, DateTimeOffset At, double Weight = 1, int Present = 2);
