namespace RelationshipGraph.Tests.Architecture;

/// <summary>What a rule found, shown in full: the assertions of the test library cut long collections.</summary>
internal static class Findings
{
    public static void AssertNone(IEnumerable<string> findings)
    {
        var all = findings.ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all));
    }
}
