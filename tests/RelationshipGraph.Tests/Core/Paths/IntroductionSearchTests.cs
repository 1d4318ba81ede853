using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;
using RelationshipGraph.Strength;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Core.Paths;

public sealed class IntroductionSearchTests
{
    private readonly Employee _me = Some.Employee("Me");
    private readonly Contact _anna = Some.Contact("Anna");
    private readonly Contact _bo = Some.Contact("Bo");
    private readonly Contact _target = Some.Contact("Target");
    private readonly Network _network = Some.Network();
    private readonly Company _company = Some.Company();

    [Fact]
    public async Task Two_strong_ties_are_better_than_one_weak_tie()
    {
        //  me ---- .1 ---- target
        //    '-.9- anna -.8-'
        var path = await BestAsync([
            Some.Knows(_me, _target, .1), Some.Knows(_me, _anna, .9), Some.Knows(_target, _anna, .8)]);

        Assert.Equal([_me.Id, _anna.Id, _target.Id], People(path));
        Assert.Equal(.9 * .8 * .8, Score(path), 12);
    }

    [Fact]
    public async Task A_stronger_way_with_too_many_hops_does_not_hide_a_weaker_one_that_fits()
    {
        // With 2 hops only me - bo - target fits, though anna reaches bo more strongly than me.
        List<Record> records = [
            Some.Knows(_me, _anna, 1), Some.Knows(_anna, _bo, 1), Some.Knows(_me, _bo, .3), Some.Knows(_bo, _target, 1)];

        var short2 = await BestAsync(records, query => query with { HopsMax = 2, HopDiscount = 1 });
        var long3 = await BestAsync(records, query => query with { HopsMax = 3, HopDiscount = 1 });

        Assert.Equal([_me.Id, _bo.Id, _target.Id], People(short2));
        Assert.Equal([_me.Id, _anna.Id, _bo.Id, _target.Id], People(long3));
    }

    [Fact]
    public async Task An_employee_at_the_company_does_not_hide_the_way_from_that_employee_to_a_colleague_there()
    {
        // anna is reached first from me, who works there too; but me - anna - target is the only path.
        var answer = await FindAsync(
            [Some.WorksAt(_me, _company), Some.WorksAt(_target, _company), Some.Knows(_me, _anna, .9),
                Some.Knows(_anna, _target, .3)],
            query => query with { To = _company.Id, From = null, HopsMax = 2, PathsMax = 1, Through = Through.Person });

        var path = Assert.Single(Assert.IsType<PathAnswer.Found>(answer).Paths);
        Assert.Equal([_me.Id, _anna.Id, _target.Id], People(path));
    }

    [Fact]
    public async Task A_tie_without_a_declared_strength_counts_a_quarter() =>
        Assert.Equal(.25, Score(await BestAsync([Some.Knows(_me, _target)])));

    [Fact]
    public async Task A_group_of_five_joins_its_members_with_a_quarter()
    {
        var others = Enumerable.Range(0, 3).Select(_ => Some.Contact()).ToList();
        var path = await BestAsync([
            .. others, .. others.Select(one => Some.MemberOf(one, _network)),
            Some.MemberOf(_target, _network), .. SeatOf(_me, _network)]);

        var hop = Assert.IsType<PathStep.Hop>(Assert.Single(path.Steps));
        Assert.Equal(.25, hop.Strength.Value);
        var via = Assert.IsType<HopVia.Group>(hop.Via);
        Assert.Equal((_network.Id, 5, RecordKind.Seat), (via.Id, via.MemberCount, via.FromMembership.Kind));
    }

    [Fact]
    public async Task An_overlap_that_ended_two_years_ago_counts_half()
    {
        var ended = Some.Today.AddDays(-731);
        var path = await BestAsync([
            Some.WorksAt(_me, _company) with { From = ended.AddDays(-100), Until = ended },
            Some.WorksAt(_target, _company) with { From = ended.AddDays(-50) }]);

        var hop = Assert.IsType<PathStep.Hop>(Assert.Single(path.Steps));
        Assert.Equal(.25, hop.Strength.Value, 3);
        var via = Assert.IsType<HopVia.Group>(hop.Via);
        Assert.Equal((ended.AddDays(-50), ended), (via.OverlapFrom, via.OverlapUntil));
    }

