using RelationshipGraph.Tests.Api.Graph;
using RelationshipGraph.Tests.Api.Paths;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Api;

/// <summary>What the API answers from a SQLite store.</summary>
public static class SqliteApiTests
{
    public sealed class AnswerSnapshot : AnswerSnapshotTests<SqlitePlace>;

    public sealed class Batch : BatchTests<SqlitePlace>;

    public sealed class EveryKind : EveryKindTests<SqlitePlace>;

    public sealed class Filter : FilterTests<SqlitePlace>;

    public sealed class Read : ReadTests<SqlitePlace>;

    public sealed class Repeat : RepeatTests<SqlitePlace>;

    public sealed class Viewer : ViewerTests<SqlitePlace>;

    public sealed class Walk : WalkTests<SqlitePlace>;

    public sealed class Write : WriteTests<SqlitePlace>;

    public sealed class Path : PathTests<SqlitePlace>;

    public sealed class Nearness : NearnessTests<SqlitePlace>;

    public sealed class Tie : TieTests<SqlitePlace>;

    public sealed class Way : WayTests<SqlitePlace>;
}
