using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Storage.Sqlite;

/// <summary>The SQLite store keeps the contract.</summary>
public static class SqliteGraphStoreTests
{
    public sealed class Reading : ReadingContract<SqlitePlace>;

    public sealed class NaturalKeys : NaturalKeyContract<SqlitePlace>;

    public sealed class Pages : PageContract<SqlitePlace>;

    public sealed class Filters : FilterContract<SqlitePlace>;

    public sealed class Edges : EdgeContract<SqlitePlace>;

    public sealed class Search : SearchContract<SqlitePlace>;

    public sealed class Streams : StreamContract<SqlitePlace>;

    public sealed class Commits : CommitContract<SqlitePlace>;

    public sealed class Refusals : RefusalContract<SqlitePlace>;

    public sealed class Feed : FeedContract<SqlitePlace>;

    public sealed class Seeing : VisibilityContract<SqlitePlace>;

    public sealed class Time : TimeContract<SqlitePlace>;

    public sealed class Concurrency : ConcurrencyContract<SqlitePlace>;

    public sealed class Durability : DurabilityContract<SqlitePlace>;

    public sealed class TwoInstances : TwoInstancesContract<SqlitePlace>;

    public sealed class Arguments : ArgumentContract<SqlitePlace>;

    public sealed class Differential : DifferentialContract<SqlitePlace>;

    public sealed class TwoWorlds : TwoWorldContract<SqlitePlace>;
}
