using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>The one way to the graph. Opens a session for each request; safe for concurrent use.</summary>
/// <param name="store">Where the graph is kept.</param>
/// <param name="ids">Makes the ids of new records.</param>
/// <param name="commitIds">Makes the ids of commits; each one differs from every other ever made.</param>
/// <param name="time">The clock.</param>
/// <param name="paths">In what paths are searched.</param>
/// <param name="indexFile">Where the arrays that paths are searched in are kept between runs; null: nowhere.</param>
public sealed class SessionDoor(
    IGraphStore store, RecordIds ids, Func<Guid> commitIds, TimeProvider time, PathMode paths = PathMode.Snapshot,
    IndexFile? indexFile = null)
    : IAsyncDisposable, IDisposable
{
    private readonly Teams _teams = new(store);
    private readonly HeldIndex _index = new(
        store, indexFile, paths == PathMode.Snapshot ? IndexParts.All : IndexParts.Contacts);
    private readonly SemaphoreSlim _credits = new(1, 1);
    private readonly SemaphoreSlim _fits = new(1, 1);
    private readonly SemaphoreSlim _asks = new(1, 1);

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Opens a session.</summary>
    /// <param name="viewer">Who is asking.</param>
    /// <param name="asOf">The UTC day asked about; null: today.</param>
    /// <param name="deadline">Ends every read and write of the session.</param>
    public async Task<Session> OpenAsync(Viewer viewer, DateOnly? asOf, CancellationToken deadline)
    {
        var today = Today;
        var scope = viewer.IsAdministrator ? ViewScope.All
            : viewer.Employee.IsNone ? ViewScope.Public
            : await _teams.ScopeOfAsync(viewer.Employee, today, deadline);
        var tools = new SessionTools(store, ids, commitIds, time, _index, paths, _credits, _fits, _asks);
        return new Session(tools, viewer, scope, asOf ?? today, deadline);
    }

    /// <summary>Reads what paths are searched in, so that the first who asks for one need not wait for it.</summary>
    /// <exception cref="StoreException">The store did not give it; the first who asks will try again.</exception>
    public Task PreparePathsAsync(CancellationToken ct) =>
        _index.ViewAsync(Today, ct);

    /// <summary>
    /// The employee with this e-mail address, which somebody has verified; none where there is none or several.
    /// </summary>
    /// <remarks>
    /// Among the employees that everyone sees: before it is known who asks, a hidden one must not change who they are.
    /// </remarks>
    public async Task<RecordId> EmployeeOfAsync(string email, CancellationToken ct)
    {
        var query = new PageQuery(RecordKind.Employee)
        {
            Filter = new RecordFilter.Has(GraphModel.Of(RecordKind.Employee)["emails"], email),
            RowsMax = 2,
        };
        var page = await store.ReadPageAsync(query, ViewScope.Public, ct);
        return page.Records is [var only] ? only.Id : default;
    }

    public async ValueTask DisposeAsync()
    {
        await _index.DisposeAsync();
        _credits.Dispose();
        _fits.Dispose();
        _asks.Dispose();
    }

    /// <summary>The same without waiting for the end of a reading that is under way.</summary>
    public void Dispose()
    {
        _ = _index.DisposeAsync().AsTask();
        _credits.Dispose();
        _fits.Dispose();
        _asks.Dispose();
    }
}
