using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage;

public sealed class ReferenceStoreSmoke
{
    [Fact]
    public async Task Keeps_what_it_is_given()
    {
        await using var store = new ReferenceGraphStore();
        var (anna, bo) = (Some.Employee(), Some.Contact());
        var tie = Some.Knows(anna, bo, .5);

        var done = await store.CommitAsync(Some.Creating(anna, bo, tie), Some.NoToken);
        var edges = await store.ReadEdgesAsync(
            new EdgeQuery(tie.Id.Kind, Direction.Both, [anna.Id]), ViewScope.Public, Some.NoToken);

        Assert.Equal(new CommitResult.Done(1, false), done);
        Assert.Equal([tie], edges[anna.Id].Edges);
    }
}
