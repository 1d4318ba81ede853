using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Database;

namespace RelationshipGraph.Storage.Sqlite.Commits;

/// <summary>Keeps the full-text index beside the nodes. It takes a text away by the words it was given.</summary>
internal static class SearchWriting
{
    public static void Insert(Connection connection, Node node)
    {
        if (!GraphModel.Of(node.Id).IsSearched)
        {
            return;
        }

        var entry = SearchEntry.Of(node);
        using (var text = connection.Prepare("INSERT INTO search_text (id, sort_key, name, words) VALUES (?1, ?2, ?3, ?4)"))
        {
            text.Bind(1, node.Id.Value).Bind(2, entry.SortKey).Bind(3, entry.Name).Bind(4, entry.Words).Run();
        }

        using var index = connection.Prepare("INSERT INTO search_index (rowid, words) VALUES (?1, ?2)");
        index.Bind(1, node.Id.Value).Bind(2, entry.Words).Run();
    }

    public static void Replace(Connection connection, Node node)
    {
        if (!GraphModel.Of(node.Id).IsSearched)
        {
            return;
        }

        if (Find(connection, node.Id) is { } before && before == SearchEntry.Of(node))
        {
            return;
        }

        Remove(connection, node.Id);
        Insert(connection, node);
    }

    public static void Remove(Connection connection, RecordId node)
    {
        if (!GraphModel.Of(node).IsSearched || Find(connection, node) is not { } entry)
        {
            return;
        }

        using (var index = connection.Prepare("INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', ?1, ?2)"))
        {
            index.Bind(1, node.Value).Bind(2, entry.Words).Run();
        }

        using var text = connection.Prepare("DELETE FROM search_text WHERE id = ?1");
        text.Bind(1, node.Value).Run();
    }

    /// <summary>The entry that is stored; null where there is none.</summary>
    public static SearchEntry? Find(Connection connection, RecordId node)
    {
        using var statement = connection.Prepare("SELECT sort_key, name, words FROM search_text WHERE id = ?1");
        return statement.Bind(1, node.Value).Step()
            ? new SearchEntry(statement.Text(0), statement.IsNull(1) ? null : statement.Text(1), statement.Text(2))
            : null;
    }
}
