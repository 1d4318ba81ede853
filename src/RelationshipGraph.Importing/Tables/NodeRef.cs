namespace RelationshipGraph.Importing.Tables;

/// <summary>A node that a row names by its id in the source.</summary>
internal readonly record struct NodeRef(NodeSpace Space, string ExternalId, string Column);
