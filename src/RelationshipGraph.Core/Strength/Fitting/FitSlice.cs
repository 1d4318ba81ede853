namespace RelationshipGraph.Strength.Fitting;

/// <summary>A part of a log: what was known at a moment, and what came true within one horizon.</summary>
/// <param name="At">The moment.</param>
/// <param name="Until">The end of the horizon, itself included.</param>
/// <param name="PairCount">Pairs known at the moment.</param>
/// <param name="ActedAgain">Those that acted again.</param>
public sealed record FitSlice(DateTimeOffset At, DateTimeOffset Until, int PairCount, int ActedAgain);
