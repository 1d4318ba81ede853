using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Fitting;

namespace RelationshipGraph.Indexing;

/// <summary>What came of fitting one form of the strength formula on the contacts of a store.</summary>
/// <param name="Form">The form.</param>
/// <param name="Day">The UTC day by whose end contacts were read; null where there are none.</param>
/// <param name="RowCount">Contacts read: those that everyone may see, between people whom everyone may see.</param>
/// <param name="Report">How the constants did, and whether they are to be used.</param>
public sealed record StoreFit(StrengthForm Form, DateOnly? Day, long RowCount, FitReport Report);
