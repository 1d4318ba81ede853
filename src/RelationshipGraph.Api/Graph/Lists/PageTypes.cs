using System.Globalization;
using GraphQL.Types;

namespace RelationshipGraph.Api.Graph;

/// <summary>What every list has: where a page lies, and the arguments that choose it.</summary>
internal sealed class PageTypes
{
    public PageTypes(GraphTypes types)
    {
        var max = Limits.PageRowsMax.ToString(CultureInfo.InvariantCulture);
        var usual = Limits.PageRowsDefault.ToString(CultureInfo.InvariantCulture);
        Arguments =
        [
            TypeBuilding.Argument("first", types.Int, $"Rows at most from the beginning, 1 to {max}; {usual} where left out."),
            TypeBuilding.Argument("after", types.Text, "The cursor of the row before the first one wanted."),
            TypeBuilding.Argument("last", types.Int, $"Rows at most from the end, 1 to {max}. Not together with first or after."),
            TypeBuilding.Argument("before", types.Text, "The cursor of the row after the last one wanted."),
        ];
        Info = new ObjectGraphType { Name = "PageInfo", Description = "Where a page lies in its list." };
        Info.Add(
            "hasNextPage", types.Boolean.NonNull(), "Whether rows follow the page.",
            new SourceField<IPageInfo>(info => info.HasNextPage));
        Info.Add(
            "hasPreviousPage", types.Boolean.NonNull(), "Whether rows come before the page.",
            new SourceField<IPageInfo>(info => info.HasPreviousPage));
        Info.Add(
            "startCursor", types.Text, "The place of the first row; null where there is none.",
            new SourceField<IPageInfo>(info => info.StartCursor));
        Info.Add(
            "endCursor", types.Text, "The place of the last row; null where there is none.",
            new SourceField<IPageInfo>(info => info.EndCursor));
    }

    /// <summary>Where a page lies.</summary>
    public ObjectGraphType Info { get; }

    /// <summary>first, after, last, before.</summary>
    public IReadOnlyList<QueryArgument> Arguments { get; }
}
