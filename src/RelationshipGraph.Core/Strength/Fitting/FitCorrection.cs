namespace RelationshipGraph.Strength.Fitting;

/// <summary>What somebody says of a tie of one's own: one observation more, as if it had been seen to act that often.</summary>
/// <param name="Terms">What was known of the tie at the end of the day of the correction.</param>
/// <param name="Strength">How strong its contacts are by it, 0 to 1.</param>
internal readonly record struct FitCorrection(PairTerms Terms, double Strength);
