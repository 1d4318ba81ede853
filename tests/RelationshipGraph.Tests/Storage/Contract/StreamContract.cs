using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>The whole graph, narrow and in the order of ids, for the index.</summary>
public abstract class StreamContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    [SkippableFact]
    public async Task Every_link_comes_once_in_the_order_of_ids_whoever_may_see_it()
    {
        var records = new RecordGenerator(31).Graph(nodes: 6, relationships: 23);
        await using var place = await OpenWithAsync(records);

        foreach (var type in GraphModel.Relationships)
        {
            var read = new List<Link>();
            var batch = new LinkBatch([], HasMore: true);
            while (batch.HasMore)
            {
                var after = read.Count == 0 ? default : read[^1].Id;
                batch = await place.Store.ReadLinksAsync(type.Kind, after, 5, Some.NoToken);
                Assert.InRange(batch.Links.Count, batch.HasMore ? 5 : 0, 5);
                read.AddRange(batch.Links);
            }

            var expected = records.Where(record => record.Id.Kind == type.Kind).OrderBy(record => record.Id).ToList();
            Assert.Equal(expected.Select(record => record.Id), read.Select(link => link.Id));
            Assert.All(expected.Cast<Relationship>().Zip(read), pair => AssertIs(pair.First, pair.Second));
        }
    }

    [SkippableFact]
    public async Task Every_point_comes_once_in_the_order_of_ids_whoever_may_see_it()
    {
        var records = new RecordGenerator(32).Graph(nodes: 23, relationships: 1);
        await using var place = await OpenWithAsync(records);

        foreach (var kind in GraphModel.Nodes)
        {
            var read = new List<Point>();
            var batch = new PointBatch([], HasMore: true);
            while (batch.HasMore)
            {
                var after = read.Count == 0 ? default : read[^1].Id;
                batch = await place.Store.ReadPointsAsync(kind.Kind, after, 5, Some.NoToken);
                Assert.InRange(batch.Points.Count, batch.HasMore ? 5 : 0, 5);
                read.AddRange(batch.Points);
            }

            var expected = records.Where(record => record.Id.Kind == kind.Kind).OrderBy(record => record.Id).ToList();
            Assert.Equal(expected.Select(record => record.Id), read.Select(point => point.Id));
            Assert.All(expected.Zip(read), pair => AssertIs(pair.First, pair.Second));
        }
    }

    [SkippableFact]
    public async Task Every_act_comes_once_in_the_order_of_ids_whoever_may_see_it()
    {
        var records = new RecordGenerator(33).Graph(nodes: 6, relationships: 60);
        await using var place = await OpenWithAsync(records);

        var read = new List<Act>();
        var batch = new ActBatch([], HasMore: true);
        while (batch.HasMore)
        {
            batch = await place.Store.ReadActsAsync(read.Count == 0 ? default : read[^1].Id, 2, Some.NoToken);
            Assert.InRange(batch.Acts.Count, batch.HasMore ? 2 : 0, 2);
            read.AddRange(batch.Acts);
        }

        var expected = records.OfType<Interaction>().OrderBy(record => record.Id).Select(Act.Of).ToList();
        Assert.True(expected.Count > 2, "Too few interactions were made.");
        Assert.Equal(expected, read);
    }

    [SkippableFact]
    public async Task An_act_tells_who_was_there_and_where_it_came_from()
    {
        var (anna, bo, third) = (Some.Employee(), Some.Contact(), Some.Contact());
        var plain = Some.Interaction(anna, bo, new DateTimeOffset(1969, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
        var full = Some.Interaction(bo, anna, new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero)) with
        {
            Source = "mail",
            Channel = Channel.Event,
            Direction = ContactDirection.Incoming,
            ParticipantIds = [third.Id],
            Visibility = Visibility.Owner,
            OwnerId = anna.Id,
        };
        await using var place = await OpenWithAsync(anna, bo, third, plain, full);

        var acts = (await place.Store.ReadActsAsync(default, 9, Some.NoToken)).Acts;

        Assert.Equal([Act.Of(plain), Act.Of(full)], acts);
        Assert.Equal([1, 2], acts.Select(act => act.OthersPresent));
        Assert.Equal([null, "mail"], acts.Select(act => act.Source));
    }

    [SkippableFact]
    public async Task A_kind_without_records_streams_nothing()
    {
        await using var place = await OpenEmptyAsync();

        Assert.Equal((0, false), await LinksAsync(place, RecordKind.Knows, default));
        var points = await place.Store.ReadPointsAsync(RecordKind.Company, default, 10, Some.NoToken);
        Assert.Empty(points.Points);
        Assert.False(points.HasMore);
    }

    [SkippableFact]
    public async Task A_batch_that_is_just_full_has_no_more()
    {
        var (anna, bo) = (Some.Employee(), Some.Contact());
        await using var place = await OpenWithAsync(anna, bo, Some.Knows(anna, bo), Some.Knows(anna, bo));

        var batch = await place.Store.ReadLinksAsync(RecordKind.Knows, default, 2, Some.NoToken);

        Assert.Equal(2, batch.Links.Count);
        Assert.False(batch.HasMore);
        Assert.Equal((0, false), await LinksAsync(place, RecordKind.Knows, batch.Links[^1].Id));
    }

    [SkippableFact]
    public async Task What_is_absent_is_open_or_nothing()
    {
        var (anna, bo, seat) = (Some.Employee(), Some.Contact(), Some.Seat());
        var tie = Some.Knows(anna, bo);
        await using var place = await OpenWithAsync(anna, bo, seat, tie);

        var link = Assert.Single((await place.Store.ReadLinksAsync(RecordKind.Knows, default, 9, Some.NoToken)).Links);
        var point = Assert.Single((await place.Store.ReadPointsAsync(RecordKind.Seat, default, 9, Some.NoToken)).Points);

        var known = Some.Today.DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        Assert.Equal(
            new Link(tie.Id, anna.Id, bo.Id, default, Visibility.Everyone, int.MinValue, int.MaxValue, known, double.NaN), link);
        Assert.Equal(new Point(seat.Id, default, Visibility.Everyone, false, true, int.MinValue, int.MaxValue, known), point);
    }

    [SkippableFact]
    public async Task Who_has_left_and_what_is_not_held_yet_is_not_active()
    {
        var (here, gone) = (Some.Employee(), Some.Employee() with { IsActive = false });
        var seats = Enum.GetValues<SeatStatus>().Select(status => Some.Seat() with { Status = status }).ToList();
        await using var place = await OpenWithAsync([here, gone, .. seats]);

        var people = (await place.Store.ReadPointsAsync(RecordKind.Employee, default, 9, Some.NoToken)).Points;
        var points = (await place.Store.ReadPointsAsync(RecordKind.Seat, default, 9, Some.NoToken)).Points;

        Assert.Equal([here.Id], people.Where(point => point.IsActive).Select(point => point.Id));
        Assert.Equal(
            seats.Where(seat => seat.Status is not (SeatStatus.Wanted or SeatStatus.Applied)).Select(seat => seat.Id),
            points.Where(point => point.IsActive).Select(point => point.Id));
    }

    [SkippableFact]
    public async Task An_interaction_counts_from_its_day_even_before_1970()
    {
        var (anna, bo) = (Some.Employee(), Some.Contact());
        var late = Some.Interaction(anna, bo, new DateTimeOffset(1969, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
        var early = Some.Interaction(anna, bo, new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var place = await OpenWithAsync(anna, bo, late, early);

        var links = (await place.Store.ReadLinksAsync(RecordKind.Interaction, default, 9, Some.NoToken)).Links;

        Assert.Equal([-1, 0], links.Select(link => link.From));
        Assert.All(links, link => Assert.Equal(int.MaxValue, link.Until));
    }

    private static async Task<(int Count, bool HasMore)> LinksAsync(IStoreUnderTest place, RecordKind kind, RecordId after)
    {
        var batch = await place.Store.ReadLinksAsync(kind, after, 10, Some.NoToken);
        return (batch.Links.Count, batch.HasMore);
    }

    private static void AssertIs(Relationship tie, Link link)
    {
        var days = CountedDays.Of(tie);
        Assert.Equal((tie.FromId, tie.ToId, tie.OwnerId ?? default), (link.FromId, link.ToId, link.OwnerId));
        Assert.Equal((tie.Visibility, days.From, days.Until), (link.Visibility, link.From, link.Until));
        Assert.Equal(tie.KnownSince.DayNumber - new DateOnly(1970, 1, 1).DayNumber, link.KnownSince);
        Assert.Equal((tie as Knows)?.DeclaredStrength?.Value ?? double.NaN, link.Strength);
        Assert.Equal(tie is not Attended { Role: AttendanceRole.Absent }, link.IsActive);
    }

    private static void AssertIs(Record node, Point point)
    {
        var days = CountedDays.Of(node);
        Assert.Equal((node.OwnerId ?? default, node.Visibility), (point.OwnerId, point.Visibility));
        Assert.Equal((days.From, days.Until), (point.From, point.Until));
        Assert.Equal((node as Network)?.IsSensitive ?? (node as Company)?.IsSensitive ?? false, point.IsSensitive);
        Assert.Equal((node as Employee)?.IsActive ?? (node as Seat)?.HasBegun ?? true, point.IsActive);
        Assert.Equal(node.KnownSince.DayNumber - new DateOnly(1970, 1, 1).DayNumber, point.KnownSince);
    }
}
