using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>One commit as followers see it: what changed, never to what, so that erasure has nothing to hunt here.</summary>
/// <param name="Sequence">Its place; each commit gets the next number, from 1.</param>
/// <param name="CommitId">The commit's own id.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="At">When, as the caller said.</param>
/// <param name="Changes">
/// In the order of the commit, each record once; relationships that a node took with it, and that the commit does not remove
/// itself, follow the first such node, by id.
/// </param>
public sealed record FeedEntry(long Sequence, Guid CommitId, string Actor, DateTimeOffset At, IReadOnlyList<FeedChange> Changes);

/// <summary>What happened to one record.</summary>
/// <param name="Id">The record.</param>
/// <param name="Operation">What was done.</param>
/// <param name="Version">The version it has now; for a deletion the last it had.</param>
public readonly record struct FeedChange(RecordId Id, FeedOperation Operation, int Version);

/// <summary>What a commit did to a record.</summary>
public enum FeedOperation : byte
{
    Created = 0,
    Updated = 1,
    Deleted = 2,
}

/// <summary>A part of the feed.</summary>
/// <param name="Entries">In order, without gaps.</param>
/// <param name="LastSequence">The greatest sequence there is; 0 in an empty store.</param>
/// <param name="Reaches">Whether the feed still reaches back to what was asked for; if not, the follower reads everything
/// anew.</param>
public sealed record FeedPage(IReadOnlyList<FeedEntry> Entries, long LastSequence, bool Reaches);
