using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Core.Model;

public sealed class RecordIdsTests
{
    [Fact]
    public async Task No_two_threads_get_one_id()
    {
        var ids = new RecordIds(Some.TimeAt(Some.Now), new Random(1));

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 5_000).Select(_ => ids.Next(RecordKind.Contact)).ToList())));

        Assert.All(made, own => Assert.Equal(own.Order(), own));
        Assert.Equal(40_000, made.SelectMany(own => own).Distinct().Count());
    }

    [Fact]
    public void Ids_only_grow_also_when_the_clock_steps_back()
    {
        var clock = new SteppingTime(Some.Now);
        var ids = new RecordIds(clock, new Random(1));
        var random = new Random(2);
        var last = default(RecordId);
        for (var i = 0; i < 2_000; i++)
        {
            clock.Now = Some.Now.AddMilliseconds(random.Next(-5_000, 5_000));
            var next = ids.Next(RecordKind.Knows);
            Assert.True(next > last);
            last = next;
        }
    }

    [Fact]
    public void More_than_a_count_holds_borrow_from_the_milliseconds_that_follow()
    {
        var ids = new RecordIds(Some.TimeAt(Some.Now), new Random(1));
        var made = Enumerable.Range(0, 200).Select(_ => ids.Next(RecordKind.Idea)).ToList();

        Assert.Equal(200, made.Distinct().Count());
        Assert.True(made[^1] < RecordIds.At(RecordKind.Idea, Some.Now.AddMilliseconds(4), 0, 0));
        Assert.True(made[63] < RecordIds.At(RecordKind.Idea, Some.Now.AddMilliseconds(1), 0, 0));
        Assert.True(made[64] > RecordIds.At(RecordKind.Idea, Some.Now.AddMilliseconds(1), 0, 0));
    }

    [Fact]
    public void Each_kind_counts_by_itself()
    {
        var ids = new RecordIds(Some.TimeAt(Some.Now), new Random(1));

        Assert.All(Enum.GetValues<RecordKind>(), kind =>
        {
            var id = ids.Next(kind);
            Assert.Equal(kind, id.Kind);
            Assert.Equal((int)kind < 32, id.IsNode);
            Assert.Equal(0, id.Value & 63);
        });
    }

    [Fact]
    public void Makers_on_different_lanes_do_not_meet()
    {
        var made = Enumerable.Range(0, 20)
            .Select(seed => new RecordIds(Some.TimeAt(Some.Now), new Random(seed)))
            .DistinctBy(ids => (ids.Next(RecordKind.Goal).Value >> 6) & 1023)
            .SelectMany(ids => Enumerable.Range(0, 100).Select(_ => ids.Next(RecordKind.Goal)))
            .ToList();

        Assert.True(made.Count > 1_000);
        Assert.Equal(made.Count, made.Distinct().Count());
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1024, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 64)]
    public void Parts_outside_their_range_are_refused(int lane, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordIds.At(RecordKind.Goal, Some.Now, lane, count));

    [Fact]
    public void The_same_parts_are_the_same_id() =>
        Assert.Equal(RecordIds.At(RecordKind.Goal, Some.Now, 1, 2), RecordIds.At(RecordKind.Goal, Some.Now, 1, 2));

    private sealed class SteppingTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
