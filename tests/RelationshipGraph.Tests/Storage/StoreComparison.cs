using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage;

/// <summary>Asks two stores the same and says where they first answer differently.</summary>
/// <param name="one">A store.</param>
/// <param name="other">Another.</param>
internal sealed class StoreComparison(IGraphStore one, IGraphStore other)
{
    private const int PagesMax = 50;

    /// <summary>A random read of any form, pages walked to their end.</summary>
    /// <returns>What was asked and the two answers; null where they are the same.</returns>
    public Task<string?> AskAsync(RandomQueries queries, Random random, ViewScope scope) => random.Next(8) switch
    {
        0 => ReadAsync(queries.Ids(), scope),
        1 => FindAsync(queries.Keys(), scope),
        2 or 3 or 4 => WalkAsync(queries.Page(), scope),
        5 or 6 => EdgesAsync(queries.Edges(), scope),
        _ => SearchAsync(queries.Search(), scope),
    };

    private Task<string?> ReadAsync(List<RecordId> ids, ViewScope scope) => CompareAsync<Record>(
        $"read {string.Join(", ", ids)}",
        async store => (await store.ReadAsync(ids, scope, Some.NoToken)).Values.OrderBy(record => record.Id));

    private Task<string?> FindAsync(List<NaturalKey> keys, ViewScope scope) =>
        CompareAsync<KeyValuePair<NaturalKey, Record>>(
            $"find {string.Join(", ", keys)}",
            async store => (await store.FindAsync(keys, scope, Some.NoToken)).OrderBy(found => found.Value.Id));

    private async Task<string?> WalkAsync(PageQuery query, ViewScope scope)
    {
        var counted = await CompareAsync<long>(
            $"count {query}", async store => [await store.CountAsync(query, scope, Some.NoToken)]);
        for (var i = 0; counted is null && i < PagesMax; i++)
        {
            var difference = await CompareAsync(
                $"page {query}",
                async store =>
                {
                    var page = await store.ReadPageAsync(query, scope, Some.NoToken);
                    return page.Records.Select(record => (record, page.HasMore)).Append((null!, page.HasMore));
                });
            var last = await one.ReadPageAsync(query, scope, Some.NoToken);
            if (difference is not null || !last.HasMore)
            {
                return difference;
            }

            query = query with { After = Keyset.Of(last.Records[^1], query.Order) };
        }

        return counted;
    }

    private async Task<string?> EdgesAsync(EdgeQuery query, ViewScope scope) =>
        await CompareAsync(
            $"edges {query} at {string.Join(", ", query.Anchors)}",
            async store => (await store.ReadEdgesAsync(query, scope, Some.NoToken)).OrderBy(page => page.Key)
                .SelectMany(page => page.Value.Edges.Select(edge => (page.Key, (Record)edge, page.Value.HasMore))
                    .Append((page.Key, null!, page.Value.HasMore))))
        ?? await CompareAsync<KeyValuePair<RecordId, long>>(
            $"count edges {query} at {string.Join(", ", query.Anchors)}",
            async store => (await store.CountEdgesAsync(query, scope, Some.NoToken)).OrderBy(count => count.Key));

    private async Task<string?> SearchAsync(SearchQuery query, ViewScope scope)
    {
        for (var i = 0; i < PagesMax; i++)
        {
            var difference = await CompareAsync(
                $"search {query}",
                async store =>
                {
                    var page = await store.SearchAsync(query, scope, Some.NoToken);
                    return page.Nodes.Select(node => (node, page.HasMore)).Append((null!, page.HasMore));
                });
            var last = await one.SearchAsync(query, scope, Some.NoToken);
            if (difference is not null || !last.HasMore)
            {
                return difference;
            }

            query = query with { After = ReferenceGraphStore.PlaceOf(last.Nodes[^1], query.Words) };
        }

        return null;
    }

    private async Task<string?> CompareAsync<T>(string asked, Func<IGraphStore, Task<IEnumerable<T>>> ask)
    {
        var first = (await ask(one)).ToList();
        var second = (await ask(other)).ToList();
        return first.SequenceEqual(second)
            ? null
            : $"{asked}\n  answers [{string.Join("; ", first)}]\n  and     [{string.Join("; ", second)}]";
    }
}
