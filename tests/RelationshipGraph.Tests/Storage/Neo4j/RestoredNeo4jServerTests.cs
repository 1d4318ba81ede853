using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Neo4j.Transport;
using RelationshipGraph.Tests.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Tests.Storage.Neo4j;

/// <summary>An older backup was put in the server's place while the program ran.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class RestoredNeo4jServerTests
{
    [Neo4jServerFact]
    public async Task What_was_certain_before_is_asked_anew_and_commits_go_on_from_the_older_one()
    {
        await using var place = await Neo4jServerPlace.OpenEmptyAsync();
        await using var wire = Neo4jServer.Connect();
        for (var i = 0; i < 3; i++)
        {
            await place.Store.CommitAsync(Some.Commit(), Some.NoToken);
        }

        await wire.WriteAsync(
            new CypherStep("MATCH (c:Change) WHERE c.sequence > 1 DELETE c"),
            new CypherStep("MATCH (q:Sequence {name: 'changes'}) SET q.value = 1, q.applied = 0"));
        var feed = await place.Store.ReadFeedAsync(0, 10, Some.NoToken);

        Assert.Equal(1, feed.LastSequence);
        Assert.Equal([1], await wire.ReadIntegersAsync("MATCH (q:Sequence) RETURN q.applied", Some.NoToken));
        Assert.Equal(
            new CommitResult.Done(2, IsRepeated: false), await place.Store.CommitAsync(Some.Commit(), Some.NoToken));
    }
}
