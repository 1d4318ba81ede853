using System.Globalization;
using System.Text;

namespace RelationshipGraph.Storage.Sqlite.Schema;

/// <summary>Prints what the scripts together make of a store: the schema as the model declares it now.</summary>
internal static class SchemaText
{
    private const string Shared = """
        -- Names of the systems that records came from; a row keeps the number.
        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;

        -- What deciding who sees a relationship, and when it counts, needs of its two ends.
        CREATE TABLE node (
            id INTEGER PRIMARY KEY,
            visibility INTEGER NOT NULL,
            owner_id INTEGER,
            is_sensitive INTEGER NOT NULL,
            counts_from INTEGER,
            counts_until INTEGER
        ) STRICT;

        -- What text search knows of a node: its name's sort key, its folded name, all its folded words once.
        CREATE TABLE search_text (
            id INTEGER PRIMARY KEY,
            sort_key TEXT NOT NULL,
            name TEXT,
            words TEXT NOT NULL
        ) STRICT;

        CREATE VIRTUAL TABLE search_index USING fts5 (
            words, content = 'search_text', content_rowid = 'id', tokenize = 'ascii', detail = 'none', columnsize = 0
        );

        -- One row a commit, without gaps; the changes are packed (see FeedBlob).
        CREATE TABLE feed (
            sequence INTEGER PRIMARY KEY,
            commit_id BLOB NOT NULL UNIQUE,
            actor TEXT NOT NULL,
            at INTEGER NOT NULL,
            changes BLOB NOT NULL
        ) STRICT;

        """;

    /// <summary>The whole script, with line feeds.</summary>
    public static string Print()
    {
        var text = new StringBuilder();
        text.Append("-- What the scripts beside this folder make, printed from the model. To be read: what is run are they.\n");
        text.Append("-- Visibility: 0 everyone, 1 discreet, 2 team, 3 owner.\n");
        text.Append("-- Days are counted from 1970-01-01, instants are milliseconds since then, lists are JSON.\n\n");
        text.Append(Shared.ReplaceLineEndings("\n"));
        foreach (var table in KindTable.All)
        {
            Append(text, table);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, KindTable table)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n-- {table.Model.Label}: {table.Model.Meaning}\n");
        text.Append(CultureInfo.InvariantCulture, $"CREATE TABLE {table.Name} (\n    ");
        text.AppendJoin(",\n    ", table.Columns.Select(Line)).Append("\n) STRICT;\n");
        foreach (var index in table.Indexes)
        {
            var unique = index.IsUnique ? "UNIQUE " : string.Empty;
            var columns = string.Join(", ", index.Columns.Select(column => $"\"{column}\""));
            var condition = index.Condition is null ? string.Empty : $" WHERE {index.Condition}";
            text.Append(CultureInfo.InvariantCulture,
                $"CREATE {unique}INDEX {index.Name} ON {table.Name} ({columns}){condition};\n");
        }
    }

    private static string Line(StoredColumn column)
    {
        if (column.Property?.Name == "id")
        {
            return "\"id\" INTEGER PRIMARY KEY";
        }

        return column.IsRequired ? $"{column.Quoted} {column.Type} NOT NULL" : $"{column.Quoted} {column.Type}";
    }
}
