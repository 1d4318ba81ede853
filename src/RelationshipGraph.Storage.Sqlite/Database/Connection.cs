using RelationshipGraph.Model;
using SQLitePCL;

namespace RelationshipGraph.Storage.Sqlite.Database;

/// <summary>One open file, used by one caller at a time. Keeps the statements that were prepared last.</summary>
internal sealed class Connection : IDisposable
{
    /// <summary>A function of SQL that says whether an owner is in the reader's team; a team may have thousands.</summary>
    public const string TeamFunction = "in_team";

    private const int StatementsKept = 256;

    private readonly Dictionary<string, LinkedListNode<(string Sql, Statement Statement)>> _statements =
        new(StringComparer.Ordinal);

    private readonly LinkedList<(string Sql, Statement Statement)> _byUse = new();

    static Connection() => Batteries_V2.Init();

    private Connection(sqlite3 database)
    {
        Database = database;
        raw.sqlite3_create_function(database, TeamFunction, 1, this, IsInTeam);
    }

    public sqlite3 Database { get; }

    /// <summary>Whose records the reader of the moment may see for being of one team; sorted.</summary>
    public ValueList<RecordId> Team { get; set; } = [];

    /// <summary>Opens a file.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static Connection Open(string file, int flags)
    {
        var result = raw.sqlite3_open_v2(file, out var database, flags | raw.SQLITE_OPEN_NOMUTEX, vfs: null);
        if (result == raw.SQLITE_OK)
        {
            raw.sqlite3_extended_result_codes(database, 1);
            return new Connection(database);
        }

        var failure = SqliteFailure.Of(result, database);
        database?.Dispose();
        throw failure;
    }

    /// <summary>A statement ready for its values. Dispose it to end its run.</summary>
    public Statement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out var found) && !found.Value.Statement.IsInUse)
        {
            _byUse.Remove(found);
            _byUse.AddFirst(found);
            found.Value.Statement.IsInUse = true;
            return found.Value.Statement;
        }

        var isKept = found is null;
        var result = raw.sqlite3_prepare_v3(
            Database, sql, isKept ? (uint)raw.SQLITE_PREPARE_PERSISTENT : 0, out var handle);
        if (result != raw.SQLITE_OK)
        {
            throw SqliteFailure.Of(result, Database);
        }

        var statement = new Statement(Database, handle) { IsKept = isKept, IsInUse = true };
        if (isKept)
        {
            _statements[sql] = _byUse.AddFirst((sql, statement));
            Forget();
        }

        return statement;
    }

    /// <summary>Runs one statement without values and rows.</summary>
    public void Run(string sql)
    {
        using var statement = Prepare(sql);
        statement.Run();
    }

    /// <summary>Runs a script of several statements.</summary>
    public void RunScript(string script)
    {
        var result = raw.sqlite3_exec(Database, script);
        if (result != raw.SQLITE_OK)
        {
            throw SqliteFailure.Of(result, Database);
        }
    }

    /// <summary>The first column of the first row, as a number; 0 where there is none.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Integer(0) : 0;
    }

    /// <summary>Ends what the connection is doing, from another thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(Database);

    /// <summary>Whether a transaction is open.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(Database) == 0;

    public void Dispose()
    {
        foreach (var (_, statement) in _byUse)
        {
            statement.Close();
        }

        _byUse.Clear();
        _statements.Clear();
        Database.Dispose();
    }

    // Called for the records with visibility TEAM only.
    private static void IsInTeam(sqlite3_context context, object connection, sqlite3_value[] arguments)
    {
        var owner = raw.sqlite3_value_int64(arguments[0]);
        var isIn = owner != 0 && ((Connection)connection).Team.AsSpan().BinarySearch(RecordId.FromValue(owner)) >= 0;
        raw.sqlite3_result_int(context, isIn ? 1 : 0);
    }

    // What was not asked for the longest time goes first; statements that are being read stay.
    private void Forget()
    {
        var last = _byUse.Last;
        while (_byUse.Count > StatementsKept && last is not null)
        {
            var before = last.Previous;
            if (!last.Value.Statement.IsInUse)
            {
                last.Value.Statement.Close();
                _statements.Remove(last.Value.Sql);
                _byUse.Remove(last);
            }

            last = before;
        }
    }
}
