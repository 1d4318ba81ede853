using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Sessions;

/// <summary>On any day a seat has one holder and one network at most.</summary>
public sealed class SeatWriteTests : IDisposable
{
    private readonly OpenDoor _door = new();
    private readonly Seat _seat = Some.Seat();
    private readonly Network _network = Some.Network();

    public void Dispose() => _door.Dispose();

    [Fact]
    public async Task A_second_holder_or_network_is_refused_with_the_end_that_is_wrong()
    {
        var session = await OpenAsync(Some.Holds(_door.Anna, _seat), Some.SeatIn(_seat, _network));

        Assert.Equal([(0, ProblemCode.SeatTaken, "to")], await RefusedAsync(session, Holding(session, _door.Bent)));
        Assert.Equal(
            [(0, ProblemCode.SeatTaken, "from")],
            await RefusedAsync(session, new Draft.Create(session.NewId(RecordKind.SeatIn), _seat.Id, _network.Id, [])));
    }

    [Fact]
    public async Task Who_comes_on_the_day_the_other_goes_is_taken()
    {
        var session = await OpenAsync(Some.Holds(_door.Anna, _seat) with { Until = Some.Today });

        Assert.Equal(
            [(0, ProblemCode.SeatTaken, "to")],
            await RefusedAsync(session, Holding(session, _door.Bent, from: Some.Today.AddDays(-1))));
        await DoneAsync(session, Holding(session, _door.Bent, from: Some.Today));
    }

    [Fact]
    public async Task One_request_may_end_the_one_and_begin_the_other_but_not_make_two()
    {
        var old = Some.Holds(_door.Anna, _seat);
        var session = await OpenAsync(old);
        var end = new Draft.Update(old.Id, 1, Values("until", Some.Today));

        Assert.Equal(
            [(2, ProblemCode.SeatTaken, "to")],
            await RefusedAsync(
                session, end, Holding(session, _door.Bent, Some.Today), Holding(session, _door.Carl, Some.Today.AddDays(9))));
        await DoneAsync(session, Holding(session, _door.Bent, Some.Today), end);
    }

    [Fact]
    public async Task Two_holders_that_are_there_already_can_be_ended_but_not_prolonged()
    {
        var (one, other) = (
            Some.Holds(_door.Anna, _seat) with { Until = Some.Today.AddDays(99) }, Some.Holds(_door.Bent, _seat));
        var session = await OpenAsync(one, other);

        Assert.Equal(
            [(0, ProblemCode.SeatTaken, "to")],
            await RefusedAsync(session, new Draft.Update(one.Id, 1, Values("until", Some.Today.AddDays(100)))));
        await DoneAsync(session, new Draft.Update(one.Id, 1, Values("until", Some.Today)));
        await DoneAsync(session, new Draft.Update(other.Id, 1, Values("evidence", "x")));
        await DoneAsync(session, new Draft.Delete(other.Id, 2));
    }

    [Fact]
    public async Task Of_many_who_give_a_seat_a_holder_at_the_same_time_one_does()
    {
        var session = await OpenAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 12)
            .Select(_ => Task.Run(() => session.WriteAsync([Holding(session, _door.Anna)]))));

        Assert.Single(results, result => result is WriteResult.Done);
        Assert.All(results.OfType<WriteResult.Refused>(), refused => Assert.Contains(
            Assert.Single(refused.Problems).Problem.Code, (string[])[ProblemCode.SeatTaken, ProblemCode.VersionConflict]));
    }

    [Fact]
    public async Task A_holder_whom_the_writer_may_not_see_refuses_nobody_and_a_hidden_one_leaves_no_mark_on_the_seat()
    {
        var hidden = Some.Holds(_door.Anna, _seat) with { Visibility = Visibility.Owner, OwnerId = _door.Anna.Id };
        var session = await OpenAsync(hidden);

        await DoneAsync(session, new Draft.Create(
            session.NewId(RecordKind.Holds), _door.Bent.Id, _seat.Id,
            [
                .. Values("from", Some.Today), new(Of("visibility"), PropertyValue.Of("OWNER")),
                new(Of("ownerId"), PropertyValue.Of(_door.Carl.Id)),
            ]));
        Assert.Equal(_seat, await StoredAsync(_seat.Id));

        await DoneAsync(session, Holding(session, _door.Bent, until: new DateOnly(1999, 1, 1)));
        Assert.Equal(2, (await StoredAsync(_seat.Id)).Version);
    }

    [Fact]
    public async Task A_seat_that_the_request_writes_itself_is_written_once()
    {
        var session = await OpenAsync();
        var fresh = new Draft.Create(session.NewId(RecordKind.Seat), default, default, []);

        await DoneAsync(
            session, fresh, new Draft.Create(session.NewId(RecordKind.Holds), _door.Anna.Id, fresh.NewId, []),
            new Draft.Update(_seat.Id, 1, [new(GraphModel.Of(RecordKind.Seat)["role"], PropertyValue.Of("x"))]),
            Holding(session, _door.Bent));

        Assert.Equal((1, 2), ((await StoredAsync(fresh.NewId)).Version, (await StoredAsync(_seat.Id)).Version));
    }

    private static PropertyModel Of(string name) => GraphModel.Of(RecordKind.Holds)[name];

    private static KeyValuePair<PropertyModel, PropertyValue>[] Values(string name, object value) =>
        [new(Of(name), value is DateOnly day ? PropertyValue.Of(day) : PropertyValue.Of((string)value))];

    private static async Task<IEnumerable<(int, string, string)>> RefusedAsync(Session session, params Draft[] drafts) =>
        Assert.IsType<WriteResult.Refused>(await session.WriteAsync(drafts)).Problems
            .Select(problem => (problem.Position, problem.Problem.Code, problem.Problem.Path));

    private static async Task DoneAsync(Session session, params Draft[] drafts) =>
        Assert.IsType<WriteResult.Done>(await session.WriteAsync(drafts));

    private Draft.Create Holding(Session session, Employee employee, DateOnly? from = null, DateOnly? until = null) => new(
        session.NewId(RecordKind.Holds), employee.Id, _seat.Id,
        [.. from is { } first ? Values("from", first) : [], .. until is { } last ? Values("until", last) : []]);

    private async Task<Record> StoredAsync(RecordId id) =>
        (await _door.Store.ReadAsync([id], ViewScope.All, Some.NoToken))[id];

    private async Task<Session> OpenAsync(params Record[] records)
    {
        await _door.WithAsync([_seat, _network, .. records]);
        return await _door.OpenAsync(OpenDoor.As(_door.Carl, Roles.Strategy));
    }
}
