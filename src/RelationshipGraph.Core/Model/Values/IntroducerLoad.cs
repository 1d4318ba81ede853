namespace RelationshipGraph.Model;

/// <summary>How much somebody is asked to introduce people, against what one may ask of anybody.</summary>
/// <remarks>
/// Counted over introductions that everyone may see. What came of an ask plays no part: to decline costs nothing.
/// </remarks>
/// <param name="Open">Asks that wait: neither made nor ended. At least 0.</param>
/// <param name="Recent">Asks of the last <see cref="Limits.IntroducerBudgetDays"/> days, open or not. At least 0.</param>
/// <param name="Asks">Asks that are open, recent or both; what is held against the budget.</param>
/// <param name="Budget">Asks that may be held against somebody. At least 1.</param>
public sealed record IntroducerLoad(int Open, int Recent, int Asks, int Budget)
{
    /// <summary>Whether one ask more would go beyond the budget.</summary>
    public bool IsOver => Asks >= Budget;

    /// <summary>What the load makes of a path that begins with this introducer: above 0, at most 1.</summary>
    public double LoadFactor => Factor(Asks, Budget);

    /// <summary>
    /// <c>budget / (budget + asks)</c>: 1 for who is not asked, a half where the budget is used up, never 0. Worked out by one
    /// division, so that it is the same number everywhere.
    /// </summary>
    /// <param name="asks">Asks held against the introducer; at least 0.</param>
    /// <param name="budget">Asks that may be; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static double Factor(int asks, int budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(asks);
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        return budget / ((double)budget + asks);
    }
}
