using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>A request that its caller may send again: it is done once and answered each time.</summary>
/// <remarks>
/// The id of its commit comes from who asks and from the caller's own id for it, so that nobody meets the request of another.
/// What it wrote is looked up in the feed, and answered as it is now and as far as the viewer may see it now. That is possible
/// as long as the feed keeps the entry.
/// </remarks>
internal sealed class Repetition(Session session, IReadOnlyList<Draft> drafts, Guid requestId)
{
    /// <summary>The id of the request's commit.</summary>
    public Guid CommitId { get; } = IdOf(session.Viewer, requestId);

    /// <summary>The answer, if the request was done before; else null.</summary>
    /// <remarks>A change that cannot be done makes the store say whether it knows the commit, and do nothing.</remarks>
    public async Task<WriteResult?> FindAsync()
    {
        var impossible = new Change.Delete(session.NewId(RecordKind.Contact), 1);
        var commit = new Commit(CommitId, session.Viewer.Actor, session.Tools.Time.GetUtcNow(), [impossible]);
        return await session.Tools.Store.CommitAsync(commit, session.Deadline) is CommitResult.Done done
            ? await AnswerAsync(done.Sequence)
            : null;
    }

    /// <summary>The answer to a request that was done.</summary>
    /// <param name="sequence">The place of its commit.</param>
    public async Task<WriteResult> AnswerAsync(long sequence)
    {
        var page = await session.Tools.Store.ReadFeedAsync(sequence - 1, 1, session.Deadline);
        if (page.Entries is not [var entry] || IdsOf(entry) is not { } ids)
        {
            return Taken();
        }

        var found = new Dictionary<RecordId, Record>();
        foreach (var batch in ids.Distinct().Chunk(Limits.BatchMax))
        {
            foreach (var (id, record) in await session.Tools.Store.ReadAsync(batch, session.Scope, session.Deadline))
            {
                found[id] = Masking.For(session.Viewer, record);
            }
        }

        // An update that changed nothing is in no entry; but the record is there.
        var written = entry.Changes.Select(change => change.Id).ToHashSet();
        return Enumerable.Range(0, ids.Length).Any(i => !written.Contains(ids[i]) && !found.ContainsKey(ids[i]))
            ? Taken()
            : new WriteResult.Done([.. ids.Select((id, i) => new Written(
                id, drafts[i] is Draft.Delete ? null : found.GetValueOrDefault(id)))]);
    }

    private static Guid IdOf(Viewer viewer, Guid requestId) => new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"request {requestId:D} {viewer.Employee.Value} {viewer.Actor}"))).AsSpan(0, 16));

    private static WriteResult.Refused Taken() =>
        new([new DraftProblem(DraftProblem.WholeRequest, Problem.Of(ProblemCode.RequestIdTaken, "requestId"))]);

    /// <summary>The record of each draft, where the entry is of a request for the same; else null.</summary>
    private RecordId[]? IdsOf(FeedEntry entry)
    {
        var made = new Queue<RecordId>(entry.Changes
            .Where(change => change.Operation == FeedOperation.Created)
            .Select(change => change.Id));
        var written = entry.Changes.Where(change => change.Operation != FeedOperation.Created)
            .ToLookup(change => change.Id, change => change.Operation);
        var ids = new RecordId[drafts.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = drafts[i].Id;
            var isSame = drafts[i] switch
            {
                Draft.Create => made.TryDequeue(out ids[i]) && ids[i].Kind == drafts[i].Id.Kind,
                Draft.Delete => written[ids[i]].Contains(FeedOperation.Deleted),
                _ => !written[ids[i]].Contains(FeedOperation.Deleted),
            };
            if (!isSame)
            {
                return null;
            }
        }

        return made.Count == 0 && drafts.Any(draft => draft is Draft.Create || written.Contains(draft.Id)) ? ids : null;
    }
}
