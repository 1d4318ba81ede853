using RelationshipGraph.Indexing;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Paths;

/// <summary>Finds whom a person's contacts know, without those the person knows: the people to meet next.</summary>
/// <remarks>
/// Who knows everybody introduces nobody in particular: a contact's word counts for less the more ties there are. Measured
/// against other orders in the evaluation of introductions. A discreet tie of others does not count at all.
/// </remarks>
public static class SecondDegreeSearch
{
    // Keeps the word of a contact with hardly any ties from counting for too much.
    private const double Damping = .1;

    /// <summary>Searches the view as the viewer sees it.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="query">Whose contacts, and what counts.</param>
    /// <param name="scope">What the viewer may see; the rest is as if it were not there.</param>
    /// <param name="ct">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is not in its range.</exception>
    public static SecondDegreeAnswer Find(GraphView view, SecondDegreeQuery query, ViewScope scope, CancellationToken ct) =>
        Find(view, query, scope, Limits.PathWorkMax, ct);

    /// <param name="workMax">What stands for <see cref="Limits.PathWorkMax"/>.</param>
    internal static SecondDegreeAnswer Find(
        GraphView view, SecondDegreeQuery query, ViewScope scope, long workMax, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.RowsMax, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.RowsMax, Limits.PageRowsMax);
        var memory = SearchMemory.Rent();
        try
        {
            var meter = new WorkMeter(workMax, ct);
            return new SecondDegreeRun(query, new Hops(view, WaysOf(query), scope, memory, meter), memory, meter).Answer();
        }
        finally
        {
            memory.Return();
        }
    }

    /// <summary>What a contact's word counts for.</summary>
    /// <param name="strength">Of the tie to the contact.</param>
    /// <param name="own">All the contact's strengths together.</param>
    internal static double Weight(double strength, long own) => strength / (FixedPoint.ToNumber(own) + Damping);

    /// <summary>What a common contact adds to a person's score, in <see cref="FixedPoint"/>.</summary>
    /// <param name="weight">What the contact's word counts for.</param>
    /// <param name="strength">Of the contact's tie to the person.</param>
    internal static long Share(double weight, double strength) => FixedPoint.Of(weight * strength);

    /// <summary>What a tie is that counts.</summary>
    internal static PathQuery WaysOf(SecondDegreeQuery query) => new(query.Of, query.Of, query.AsOf)
    {
        HopsMax = 2,
        IsOpenOnly = true,
        StrengthMin = query.StrengthMin,
        Through = Through.Person,
    };
}
