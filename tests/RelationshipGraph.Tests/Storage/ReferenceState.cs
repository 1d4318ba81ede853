using System.Collections.Immutable;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage;

/// <summary>All that a store keeps, at one moment. Never changes.</summary>
/// <param name="Records">Every record by its id.</param>
/// <param name="Feed">The entries that are kept, oldest first.</param>
/// <param name="LastSequence">The greatest sequence given.</param>
/// <param name="TrimmedTo">The greatest sequence forgotten.</param>
internal sealed record ReferenceState(
    ImmutableSortedDictionary<RecordId, Record> Records, ImmutableList<FeedEntry> Feed, long LastSequence, long TrimmedTo)
{
    public static ReferenceState Empty { get; } = new(ImmutableSortedDictionary<RecordId, Record>.Empty, [], 0, 0);

    public IEnumerable<Relationship> Relationships => Records.Values.OfType<Relationship>();

    public IEnumerable<Record> OfKind(RecordKind kind) => Records.Values.Where(record => record.Id.Kind == kind);

    /// <summary>The state after a commit that nothing speaks against.</summary>
    public ReferenceState After(Commit commit)
    {
        var records = Records.ToBuilder();
        var entries = new List<FeedChange>();
        var named = commit.Changes.Select(change => change.Id).ToHashSet();

        // Nodes that go take their relationships along, once, behind the first of their ends.
        var taken = new HashSet<RecordId>();
        foreach (var change in commit.Changes)
        {
            switch (change)
            {
                case Change.Create create:
                    records[create.Id] = create.Record;
                    entries.Add(new FeedChange(create.Id, FeedOperation.Created, create.Record.Version));
                    break;
                case Change.Update update:
                    records[update.Id] = update.Record;
                    entries.Add(new FeedChange(update.Id, FeedOperation.Updated, update.Record.Version));
                    break;
                default:
                    entries.Add(new FeedChange(change.Id, FeedOperation.Deleted, Records[change.Id].Version));
                    records.Remove(change.Id);
                    foreach (var tie in Relationships.Where(r => r.FromId == change.Id || r.ToId == change.Id))
                    {
                        if (!named.Contains(tie.Id) && taken.Add(tie.Id))
                        {
                            entries.Add(new FeedChange(tie.Id, FeedOperation.Deleted, tie.Version));
                            records.Remove(tie.Id);
                        }
                    }

                    break;
            }
        }

        var entry = new FeedEntry(LastSequence + 1, commit.Id, commit.Actor, commit.At, entries);
        return this with { Records = records.ToImmutable(), Feed = Feed.Add(entry), LastSequence = LastSequence + 1 };
    }

    /// <summary>The state that remembers no entry up to the sequence, but the greatest in any case.</summary>
    public ReferenceState Trimmed(long upToSequence)
    {
        var upTo = Math.Min(upToSequence, LastSequence - 1);
        return upTo <= TrimmedTo
            ? this
            : this with { Feed = Feed.RemoveAll(entry => entry.Sequence <= upTo), TrimmedTo = upTo };
    }
}
