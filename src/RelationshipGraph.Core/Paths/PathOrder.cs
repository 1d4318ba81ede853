using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>The order of paths that are equally good: by the ids of their people, the one to be reached first.</summary>
internal static class PathOrder
{
    /// <summary>Below zero where the first comes first: by each person's id in turn; a beginning before what goes on.</summary>
    public static int Compare(GraphView view, ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        for (var i = 0; i < Math.Min(first.Length, second.Length); i++)
        {
            if (first[i] != second[i])
            {
                return view.PersonId(first[i]).Value.CompareTo(view.PersonId(second[i]).Value);
            }
        }

        return first.Length.CompareTo(second.Length);
    }
}
