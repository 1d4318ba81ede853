using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>
/// The node that counts the commits. Whoever writes moves it first, and so holds its lock until all that the commit wrote is in
/// the database.
/// </summary>
internal static class Counter
{
    /// <summary>
    /// Takes the lock, and notes that every commit so far is in the database as a whole: the last writer would hold the lock
    /// otherwise. Only a value that is computed from itself is read under the lock.
    /// </summary>
    private const string Hold =
        "MATCH (q:Sequence {name: 'changes'}) SET q.value = q.value + 0 SET q.applied = q.value RETURN q.value, q.applied";

    private const string Read = "MATCH (q:Sequence {name: 'changes'}) RETURN q.value, q.applied";

    /// <summary>Moves the counter on; a division by zero where it is not where it was seen.</summary>
    private const string Move =
        "MATCH (q:Sequence {name: 'changes'}) SET q.value = q.value + $count "
        + "RETURN 1 / CASE q.value - $count WHEN $seen THEN 1 ELSE 0 END";

    public static CypherStep Holding(Action<long, long>? onValues = null) => new(Hold, OnRow: Reader(onValues));

    /// <param name="onValues">Gets the greatest sequence, and the one that was noted.</param>
    public static CypherStep Reading(Action<long, long> onValues) => new(Read, OnRow: Reader(onValues));

    /// <param name="seen">Where it must stand.</param>
    /// <param name="count">How far it is moved.</param>
    /// <param name="onHeld">Called when that is done.</param>
    public static CypherStep Moving(long seen, int count, Action? onHeld) => new(
        Move,
        new Dictionary<string, object?> { ["seen"] = seen, ["count"] = (long)count },
        onHeld is null ? null : _ => onHeld());

    private static Action<ICypherRow>? Reader(Action<long, long>? onValues) => onValues is null
        ? null
        : row => onValues(row.ReadInteger(), row.TryReadNull() ? -1 : row.ReadInteger());
}