    [Fact]
    public async Task Members_who_never_shared_a_day_do_not_meet()
    {
        var day = Some.Today.AddDays(-10);
        Assert.IsType<PathAnswer.NoPath>(await FindAsync([
            Some.WorksAt(_me, _company) with { From = day.AddDays(-10), Until = day },
            Some.WorksAt(_target, _company) with { From = day }]));
    }

    [Fact]
    public async Task A_sensitive_network_is_in_no_path()
    {
        List<Record> records = [Some.MemberOf(_target, _network), .. SeatOf(_me, _network)];
        Assert.IsType<PathAnswer.Found>(await FindAsync(records));

        Assert.IsType<PathAnswer.NoPath>(await FindAsync(records, network: _network with { IsSensitive = true }));
    }

    [Fact]
    public async Task A_sensitive_company_is_in_no_path_and_nobody_is_looked_for_there()
    {
        var church = Some.Company() with { IsSensitive = true };
        List<Record> records = [church, Some.WorksAt(_me, church), Some.WorksAt(_target, church)];

        Assert.IsType<PathAnswer.NoPath>(await FindAsync(records, scope: ViewScope.All));
        Assert.IsType<PathAnswer.NoPath>(await FindAsync(
            [.. records, Some.Knows(_me, _target, .9)], query => query with { To = church.Id }, ViewScope.All));
    }

    [Fact]
    public async Task Six_hundred_and_twenty_six_members_are_the_most_that_connect()
    {
        async Task<PathAnswer> WithAsync(int others)
        {
            var more = Enumerable.Range(0, others).Select(_ => Some.Contact()).ToList();
            return await FindAsync([
                .. more, .. more.Select(one => Some.WorksAt(one, _company)),
                Some.WorksAt(_target, _company), Some.WorksAt(_me, _company)]);
        }

        Assert.IsType<PathAnswer.Found>(await WithAsync(624));
        Assert.IsType<PathAnswer.NoPath>(await WithAsync(625));
    }

    [Fact]
    public async Task A_discreet_tie_of_others_closes_the_path_from_there_on()
    {
        var discreet = Some.Knows(_anna, _bo, .9) with { Visibility = Visibility.Discreet };
        List<Record> records = [Some.Knows(_me, _anna, .9), discreet, Some.Knows(_bo, _target, .9)];

        var path = await BestAsync(records, scope: ViewScope.Of(_me.Id, []));
        var open = await BestAsync(records, scope: ViewScope.All);

        Assert.Equal(2, path.Steps.Count);
        Assert.Equal(_anna.Id, Assert.IsType<PathStep.Hop>(path.Steps[0]).To);
        Assert.Equal(new PathStep.Closed(_anna.Id), path.Steps[1]);
        Assert.Equal(new PathScore.Banded(ScoreBand.Active), path.Score);
        Assert.Equal(3, open.Steps.Count);
    }

    [Fact]
    public async Task Ways_that_look_alike_behind_a_closed_step_are_told_once()
    {
        var carl = Some.Contact("Carl");
        var answer = await FindAsync(
            [
                carl, Some.Knows(_me, _anna, .9),
                Some.Knows(_anna, _bo, .9) with { Visibility = Visibility.Discreet }, Some.Knows(_bo, _target, .9),
                Some.Knows(_anna, carl, .8) with { Visibility = Visibility.Discreet }, Some.Knows(carl, _target, .9),
            ],
            scope: ViewScope.Of(_me.Id, []));

        Assert.Single(Assert.IsType<PathAnswer.Found>(answer).Paths);
    }

    [Theory]
    [InlineData(.71, 1)]
    [InlineData(.4, .69)]
    [InlineData(.15, .39)]
    [InlineData(.01, .14)]
    public async Task Asking_for_a_least_strength_tells_no_more_of_a_discreet_tie_than_its_band(double one, double other)
    {
        Assert.Equal(await AllAnswersAsync(one), await AllAnswersAsync(other));
        Assert.True(await AllAnswersAsync(one, ViewScope.All) != await AllAnswersAsync(other, ViewScope.All));

        async Task<string> AllAnswersAsync(double strength, ViewScope? scope = null)
        {
            var view = await ViewAsync([
                Some.Knows(_me, _anna, .9), Some.Knows(_anna, _target, strength) with { Visibility = Visibility.Discreet }]);
            return string.Concat(Enumerable.Range(0, 101).Select(percent => IntroductionSearch.Find(
                view, Query with { StrengthMin = new TieStrength(percent / 100.0) }, scope ?? ViewScope.Of(_me.Id, []),
                Some.NoToken) is PathAnswer.Found ? '+' : '-'));
        }
    }

