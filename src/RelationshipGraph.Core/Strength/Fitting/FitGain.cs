namespace RelationshipGraph.Strength.Fitting;

/// <summary>By how much fitted constants rank better than those that are there.</summary>
/// <param name="Precision">Average precision of the fitted constants less that of the others.</param>
/// <param name="Low">The lower end of its one-sided interval over draws of people.</param>
public readonly record struct FitGain(double Precision, double Low);
