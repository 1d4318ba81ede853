namespace RelationshipGraph.Strength;

/// <summary>What the formula says of a pair on one channel at one moment; all three from 0 to 1.</summary>
/// <param name="Strength">How likely the pair is to act again within the horizon.</param>
/// <param name="Alive">How likely it is that the tie has not ended.</param>
/// <param name="Again">How likely the pair is to act within the horizon by its own rhythm alone.</param>
internal readonly record struct PairValue(double Strength, double Alive, double Again);
