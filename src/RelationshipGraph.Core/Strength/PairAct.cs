using RelationshipGraph.Model;

namespace RelationshipGraph.Strength;

/// <summary>One contact of a pair, as the state counts it.</summary>
/// <param name="At">When.</param>
/// <param name="Active">The same on the active clock, in horizons.</param>
/// <param name="Direction">Who turned to whom, seen from the pair's first person.</param>
/// <param name="OthersPresent">At an event: how many were there besides oneself, 1 or more; else 1.</param>
public readonly record struct PairAct(
    DateTimeOffset At, double Active, ContactDirection Direction = ContactDirection.Mutual, int OthersPresent = 1);
