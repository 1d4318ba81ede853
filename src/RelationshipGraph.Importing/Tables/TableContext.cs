using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>What all tables of an import know.</summary>
/// <param name="PersonsAs">What a person becomes whose row does not say.</param>
/// <param name="IsDirected">Whether from and to of an interaction matter; null where the set does not say.</param>
/// <param name="Interests">What the persons are interested in, read before them.</param>
internal sealed record TableContext(RecordKind PersonsAs, bool? IsDirected, Interests Interests);
