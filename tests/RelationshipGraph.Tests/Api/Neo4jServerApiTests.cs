using RelationshipGraph.Tests.Api.Graph;
using RelationshipGraph.Tests.Api.Paths;
using RelationshipGraph.Tests.Storage.Neo4j;

namespace RelationshipGraph.Tests.Api;

/// <summary>The same from a Neo4j store, with the same answers on file.</summary>
public static class Neo4jServerApiTests
{
    [Collection(Neo4jServer.Collection)]
    public sealed class AnswerSnapshot : AnswerSnapshotTests<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Batch : BatchTests<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class EveryKind : EveryKindTests<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Filter : FilterTests<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Read : ReadTests<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Repeat : RepeatTests<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Viewer : ViewerTests<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Walk : WalkTests<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Write : WriteTests<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Path : PathTests<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Nearness : NearnessTests<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Tie : TieTests<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Way : WayTests<Neo4jServerPlace>;
}