    [Fact]
    public async Task Asking_for_a_least_strength_does_not_tell_when_a_discreet_membership_ended()
    {
        // Half, and less the longer ago: both lie between .15 and .4.
        Assert.Equal(await AllAnswersAsync(900), await AllAnswersAsync(1000));
        Assert.True(await AllAnswersAsync(900, ViewScope.All) != await AllAnswersAsync(1000, ViewScope.All));

        async Task<string> AllAnswersAsync(int days, ViewScope? scope = null)
        {
            var begin = Some.Today.AddDays(-3000);
            var view = await ViewAsync([
                Some.WorksAt(_me, _company) with { From = begin },
                Some.WorksAt(_target, _company) with
                {
                    From = begin, Until = Some.Today.AddDays(-days), Visibility = Visibility.Discreet,
                }]);
            return string.Concat(Enumerable.Range(0, 101).Select(percent => IntroductionSearch.Find(
                view, Query with { StrengthMin = new TieStrength(percent / 100.0) }, scope ?? ViewScope.Of(_me.Id, []),
                Some.NoToken) is PathAnswer.Found ? '+' : '-'));
        }
    }

    [Fact]
    public async Task Any_employee_starts_and_no_other_employee_is_in_between()
    {
        var colleague = Some.Employee("Colleague");
        var answer = await FindAsync(
            [colleague, Some.Knows(_me, colleague, .9), Some.Knows(colleague, _anna, .9), Some.Knows(_anna, _target, .9)],
            query => query with { From = null });

        var path = Assert.Single(Assert.IsType<PathAnswer.Found>(answer).Paths);
        Assert.Equal([colleague.Id, _anna.Id, _target.Id], People(path));
    }

    [Fact]
    public async Task Who_has_left_starts_no_path_for_any_employee_but_may_be_in_between_and_may_ask()
    {
        var former = Some.Employee("Former") with { IsActive = false };
        List<Record> records = [former, Some.Knows(former, _target, .9), Some.Knows(_me, former, .5)];

        var any = await BestAsync(records, query => query with { From = null });
        var own = await BestAsync(records, query => query with { From = former.Id });

        Assert.Equal([_me.Id, former.Id, _target.Id], People(any));
        Assert.Equal([former.Id, _target.Id], People(own));
    }

    [Theory]
    [InlineData(SeatStatus.Wanted, false)]
    [InlineData(SeatStatus.Applied, false)]
    [InlineData(SeatStatus.Trial, true)]
    [InlineData(SeatStatus.Member, true)]
    [InlineData(SeatStatus.NoticeGiven, true)]
    [InlineData(SeatStatus.Left, true)]
    public async Task A_seat_that_is_not_held_yet_joins_nobody(SeatStatus status, bool isWay)
    {
        var seat = Some.Seat() with { Status = status };
        var answer = await FindAsync([
            seat, Some.Holds(_me, seat), Some.SeatIn(seat, _network), Some.MemberOf(_target, _network)]);

        Assert.Equal(isWay, answer is PathAnswer.Found);
    }

    [Fact]
    public async Task A_company_is_anybody_who_works_there_on_the_day()
    {
        var path = await BestAsync(
            [
                Some.Knows(_me, _anna, .3), Some.Knows(_me, _bo, .9), Some.Knows(_me, _target, .5),
                Some.WorksAt(_anna, _company), Some.WorksAt(_bo, _company) with { Until = Some.Today },
                Some.WorksAt(_target, _company),
            ],
            query => query with { To = _company.Id, Through = Through.Person });

        Assert.Equal([_me.Id, _target.Id], People(path));
    }

