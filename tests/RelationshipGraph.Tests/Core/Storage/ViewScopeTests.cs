using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Storage;

public sealed class ViewScopeTests
{
    [Fact]
    public void A_team_is_sorted_without_repetitions_and_holds_the_viewer()
    {
        var ids = Enumerable.Range(0, 4).Select(_ => Some.Id(RecordKind.Employee)).ToList();

        var scope = ViewScope.Of(ids[2], [ids[3], ids[0], ids[3]]);

        Assert.Equal([ids[0], ids[2], ids[3]], scope.Team);
        Assert.Equal(ids[2], scope.Viewer);
        Assert.False(scope.Everything);
        Assert.Equal(ViewScope.Of(ids[2], [ids[0], ids[2], ids[3]]), scope);
    }

    [Fact]
    public void A_team_that_is_too_large_is_cut_but_not_the_viewer()
    {
        var ids = Enumerable.Range(0, Limits.TeamMax + 5).Select(_ => Some.Id(RecordKind.Employee)).ToList();

        var scope = ViewScope.Of(ids[^1], ids);

        Assert.Equal(Limits.TeamMax, scope.Team.Count);
        Assert.Contains(ids[^1], scope.Team);
        Assert.Equal(scope.Team.Order(), scope.Team);
    }

    [Fact]
    public void Nobody_is_in_no_team()
    {
        Assert.Empty(ViewScope.Public.Team);
        Assert.True(ViewScope.Public.Viewer.IsNone);
        Assert.False(ViewScope.Public.Everything);
        Assert.True(ViewScope.All.Everything);
    }
}
