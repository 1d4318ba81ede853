using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Database;

namespace RelationshipGraph.Storage.Sqlite.Commits;

/// <summary>What deciding who sees a relationship, and when it counts, needs of a node at its end.</summary>
/// <param name="Id">The node.</param>
/// <param name="Visibility">As it is stored.</param>
/// <param name="Owner">The owner's id; null where it has none.</param>
/// <param name="IsSensitive">1 for a network or company where belonging is nobody else's business, else 0.</param>
/// <param name="From">The first day it counts; null where open.</param>
/// <param name="Until">The first day it no longer counts; null where open.</param>
internal readonly record struct NodeRow(long Id, long Visibility, long? Owner, long IsSensitive, long? From, long? Until)
{
    public static NodeRow Of(Node node)
    {
        var days = CountedDays.Of(node);
        return new NodeRow(
            node.Id.Value,
            (long)node.Visibility,
            node.OwnerId?.Value,
            Sensitivity.Of(node) ? 1 : 0,
            days.From == int.MinValue ? null : days.From,
            days.Until == int.MaxValue ? null : days.Until);
    }

    /// <summary>Writes it, over what is there.</summary>
    public void Write(Connection connection)
    {
        using var statement = connection.Prepare(
            "INSERT OR REPLACE INTO node (id, visibility, owner_id, is_sensitive, counts_from, counts_until)"
            + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        Bind(statement).Run();
    }

    /// <summary>Whether exactly this is there.</summary>
    public bool IsStored(Connection connection)
    {
        using var statement = connection.Prepare(
            "SELECT 1 FROM node WHERE id = ?1 AND visibility = ?2 AND owner_id IS ?3 AND is_sensitive = ?4"
            + " AND counts_from IS ?5 AND counts_until IS ?6");
        return Bind(statement).Step();
    }

    private Statement Bind(Statement statement) => statement.Bind(1, Id).Bind(2, Visibility).Bind(3, Owner)
        .Bind(4, IsSensitive).Bind(5, From).Bind(6, Until);
}
