using RelationshipGraph.Model;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Core.Sessions;

/// <summary>A door to a store, with the people the tests of sessions are about.</summary>
internal sealed class OpenDoor : IDisposable
{
    private readonly SessionDoor _door;

    /// <param name="store">An empty store; null: one in memory.</param>
    public OpenDoor(IGraphStore? store = null)
    {
        Store = store ?? new ReferenceGraphStore();
        Reads = new CountingStore(Store);
        _door = new SessionDoor(Reads, new RecordIds(Some.TimeAt(Now), new Random(11)), Some.CommitId, Some.TimeAt(Now));
    }

    /// <summary>When the sessions are opened.</summary>
    public static DateTimeOffset Now { get; } = Some.Now.AddDays(1);

    /// <summary>The day of <see cref="Now"/>.</summary>
    public static DateOnly Today { get; } = Some.Today.AddDays(1);

    public IGraphStore Store { get; }

    /// <summary>Counts what the sessions read.</summary>
    public CountingStore Reads { get; }

    public Employee Anna { get; } = Some.Employee("Anna Ås");

    public Employee Bent { get; } = Some.Employee("Bent Æbelø");

    public Employee Carl { get; } = Some.Employee("Carl Dam");

    public static Viewer Administrator { get; } = Viewer.Administrator("test");

    public static Viewer As(Employee employee, Roles roles = Roles.Employee) => new(employee.Id, roles, employee.Id.ToString());

    /// <summary>Stores the three people and more.</summary>
    public async Task<OpenDoor> WithAsync(params IReadOnlyList<Record> records)
    {
        await StoreAsync([Anna, Bent, Carl, .. records]);
        return this;
    }

    public async Task StoreAsync(params IReadOnlyList<Record> records) =>
        Assert.IsType<CommitResult.Done>(await Store.CommitAsync(Some.Creating(records), Some.NoToken));

    public Task<Session> OpenAsync(Viewer viewer, DateOnly? asOf = null) => _door.OpenAsync(viewer, asOf, Some.NoToken);

    public Task<RecordId> EmployeeOfAsync(string email) => _door.EmployeeOfAsync(email, Some.NoToken);

    public void Dispose() => _door.Dispose();
}
