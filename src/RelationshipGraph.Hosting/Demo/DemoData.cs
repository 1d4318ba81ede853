using System.Security.Cryptography;
using System.Text;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>A fictional Danish company with its networks, the same to the last byte every time it is made.</summary>
/// <remarks>
/// What is in it, why its calendar is fixed, and which networks pay for whom is in <c>src/decisions/0030-demo-data.md</c>.
/// </remarks>
public static class DemoData
{
    /// <summary>Who the audit says wrote it.</summary>
    public const string Actor = "demo";

    /// <summary>Which demo it is: raised whenever a record changes, so that two demos are never mixed in one store.</summary>
    public const int Edition = 2;

    /// <summary>Every record: nodes first, then relationships; by kind, then by id.</summary>
    public static IReadOnlyList<Record> Records() => DemoWorld.Make().Records.Sorted();

    /// <summary>The records as commits, whose ids are always the same: what was done once is not done again.</summary>
    /// <param name="at">When they are written, for the audit. The records keep their own times.</param>
    public static IEnumerable<Commit> Commits(DateTimeOffset at) => Records()
        .Chunk(Limits.CommitChangesMax)
        .Select((records, n) => new Commit(CommitId(n), Actor, at, [.. records.Select(record => new Change.Create(record))]));

    /// <summary>Fills an empty store; goes on where an interrupted call stopped; does nothing where it was done before.</summary>
    /// <param name="store">The store.</param>
    /// <param name="at">When, for the audit.</param>
    /// <param name="progress">Told the part that is done, 0 to 1.</param>
    /// <param name="ct">Ends the work; the next call goes on from there.</param>
    public static async Task<DemoLoading> LoadAsync(
        IGraphStore store, DateTimeOffset at, IProgress<double>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        var feed = await store.ReadFeedAsync(0, 1, ct);
        if (feed.LastSequence > 0 && (feed.Entries.Count == 0 || feed.Entries[0].CommitId != CommitId(0)))
        {
            return new DemoLoading.NotEmpty();
        }

        var commits = Commits(at).ToList();
        var (done, written) = (0, 0);
        foreach (var commit in commits)
        {
            var result = await store.CommitAsync(commit, ct);
            if (result is not CommitResult.Done { IsRepeated: var isRepeated })
            {
                return new DemoLoading.NotEmpty();
            }

            written += isRepeated ? 0 : commit.Changes.Count;
            progress?.Report(++done / (double)commits.Count);
        }

        return written > 0 ? new DemoLoading.Loaded(written) : new DemoLoading.AlreadyThere();
    }

    private static Guid CommitId(int position) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"relationship graph demo {Edition} commit {position}")).AsSpan(0, 16));
}
