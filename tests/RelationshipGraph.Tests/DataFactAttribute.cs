namespace RelationshipGraph.Tests;

/// <summary>
/// A test on real data sets: skipped where the data are not, and failing there if they are required.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute() => Skip = DataSets.SkipReason;
}

/// <summary>The same with arguments.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataTheoryAttribute : TheoryAttribute
{
    public DataTheoryAttribute() => Skip = DataSets.SkipReason;
}

/// <summary>The folder of data sets that <c>RELATIONSHIPGRAPH_TEST_DATA</c> names; they are no part of the checkout.</summary>
internal static class DataSets
{
    private const string Folder = "RELATIONSHIPGRAPH_TEST_DATA";
    private const string Required = "RELATIONSHIPGRAPH_REQUIRE_DATA";

    /// <summary>Why tests on data sets cannot run; null where they can, or must.</summary>
    public static string? SkipReason =>
        Environment.GetEnvironmentVariable(Required) == "1" || Directory.Exists(Environment.GetEnvironmentVariable(Folder))
            ? null
            : $"{Folder} names no folder with data sets.";

    /// <summary>The folder of one set.</summary>
    public static string PathOf(string set)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable(Folder) ?? string.Empty, set);
        Assert.True(Directory.Exists(path), $"{Required} is 1, but {Folder} has no folder {set}.");
        return path;
    }
}
