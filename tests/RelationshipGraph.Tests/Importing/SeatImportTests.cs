using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Importing;

/// <summary>A row makes no second holder of a seat that was given to somebody else.</summary>
public sealed class SeatImportTests : IAsyncLifetime
{
    private static readonly ImportFiles Files = Imports.Files(
        ("people.csv", "id,kind,name\n1,employee,Anna\n2,employee,Bent\n"),
        ("networks.csv", "id,name\n9,VL 42\n"),
        ("memberships.csv", "person,network\n1,9\n"));

    private readonly ReferenceGraphStore _store = new();

    public async Task InitializeAsync()
    {
        Assert.Equal(0, (await Imports.ImportAsync(_store, Files)).RefusalsTotal);
        var anna = Assert.Single(await Imports.AllAsync<Holds>(_store, RecordKind.Holds));
        await CommitAsync(Some.Deleting(anna));
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_row_whose_seat_has_another_holder_is_refused_and_changes_nothing()
    {
        await GiveToBentAsync();
        var before = await Imports.ExportAsync(_store);

        var plan = await Imports.ImportAsync(_store, Files, new ImportOptions { IsDryRun = true });
        var report = await Imports.ImportAsync(_store, Files);

        Assert.All([plan, report], one => Assert.Equal(
            ["memberships.csv(2) person SEAT_TAKEN"], one.Refusals.Select(Imports.Show)));
        Assert.Equal(before.Bytes, (await Imports.ExportAsync(_store)).Bytes);
    }

    [Fact]
    public async Task A_row_whose_seat_is_given_away_meanwhile_is_refused()
    {
        await using var meddling = new MeddlingStore(_store, GiveToBentAsync) { Before = 0 };

        var report = await Imports.ImportAsync(meddling, Files);

        Assert.Equal(["memberships.csv(2) person SEAT_TAKEN"], report.Refusals.Select(Imports.Show));
        Assert.Single(await Imports.AllAsync<Holds>(_store, RecordKind.Holds));
    }

    [Fact]
    public async Task A_free_seat_is_given_back()
    {
        var report = await Imports.ImportAsync(_store, Files);

        Assert.Equal((0, "Holds:1"), (report.RefusalsTotal, Imports.Show(report.Created)));
        Assert.Empty(report.Updated);
    }

    // As a session does: the seat's version counts up with it.
    private async Task GiveToBentAsync()
    {
        var seat = Assert.Single(await Imports.AllAsync<Seat>(_store, RecordKind.Seat));
        var bent = (await Imports.AllAsync<Employee>(_store, RecordKind.Employee)).Single(one => one.Name == "Bent");
        await CommitAsync(new Change.Create(Some.Holds(bent, seat)), Some.Updating(seat, next => next));
    }

    private async Task CommitAsync(params Change[] changes) =>
        Assert.IsType<CommitResult.Done>(await _store.CommitAsync(Some.Commit(changes), Some.NoToken));
}
