using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage;

/// <summary>The ways in which a store can tell a viewer of what the viewer may not see.</summary>
public enum Leak
{
    None,
    ReadsById,
    FindsByKey,
    ListsHidden,
    CountsHidden,
    PagesSayMore,
    PagesAreCutShort,
    FiltersSeeAll,
    EdgesSayMore,
    EdgesAreCounted,
    EdgesAreCutShort,
    EndsSeeAll,
    DiscreetTies,
    SensitiveMemberships,
    HiddenEnds,
    SearchFinds,
    SearchSaysMore,
}

/// <summary>A store with one planted leak, to show that the tests of visibility would find it.</summary>
internal sealed class LeakyGraphStore(Leak leak) : ReferenceGraphStore
{
    public override Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, CancellationToken ct) =>
        base.ReadAsync(ids, leak == Leak.ReadsById ? ViewScope.All : scope, ct);

    public override Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, CancellationToken ct) =>
        base.FindAsync(keys, leak == Leak.FindsByKey ? ViewScope.All : scope, ct);

    public override Task<long> CountAsync(PageQuery query, ViewScope scope, CancellationToken ct) =>
        base.CountAsync(query, leak == Leak.CountsHidden ? ViewScope.All : scope, ct);

    public override async Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct)
    {
        var page = await base.ReadPageAsync(query, scope, ct);
        var all = await base.ReadPageAsync(query, ViewScope.All, ct);
        var seen = await base.ReadAsync([.. all.Records.Select(record => record.Id)], scope, ct);
        return leak switch
        {
            Leak.ListsHidden => all,
            Leak.PagesSayMore => page with { HasMore = page.HasMore || (all.HasMore && page.Records.Count == query.RowsMax) },
            Leak.PagesAreCutShort => new Page([.. all.Records.Where(record => seen.ContainsKey(record.Id))], page.HasMore),
            Leak.FiltersSeeAll => await FilteredInSightOfAllAsync(query, scope, ct),
            _ => page,
        };
    }

    public override async Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct)
    {
        var pages = await base.ReadEdgesAsync(query, scope, ct);
        var all = await base.ReadEdgesAsync(query, ViewScope.All, ct);
        var edges = all.Values.SelectMany(page => page.Edges).ToList();
        var seen = await base.ReadAsync([.. edges.Select(edge => edge.Id)], scope, ct);
        var nodes = await base.ReadAsync([.. edges.SelectMany(edge => new[] { edge.FromId, edge.ToId })], scope, ct);
        return leak switch
        {
            Leak.EdgesSayMore => pages.ToDictionary(
                page => page.Key, page => page.Value with { HasMore = page.Value.HasMore || all[page.Key].HasMore }),
            Leak.EdgesAreCutShort or Leak.EndsSeeAll => Only(edge => seen.ContainsKey(edge.Id)),
            Leak.DiscreetTies => Only(edge => seen.ContainsKey(edge.Id)
                || (edge.Visibility == Visibility.Discreet && AreSeen(edge) && !IsSensitive(edge))),
            Leak.SensitiveMemberships => Only(edge => seen.ContainsKey(edge.Id)
                || (edge.Visibility == Visibility.Everyone && AreSeen(edge) && IsSensitive(edge))),
            Leak.HiddenEnds => Only(edge => seen.ContainsKey(edge.Id) || edge.Visibility == Visibility.Everyone),
            _ => pages,
        };

        bool AreSeen(Relationship edge) => nodes.ContainsKey(edge.FromId) && nodes.ContainsKey(edge.ToId);

        bool IsSensitive(Relationship edge) => Sensitivity.Of(nodes.GetValueOrDefault(edge.ToId));

        IReadOnlyDictionary<RecordId, EdgePage> Only(Func<Relationship, bool> isShown) => all.ToDictionary(
            page => page.Key, page => new EdgePage([.. page.Value.Edges.Where(isShown)], pages[page.Key].HasMore));
    }

    public override Task<IReadOnlyDictionary<RecordId, long>> CountEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) =>
        base.CountEdgesAsync(query, leak == Leak.EdgesAreCounted ? ViewScope.All : scope, ct);

    public override async Task<SearchPage> SearchAsync(SearchQuery query, ViewScope scope, CancellationToken ct)
    {
        var page = await base.SearchAsync(query, scope, ct);
        var all = await base.SearchAsync(query, ViewScope.All, ct);
        return leak switch
        {
            Leak.SearchFinds => all,
            Leak.SearchSaysMore => page with { HasMore = all.HasMore },
            _ => page,
        };
    }

    private async Task<Page> FilteredInSightOfAllAsync(PageQuery query, ViewScope scope, CancellationToken ct)
    {
        var all = await base.ReadPageAsync(query with { RowsMax = Limits.BatchMax }, ViewScope.All, ct);
        var seen = await base.ReadAsync([.. all.Records.Select(record => record.Id)], scope, ct);
        var rows = all.Records.Where(record => seen.ContainsKey(record.Id)).ToList();
        return new Page([.. rows.Take(query.RowsMax)], rows.Count > query.RowsMax);
    }
}
