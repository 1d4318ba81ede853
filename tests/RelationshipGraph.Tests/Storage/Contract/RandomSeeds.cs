using System.Globalization;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>
/// The seeds of the random tests: a few that are always run, or as many as
/// <c>RELATIONSHIPGRAPH_TEST_SEEDS</c> asks for, written <c>first-last</c>.
/// </summary>
public static class RandomSeeds
{
    public static TheoryData<int> OfComparisons => From(1, 6);

    public static TheoryData<int> OfTwoWorlds => From(101, 105);

    private static TheoryData<int> From(int first, int last)
    {
        if (Environment.GetEnvironmentVariable("RELATIONSHIPGRAPH_TEST_SEEDS") is { Length: > 0 } asked)
        {
            var bounds = asked.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
            (first, last) = (bounds[0], bounds[^1]);
        }

        return [.. Enumerable.Range(first, last - first + 1)];
    }
}
