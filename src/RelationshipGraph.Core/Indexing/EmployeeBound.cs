namespace RelationshipGraph.Indexing;

/// <summary>
/// The cost of a person's strongest tie to an employee among those that everyone may see, on whatever day; so nothing hidden
/// changes how much a search looks at.
/// </summary>
/// <remarks>
/// A person with arcs that not everyone may see has the complement, which is below zero: look at those as well.
/// </remarks>
internal static class EmployeeBound
{
    public static long Of(ReadOnlySpan<Arc> arcs, int publicCount, Func<int, bool> isEmployee)
    {
        var bound = HopCost.None;
        foreach (var arc in arcs[..publicCount])
        {
            if (isEmployee(arc.Person))
            {
                bound = arc.Cost;
                break;
            }
        }

        return publicCount == arcs.Length ? bound : ~bound;
    }
}
