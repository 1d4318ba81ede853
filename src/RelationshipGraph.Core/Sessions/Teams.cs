using System.Collections.Concurrent;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>Who is in whose departments today. Kept until the feed says that a department changed, or the day does.</summary>
/// <remarks>
/// Read as everyone sees it: a hidden record must not change what a team may see. Safe for concurrent use.
/// </remarks>
internal sealed class Teams(IGraphStore store)
{
    private const int FeedEntriesMax = 100;
    private const int KeptMax = 10_000;

    private State _state = new(-1, default, []);

    /// <summary>What an employee may see, by every commit acknowledged before the call.</summary>
    public async Task<ViewScope> ScopeOfAsync(RecordId employee, DateOnly today, CancellationToken ct)
    {
        var scopes = (await FollowAsync(today, ct)).Scopes;
        if (scopes.TryGetValue(employee, out var known))
        {
            return known;
        }

        var scope = ViewScope.Of(employee, await ColleaguesOfAsync(employee, today, ct));
        if (scopes.Count < KeptMax)
        {
            scopes[employee] = scope;
        }

        return scope;
    }

    // The dictionary is shared by the states between which no department changed. Whoever still fills an older one fills
    // what nobody looks at any more.
    private async Task<State> FollowAsync(DateOnly today, CancellationToken ct)
    {
        var seen = Volatile.Read(ref _state);
        var page = await store.ReadFeedAsync(Math.Max(seen.Sequence, 0), FeedEntriesMax, ct);
        if (seen.Day == today && page.Reaches && page.LastSequence == seen.Sequence)
        {
            return seen;
        }

        var keeps = seen.Day == today && page.Reaches && page.LastSequence > seen.Sequence
            && page.Entries is [.., var last] && last.Sequence == page.LastSequence
            && !page.Entries.Any(e => e.Changes.Any(c => IsOfTeams(c.Id.Kind)));
        var next = new State(page.LastSequence, today, keeps ? seen.Scopes : []);
        Interlocked.CompareExchange(ref _state, next, seen);
        return next;
    }

    private static bool IsOfTeams(RecordKind kind) =>
        kind is RecordKind.InDepartment or RecordKind.Department or RecordKind.Employee;

    private async Task<IReadOnlyList<RecordId>> ColleaguesOfAsync(RecordId employee, DateOnly today, CancellationToken ct)
    {
        var own = await store.ReadEdgesAsync(
            new EdgeQuery(RecordKind.InDepartment, Direction.Outgoing, [employee]) { AsOf = today, RowsMax = Limits.PageRowsMax },
            ViewScope.Public,
            ct);
        var departments = own[employee].Edges.Select(e => e.ToId).Distinct().ToArray();
        if (departments.Length == 0)
        {
            return [];
        }

        var members = await store.ReadEdgesAsync(
            new EdgeQuery(RecordKind.InDepartment, Direction.Incoming, departments) { AsOf = today, RowsMax = Limits.TeamMax },
            ViewScope.Public,
            ct);
        return [.. members.Values.SelectMany(p => p.Edges).Select(e => e.FromId)];
    }

    private sealed record State(long Sequence, DateOnly Day, ConcurrentDictionary<RecordId, ViewScope> Scopes);
}
