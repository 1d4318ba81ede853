namespace RelationshipGraph.Tests.Storage.Neo4j.Plans;

/// <summary>A step of a plan.</summary>
/// <param name="Type">As in <c>NodeIndexSeekByRange</c>.</param>
/// <param name="Details">What it works on, as the server says it.</param>
/// <param name="Children">The steps that bring it its rows.</param>
internal sealed record PlanOperator(string Type, string Details, IReadOnlyList<PlanOperator> Children)
{
    /// <summary>All of it, what is nearest to the answer first.</summary>
    public IEnumerable<PlanOperator> All => Children.SelectMany(child => child.All).Prepend(this);

    /// <summary>The steps that begin with what is stored, or with a row made from nothing.</summary>
    public IEnumerable<PlanOperator> Leaves => All.Where(one => one.Children.Count == 0);

    /// <summary>Whether rows are put into an order by it, all of them or the first ones.</summary>
    public bool IsSorting => Type.Contains("Sort", StringComparison.Ordinal) || Type.Contains("Top", StringComparison.Ordinal);

    /// <summary>The plan in a summary of the protocol.</summary>
    public static PlanOperator Of(Dictionary<string, object?> map) => new(
        ((string)map["operatorType"]!).Split('@')[0],
        (string)((Dictionary<string, object?>)map["args"]!).GetValueOrDefault("Details", "")!,
        [.. ((List<object?>)map.GetValueOrDefault("children", new List<object?>())!)
            .Select(child => Of((Dictionary<string, object?>)child!))]);

    public override string ToString() =>
        string.Join('\n', All.Select(one => $"{one.Type} {one.Details}"));
}
