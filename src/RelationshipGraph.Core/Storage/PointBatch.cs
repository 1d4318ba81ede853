using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>What the index needs to know of a node.</summary>
/// <param name="Id">The node.</param>
/// <param name="OwnerId">Its owner; none where it has none.</param>
/// <param name="Visibility">Who may see it.</param>
/// <param name="IsSensitive">Whether it is a network or company where belonging is nobody else's business.</param>
/// <param name="IsActive">False for an employee who no longer works here and for a seat that is not held yet; else true.</param>
/// <param name="From">The first day it counts, as days since 1970-01-01; <see cref="int.MinValue"/> where open.</param>
/// <param name="Until">The first day it no longer counts; <see cref="int.MaxValue"/> where open.</param>
/// <param name="KnownSince">Day from which it could be known.</param>
public readonly record struct Point(
    RecordId Id, RecordId OwnerId, Visibility Visibility, bool IsSensitive, bool IsActive, int From, int Until, int KnownSince);

/// <summary>Points in the order of their ids.</summary>
/// <param name="Points">The points.</param>
/// <param name="HasMore">Whether more follow the last one.</param>
public sealed record PointBatch(IReadOnlyList<Point> Points, bool HasMore);
