using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>What tests do with a store again and again, in a word each.</summary>
internal static class StoreSteps
{
    /// <summary>Creates the records.</summary>
    public static Task<long> CreateAsync(this IGraphStore store, params IReadOnlyList<Record> records) =>
        store.WriteAsync([.. records.Select(record => new Change.Create(record))]);

    /// <summary>Makes the changes and says the sequence.</summary>
    public static async Task<long> WriteAsync(this IGraphStore store, params IReadOnlyList<Change> changes)
    {
        var result = await store.CommitAsync(Some.Commit(changes), Some.NoToken);
        return Assert.IsType<CommitResult.Done>(result).Sequence;
    }

    /// <summary>Tries the changes and says why they were refused.</summary>
    public static async Task<IReadOnlyList<Refusal>> RefuseAsync(this IGraphStore store, params IReadOnlyList<Change> changes)
    {
        var result = await store.CommitAsync(Some.Commit(changes), Some.NoToken);
        return Assert.IsType<CommitResult.Refused>(result).Refusals;
    }

    /// <summary>The record, or null.</summary>
    public static async Task<Record?> ReadOneAsync(this IGraphStore store, RecordId id, ViewScope? scope = null) =>
        (await store.ReadAsync([id], scope ?? ViewScope.All, Some.NoToken)).GetValueOrDefault(id);

    /// <summary>The ids of one page.</summary>
    public static async Task<IReadOnlyList<RecordId>> IdsAsync(
        this IGraphStore store, PageQuery query, ViewScope? scope = null) =>
        [.. (await store.ReadPageAsync(query, scope ?? ViewScope.All, Some.NoToken)).Records.Select(record => record.Id)];

    /// <summary>The ids of the relationships at each anchor.</summary>
    public static async Task<IReadOnlyDictionary<RecordId, RecordId[]>> EdgeIdsAsync(
        this IGraphStore store, EdgeQuery query, ViewScope? scope = null)
    {
        var pages = await store.ReadEdgesAsync(query, scope ?? ViewScope.All, Some.NoToken);
        return pages.ToDictionary(page => page.Key, page => page.Value.Edges.Select(edge => edge.Id).ToArray());
    }

    /// <summary>The ids of the relationships at the query's only anchor.</summary>
    public static async Task<RecordId[]> EdgeIdsAtOneAsync(this IGraphStore store, EdgeQuery query, ViewScope? scope = null) =>
        (await store.EdgeIdsAsync(query, scope))[query.Anchors.Single()];

    /// <summary>The ids a search finds, for words as people type them.</summary>
    public static async Task<IReadOnlyList<RecordId>> FoundAsync(
        this IGraphStore store, string typed, ViewScope? scope = null, params IReadOnlyList<RecordKind> kinds)
    {
        var query = Searching(typed, kinds);
        return [.. (await store.SearchAsync(query, scope ?? ViewScope.All, Some.NoToken)).Nodes.Select(node => node.Id)];
    }

    /// <summary>The query for words as people type them; without kinds: all that are searched.</summary>
    public static SearchQuery Searching(string typed, params IReadOnlyList<RecordKind> kinds) => new(
        ValueList.From(Text.SearchText.Tokens(typed)),
        ValueList.From(kinds.Count > 0 ? kinds : GraphModel.Nodes.Where(kind => kind.IsSearched).Select(kind => kind.Kind)))
    {
        RowsMax = Limits.PageRowsMax,
    };

    /// <summary>Every page to the end, by keyset.</summary>
    public static async Task<List<Record>> WalkAsync(this IGraphStore store, PageQuery query, ViewScope? scope = null)
    {
        var walked = new List<Record>();
        while (true)
        {
            var page = await store.ReadPageAsync(query, scope ?? ViewScope.All, Some.NoToken);
            Assert.True(page.Records.Count <= query.RowsMax, "A page is longer than its bound.");
            Assert.True(page.Records.Count == query.RowsMax || !page.HasMore, "A page that has more is not full.");
            walked.AddRange(page.Records);
            if (!page.HasMore)
            {
                return walked;
            }

            query = query with { After = Keyset.Of(page.Records[^1], query.Order) };
        }
    }

    /// <summary>The property of a kind.</summary>
    public static PropertyModel Of(this RecordKind kind, string property) => GraphModel.Of(kind)[property];

    /// <summary>A filter that compares for equality.</summary>
    public static RecordFilter Is(this PropertyModel property, PropertyValue value) =>
        new RecordFilter.Compare(property, Comparison.Equal, value);
}
