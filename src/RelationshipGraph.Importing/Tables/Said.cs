using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>A value that a row says of a property.</summary>
internal readonly record struct Said(string Property, PropertyValue Value, string Column);
