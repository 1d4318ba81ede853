using System.Collections.Concurrent;
using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;

namespace RelationshipGraph.Storage.Neo4j.Commits;

/// <summary>The statements that write records of a kind, a row of <see cref="KindStorage.ValuesOf"/> each.</summary>
/// <remarks>Every property is named: a map of them would make the server gather all rows before it writes the first.</remarks>
internal static class WriteTexts
{
    private static readonly ConcurrentDictionary<RecordKind, string> Creates = new();
    private static readonly ConcurrentDictionary<RecordKind, string> Updates = new();

    /// <summary>Makes records; an absent value makes no property.</summary>
    public static string Create(KindStorage kind) => Creates.GetOrAdd(kind.Model.Kind, static (_, one) =>
    {
        var properties = string.Join(", ", one.Stored.Select((name, at) => $"{name}: {Entry(at)}"));
        return one.Model.IsNode
            ? $"UNWIND $rows AS row CREATE (:{KindStorage.Record}:{one.Label} {{{properties}}})"
            : $"UNWIND $rows AS row MATCH (f:{KindStorage.Record} {{id: {Entry(Place(one, "from_id"))}}}) "
                + $"MATCH (t:{KindStorage.Record} {{id: {Entry(Place(one, "to_id"))}}}) "
                + $"CREATE (f)-[:{one.Label} {{{properties}}}]->(t)";
    }, kind);

    /// <summary>Replaces records; an absent value removes the property. The id is how they are found, and stays.</summary>
    public static string Update(KindStorage kind) => Updates.GetOrAdd(kind.Model.Kind, static (_, one) =>
    {
        var id = Place(one, "id");
        var properties = string.Join(
            ", ", one.Stored.Select((name, at) => (name, at)).Where(pair => pair.at != id)
                .Select(pair => $"n.{pair.name} = {Entry(pair.at)}"));
        return one.Model.IsNode
            ? $"UNWIND $rows AS row MATCH (n:{KindStorage.Record} {{id: {Entry(id)}}}) SET {properties}"
            : $"UNWIND $rows AS row MATCH ()-[n:{one.Label} {{id: {Entry(id)}}}]->() SET {properties}";
    }, kind);

    private static string Entry(int at) => string.Create(CultureInfo.InvariantCulture, $"row[{at}]");

    private static int Place(KindStorage kind, string column)
    {
        for (var i = 0; i < kind.Stored.Count; i++)
        {
            if (kind.Stored[i] == $"`{column}`")
            {
                return i;
            }
        }

        throw new ArgumentException("The kind has no such property.", nameof(column));
    }
}