    [Fact]
    public async Task Ties_and_weak_hops_that_do_not_count_are_no_way()
    {
        Assert.IsType<PathAnswer.NoPath>(await FindAsync([Some.Knows(_me, _target, .9) with { Until = Some.Today }]));
        Assert.IsType<PathAnswer.NoPath>(
            await FindAsync([Some.Knows(_me, _target, .3)], query => query with { StrengthMin = new TieStrength(.31) }));
        Assert.IsType<PathAnswer.NoPath>(
            await FindAsync([Some.Knows(_me, _target, .3)], query => query with { Through = Through.Company }));
        Assert.IsType<PathAnswer.NoPath>(await FindAsync([Some.Knows(_me, _target, .3)], query => query with { To = _me.Id }));
    }

    [Fact]
    public async Task An_end_that_is_hidden_is_answered_like_one_that_is_not_there()
    {
        var hidden = Some.Contact() with { Visibility = Visibility.Owner, OwnerId = _me.Id };
        var unknown = Some.Id(RecordKind.Contact);
        foreach (var id in new[] { hidden.Id, unknown, _network.Id })
        {
            var answer = await FindAsync(
                [hidden, Some.Knows(_me, hidden, .9)], query => query with { To = id }, ViewScope.Public);
            Assert.Equal(new PathAnswer.NotFound(id), answer);
            answer = await FindAsync(
                [hidden, Some.Knows(_me, hidden, .9)], query => query with { From = id }, ViewScope.Public);
            Assert.Equal(new PathAnswer.NotFound(id), answer);
        }
    }

    [Fact]
    public async Task Meeting_the_limit_is_said()
    {
        var view = await ViewAsync([Some.Knows(_me, _anna, .9), Some.Knows(_anna, _bo, .9), Some.Knows(_bo, _target, .9)]);

        var answer = IntroductionSearch.Find(view, Query, ViewScope.Public, workMax: 3, Some.NoToken);

        var gaveUp = Assert.IsType<PathAnswer.GaveUp>(answer);
        Assert.Equal((nameof(Limits.PathWorkMax), 3), (gaveUp.Limit, gaveUp.Max));
    }

    [Fact]
    public async Task Nobody_searches_for_someone_who_has_gone()
    {
        var view = await ViewAsync([Some.Knows(_me, _target, .9)]);
        Assert.Throws<OperationCanceledException>(
            () => IntroductionSearch.Find(view, Query, ViewScope.Public, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Numbers_out_of_range_are_refused()
    {
        var view = await ViewAsync([]);
        PathQuery[] wrong = [
            Query with { HopsMax = 0 }, Query with { HopsMax = 7 }, Query with { PathsMax = 0 }, Query with { PathsMax = 21 },
            Query with { HopDiscount = 0 }, Query with { HopDiscount = 1.1 }, Query with { HopDiscount = double.NaN }];
        Assert.All(wrong, query => Assert.Throws<ArgumentOutOfRangeException>(
            () => IntroductionSearch.Find(view, query, ViewScope.Public, Some.NoToken)));
    }

    private PathQuery Query => new(_target.Id, _me.Id, Some.Today);

    private static IEnumerable<Record> SeatOf(Employee employee, Network network)
    {
        var seat = Some.Seat();
        return [seat, Some.Holds(employee, seat), Some.SeatIn(seat, network)];
    }

    private static IEnumerable<RecordId> People(IntroductionPath path) =>
        path.Steps.OfType<PathStep.Hop>().Select(hop => hop.To).Prepend(path.Start);

    private static double Score(IntroductionPath path) => Assert.IsType<PathScore.Exact>(path.Score).Value;

    private async Task<IntroductionPath> BestAsync(
        List<Record> records, Func<PathQuery, PathQuery>? change = null, ViewScope? scope = null) =>
        Assert.IsType<PathAnswer.Found>(await FindAsync(records, change, scope)).Paths[0];

    private async Task<PathAnswer> FindAsync(
        List<Record> records, Func<PathQuery, PathQuery>? change = null, ViewScope? scope = null, Network? network = null) =>
        IntroductionSearch.Find(
            await ViewAsync(records, network), change is null ? Query : change(Query), scope ?? ViewScope.Public, Some.NoToken);

    private async Task<GraphView> ViewAsync(List<Record> records, Network? network = null)
    {
        await using var store = new ReferenceGraphStore();
        await store.CommitAsync(
            Some.Creating([_me, _anna, _bo, _target, network ?? _network, _company, .. records]), Some.NoToken);
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        return index.Current;
    }
}
