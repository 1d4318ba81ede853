using RelationshipGraph.Indexing;
using RelationshipGraph.Model;

namespace RelationshipGraph.Cli;

/// <summary>What came of fitting a form, and the record of it; null where none was kept.</summary>
internal sealed record KeptFit(StoreFit Fit, StrengthFit? Kept);
