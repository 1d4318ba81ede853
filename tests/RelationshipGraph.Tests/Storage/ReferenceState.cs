using System.Collections.Immutable;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage;

/// <summary>All that a store keeps, at one moment. Never changes.</summary>
internal sealed class ReferenceState(
    ImmutableSortedDictionary<RecordId, Record> records, ImmutableList<FeedEntry> feed, long lastSequence, long trimmedTo)
{
    private readonly Lazy<ILookup<RecordId, Relationship>> _ties = new(() => records.Values.OfType<Relationship>()
        .SelectMany(tie => new[] { tie.FromId, tie.ToId }.Distinct().Select(node => (Node: node, Tie: tie)))
        .ToLookup(end => end.Node, end => end.Tie));

    public static ReferenceState Empty { get; } = new(ImmutableSortedDictionary<RecordId, Record>.Empty, [], 0, 0);

    /// <summary>Every record by its id.</summary>
    public ImmutableSortedDictionary<RecordId, Record> Records => records;

    /// <summary>The entries that are kept, oldest first.</summary>
    public ImmutableList<FeedEntry> Feed => feed;

    /// <summary>The greatest sequence given.</summary>
    public long LastSequence => lastSequence;

    /// <summary>The greatest sequence forgotten.</summary>
    public long TrimmedTo => trimmedTo;

    public IEnumerable<Record> OfKind(RecordKind kind) => records.Values.Where(record => record.Id.Kind == kind);

    /// <summary>The relationships that start or end at a node, by id; one from the node to itself once.</summary>
    public IEnumerable<Relationship> TiesAt(RecordId node) => _ties.Value[node];

    /// <summary>The state after a commit that nothing speaks against.</summary>
    public ReferenceState After(Commit commit)
    {
        var after = records.ToBuilder();
        var entries = new List<FeedChange>();
        var named = commit.Changes.Select(change => change.Id).ToHashSet();

        // Nodes that go take their relationships along, once, behind the first of their ends.
        var taken = new HashSet<RecordId>();
        foreach (var change in commit.Changes)
        {
            switch (change)
            {
                case Change.Create create:
                    after[create.Id] = create.Record;
                    entries.Add(new FeedChange(create.Id, FeedOperation.Created, create.Record.Version));
                    break;
                case Change.Update update:
                    after[update.Id] = update.Record;
                    entries.Add(new FeedChange(update.Id, FeedOperation.Updated, update.Record.Version));
                    break;
                default:
                    entries.Add(new FeedChange(change.Id, FeedOperation.Deleted, Records[change.Id].Version));
                    after.Remove(change.Id);
                    foreach (var tie in TiesAt(change.Id))
                    {
                        if (!named.Contains(tie.Id) && taken.Add(tie.Id))
                        {
                            entries.Add(new FeedChange(tie.Id, FeedOperation.Deleted, tie.Version));
                            after.Remove(tie.Id);
                        }
                    }

                    break;
            }
        }

        var entry = new FeedEntry(lastSequence + 1, commit.Id, commit.Actor, commit.At, entries);
        return new ReferenceState(after.ToImmutable(), feed.Add(entry), lastSequence + 1, trimmedTo);
    }

    /// <summary>The state that remembers no entry up to the sequence, but the greatest in any case.</summary>
    public ReferenceState Trimmed(long upToSequence)
    {
        var upTo = Math.Min(upToSequence, LastSequence - 1);
        return upTo <= TrimmedTo
            ? this
            : new ReferenceState(records, feed.RemoveAll(entry => entry.Sequence <= upTo), lastSequence, upTo);
    }
}
