using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>One consistent state of the store, as long as one call reads it.</summary>
/// <param name="Connection">Its connection, in a transaction.</param>
/// <param name="Sources">The names of sources in it.</param>
internal sealed record Snapshot(Connection Connection, Sources Sources);
