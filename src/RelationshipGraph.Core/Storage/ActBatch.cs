using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>What the strength of ties needs to know of an interaction.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="FromId">The first person.</param>
/// <param name="ToId">The second person.</param>
/// <param name="OwnerId">Its owner; none where it has none.</param>
/// <param name="Visibility">Who may see it.</param>
/// <param name="Source">The system it came from; null where it was entered here.</param>
/// <param name="At">When, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Channel">How the two were in contact.</param>
/// <param name="Direction">Who turned to whom.</param>
/// <param name="OthersPresent">How many took part besides one of the two: 1 or more.</param>
public readonly record struct Act(
    RecordId Id, RecordId FromId, RecordId ToId, RecordId OwnerId, Visibility Visibility, string? Source, long At,
    Channel Channel, ContactDirection Direction, int OthersPresent)
{
    /// <summary>What a record says.</summary>
    public static Act Of(Interaction record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Act(
            record.Id, record.FromId, record.ToId, record.OwnerId ?? default, record.Visibility, record.Source,
            record.At.ToUnixTimeMilliseconds(), record.Channel, record.Direction, 1 + record.ParticipantIds.Count);
    }
}

/// <summary>Acts in the order of their ids.</summary>
/// <param name="Acts">The acts.</param>
/// <param name="HasMore">Whether more follow the last one.</param>
public sealed record ActBatch(IReadOnlyList<Act> Acts, bool HasMore);
