using System.Text.RegularExpressions;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Schema;
using RelationshipGraph.Tests.Storage.Sqlite;
using SQLitePCL;

namespace RelationshipGraph.Tests.GraphSchema;

public sealed partial class SqliteScriptTests
{
    [Fact]
    public void The_written_schema_is_what_the_model_prints() =>
        PrintedFile.AssertIs(SchemaText.Print(), "graph-schema", "sqlite", "current", "schema.sql");

    // However old a store was when it was made: each script only ever adds to what those before it did.
    [Fact]
    public void The_scripts_make_what_the_model_prints() =>
        Assert.Equal(MadeBy([SchemaText.Print()]), MadeBy(SchemaScripts.Known));

    private static List<string> MadeBy(IReadOnlyList<string> scripts)
    {
        using var folder = new TestFolder();
        using var connection = Connection.Open(folder.File("graph.db"), raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        foreach (var script in scripts)
        {
            connection.RunScript(script);
        }

        var lines = new List<string>();
        using var statement = connection.Prepare("SELECT type, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
        while (statement.Step())
        {
            lines.AddRange(LinesOf($"{statement.Text(0)} {statement.Text(1)}", statement.Text(2)));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    // A column that came later stands last in its table.
    private static IEnumerable<string> LinesOf(string name, string sql) => name.StartsWith("table", StringComparison.Ordinal)
        ? Between().Split(sql).Select(part => $"{name}: {Spaces().Replace(part, " ").Trim(' ', ',', '(', ')')}")
        : [$"{name}: {Spaces().Replace(sql, " ")}"];

    [GeneratedRegex(@",\s*|\(\s*\n|\)\s*STRICT")]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
