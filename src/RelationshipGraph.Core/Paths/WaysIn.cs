using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>The best way in for each of several people.</summary>
/// <param name="Ways">The strongest first; people to whom nothing leads last, by id.</param>
/// <param name="IsCut">Whether there were more people than were looked for.</param>
public sealed record WaysIn(ValueList<WayIn> Ways, bool IsCut);

/// <summary>The best way in for one person.</summary>
/// <param name="To">The person.</param>
/// <param name="Path">The strongest path; null where nothing leads there.</param>
/// <param name="IsWhole">Whether the search was done; else there may be a stronger one.</param>
public sealed record WayIn(RecordId To, IntroductionPath? Path, bool IsWhole);
