using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>What counts as of a day.</summary>
public abstract class TimeContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    private static readonly DateOnly First = new(2025, 3, 1);
    private static readonly DateOnly Last = new(2025, 3, 31);
    private static readonly DateOnly After = new(2025, 4, 1);
    private static readonly Employee Anna = Some.Employee("Anna");
    private static readonly Contact Bo = Some.Contact("Bo");

    [SkippableFact]
    public async Task A_period_holds_from_its_first_day_until_before_its_last()
    {
        var (open, from, until, both) = (Some.Seat(), Some.Seat(First), Some.Seat(null, After), Some.Seat(First, After));
        await using var place = await OpenWithAsync(open, from, until, both);

        await ExpectAsync(place, RecordKind.Seat, First.AddDays(-1), open.Id, until.Id);
        await ExpectAsync(place, RecordKind.Seat, First, open.Id, from.Id, until.Id, both.Id);
        await ExpectAsync(place, RecordKind.Seat, Last, open.Id, from.Id, until.Id, both.Id);
        await ExpectAsync(place, RecordKind.Seat, After, open.Id, from.Id);
        await ExpectAsync(place, RecordKind.Seat, null, open.Id, from.Id, until.Id, both.Id);
        await ExpectAsync(place, RecordKind.Seat, DateOnly.MinValue, open.Id, until.Id);
        await ExpectAsync(place, RecordKind.Seat, DateOnly.MaxValue, open.Id, from.Id);
    }

    [SkippableFact]
    public async Task A_moment_counts_from_its_utc_day()
    {
        var early = Some.Meeting(new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var late = Some.Meeting(new DateTimeOffset(2025, 3, 1, 23, 59, 59, 999, TimeSpan.Zero));
        var next = Some.Meeting(new DateTimeOffset(2025, 3, 2, 0, 0, 0, TimeSpan.Zero));
        var before1970 = Some.Meeting(new DateTimeOffset(1969, 12, 31, 23, 0, 0, TimeSpan.Zero));
        await using var place = await OpenWithAsync(early, late, next, before1970);

        await ExpectAsync(place, RecordKind.Meeting, First.AddDays(-1), before1970.Id);
        await ExpectAsync(place, RecordKind.Meeting, First, early.Id, late.Id, before1970.Id);
        await ExpectAsync(place, RecordKind.Meeting, First.AddDays(1), early.Id, late.Id, next.Id, before1970.Id);
        await ExpectAsync(place, RecordKind.Meeting, new DateOnly(1969, 12, 31), before1970.Id);
        await ExpectAsync(place, RecordKind.Meeting, new DateOnly(1969, 12, 30));
    }

    [SkippableFact]
    public async Task A_moment_that_is_a_day_counts_from_that_day()
    {
        var outcome = Some.Outcome(First);
        await using var place = await OpenWithAsync(outcome);

        await ExpectAsync(place, RecordKind.Outcome, First.AddDays(-1));
        await ExpectAsync(place, RecordKind.Outcome, First, outcome.Id);
    }

    [SkippableFact]
    public async Task What_has_neither_period_nor_moment_always_counts()
    {
        var founded = Some.Network() with { FoundedOn = After, EndedOn = First };
        await using var place = await OpenWithAsync(founded);

        await ExpectAsync(place, RecordKind.Network, new DateOnly(1900, 1, 1), founded.Id);
    }

    [SkippableFact]
    public async Task When_it_was_written_or_known_plays_no_part()
    {
        var seat = Some.Seat() with { KnownSince = After, CreatedAt = Some.Now.AddYears(5) };
        await using var place = await OpenWithAsync(seat);

        await ExpectAsync(place, RecordKind.Seat, First, seat.Id);
    }

    [SkippableFact]
    public async Task An_interaction_counts_by_its_moment_and_not_by_from_and_until()
    {
        var at = new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var tie = Some.Interaction(Anna, Bo, at) with { From = After, Until = new DateOnly(2020, 1, 1) };
        await using var place = await OpenWithAsync(Anna, Bo, tie);

        await ExpectAsync(place, RecordKind.Interaction, First.AddDays(-1));
        await ExpectAsync(place, RecordKind.Interaction, First, tie.Id);
        await ExpectEdgesAsync(place, RecordKind.Interaction, Anna, First.AddDays(-1));
        await ExpectEdgesAsync(place, RecordKind.Interaction, Anna, After, tie.Id);
    }

    [SkippableFact]
    public async Task Relationships_count_by_their_period()
    {
        var (past, now) = (Some.Knows(Anna, Bo) with { Until = First }, Some.Knows(Bo, Anna) with { From = First });
        await using var place = await OpenWithAsync(Anna, Bo, past, now);

        await ExpectAsync(place, RecordKind.Knows, First.AddDays(-1), past.Id);
        await ExpectAsync(place, RecordKind.Knows, First, now.Id);
        await ExpectEdgesAsync(place, RecordKind.Knows, Anna, First.AddDays(-1), past.Id);
        await ExpectEdgesAsync(place, RecordKind.Knows, Bo, First, now.Id);
        await ExpectEdgesAsync(place, RecordKind.Knows, Bo, null, past.Id, now.Id);
    }

    [SkippableFact]
    public async Task A_relationship_counts_only_if_the_node_at_its_other_end_does()
    {
        var seat = Some.Seat(First, After);
        var holds = Some.Holds(Anna, seat);
        await using var place = await OpenWithAsync(Anna, seat, holds);

        await ExpectEdgesAsync(place, RecordKind.Holds, Anna, First, holds.Id);
        await ExpectEdgesAsync(place, RecordKind.Holds, Anna, After);
        await ExpectEdgesAsync(place, RecordKind.Holds, Anna, First.AddDays(-1));

        // The seat is the anchor here; whether it counts plays no part.
        await ExpectEdgesAsync(place, RecordKind.Holds, seat, After, holds.Id);

        // Without an anchor both ends must count.
        await ExpectAsync(place, RecordKind.Holds, First, holds.Id);
        await ExpectAsync(place, RecordKind.Holds, After);
    }

    [SkippableFact]
    public async Task Both_ends_must_count_where_there_is_no_anchor()
    {
        var (seat, network) = (Some.Seat(First, After), Some.Network());
        var (meeting, outcome) = (Some.Meeting(new DateTimeOffset(2025, 3, 10, 0, 0, 0, TimeSpan.Zero)), Some.Outcome(First));
        var (sits, credit) = (Some.SeatIn(seat, network), Some.CreditedTo(outcome, meeting));
        await using var place = await OpenWithAsync(seat, network, meeting, outcome, sits, credit);

        await ExpectAsync(place, RecordKind.SeatIn, First, sits.Id);
        await ExpectAsync(place, RecordKind.SeatIn, After);
        await ExpectAsync(place, RecordKind.CreditedTo, new DateOnly(2025, 3, 9));
        await ExpectAsync(place, RecordKind.CreditedTo, new DateOnly(2025, 3, 10), credit.Id);
        await ExpectAsync(place, RecordKind.CreditedTo, First.AddDays(-1));
    }

    [SkippableFact]
    public async Task Filters_over_relationships_hold_as_of_the_same_day()
    {
        var (seat, network) = (Some.Seat(First, After), Some.Network());
        await using var place = await OpenWithAsync(
            Anna, seat, network, Some.Holds(Anna, seat), Some.SeatIn(seat, network) with { Until = Last });
        var inNetwork = new RecordFilter.Related(
            RecordKind.SeatIn, Direction.Outgoing, Quantifier.Some, null, [new(RecordKind.Network, null)]);
        var filter = new RecordFilter.Related(
            RecordKind.Holds, Direction.Outgoing, Quantifier.Some, null, [new(RecordKind.Seat, inNetwork)]);

        await ExpectAsync(place, new PageQuery(RecordKind.Employee) { Filter = filter, AsOf = First }, Anna.Id);
        await ExpectAsync(place, new PageQuery(RecordKind.Employee) { Filter = filter, AsOf = Last });
        await ExpectAsync(place, new PageQuery(RecordKind.Employee) { Filter = filter, AsOf = First.AddDays(-1) });
        await ExpectAsync(place, new PageQuery(RecordKind.Employee) { Filter = filter }, Anna.Id);

        var none = filter with { Quantifier = Quantifier.None };
        await ExpectAsync(place, new PageQuery(RecordKind.Employee) { Filter = none, AsOf = After }, Anna.Id);
    }

    [SkippableFact]
    public async Task A_walk_as_of_a_day_skips_what_does_not_count()
    {
        var seats = Enumerable.Range(0, 9).Select(i => Some.Seat(First.AddDays(i % 3))).ToList();
        await using var place = await OpenWithAsync([.. seats]);
        var query = new PageQuery(RecordKind.Seat) { AsOf = First.AddDays(1), RowsMax = 2 };

        var walked = await place.Store.WalkAsync(query);

        Assert.Equal(seats.Where(seat => seat.From <= First.AddDays(1)), walked);
    }

    private static Task ExpectAsync(IStoreUnderTest place, RecordKind kind, DateOnly? asOf, params RecordId[] expected) =>
        ExpectAsync(place, new PageQuery(kind) { AsOf = asOf }, expected);

    private static async Task ExpectAsync(IStoreUnderTest place, PageQuery query, params RecordId[] expected)
    {
        Assert.Equal(expected, await place.Store.IdsAsync(query));
        Assert.Equal(expected.Length, await place.Store.CountAsync(query, ViewScope.All, Some.NoToken));
    }

    private static async Task ExpectEdgesAsync(
        IStoreUnderTest place, RecordKind kind, Node anchor, DateOnly? asOf, params RecordId[] expected)
    {
        var query = new EdgeQuery(kind, Direction.Both, [anchor.Id]) { AsOf = asOf };
        Assert.Equal(expected, await place.Store.EdgeIdsAtOneAsync(query));
        var counts = await place.Store.CountEdgesAsync(query, ViewScope.All, Some.NoToken);
        Assert.Equal(expected.Length, counts[anchor.Id]);
    }
}
