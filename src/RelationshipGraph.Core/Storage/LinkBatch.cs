using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>What the index needs to know of a relationship.</summary>
/// <param name="Id">The relationship.</param>
/// <param name="FromId">Its start.</param>
/// <param name="ToId">Its end.</param>
/// <param name="OwnerId">Its owner; none where it has none.</param>
/// <param name="Visibility">Who may see it.</param>
/// <param name="From">The first day it counts, as days since 1970-01-01; <see cref="int.MinValue"/> where open.</param>
/// <param name="Until">The first day it no longer counts; <see cref="int.MaxValue"/> where open.</param>
/// <param name="KnownSince">Day from which it could be known.</param>
/// <param name="Strength">The declared strength; NaN where none is declared or the type has none.</param>
/// <param name="IsActive">False for an ATTENDED of somebody who was expected and did not come; else true.</param>
public readonly record struct Link(
    RecordId Id, RecordId FromId, RecordId ToId, RecordId OwnerId, Visibility Visibility, int From, int Until, int KnownSince,
    double Strength, bool IsActive = true);

/// <summary>Links in the order of their ids.</summary>
/// <param name="Links">The links.</param>
/// <param name="HasMore">Whether more follow the last one.</param>
public sealed record LinkBatch(IReadOnlyList<Link> Links, bool HasMore);
