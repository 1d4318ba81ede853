using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Sqlite;
using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;
using RelationshipGraph.Strength.Fitting;
using RelationshipGraph.Tests.Core.Strength.Fitting;
using RelationshipGraph.Tests.Storage;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Core.Indexing.Fitting;

/// <summary>Fits on what a store holds.</summary>
public sealed class StoreFittingTests
{
    private const int HorizonDays = 90;

    private static readonly DateOnly Day = DateOnly.FromDateTime(MadeUpLogs.Begin.AddDays(600).UtcDateTime);
    private static readonly List<LoggedContact> Contacts = MadeUpLogs.Contacts(seed: 2, 720, everyDays: 12, lifeDays: 60);

    private readonly Dictionary<string, Contact> _people = [];

    [Fact]
    public async Task Every_store_gives_the_same_fit()
    {
        using var folder = new TestFolder();
        var records = RecordsOf(Contacts);
        await using var reference = await StoreOfAsync(new ReferenceGraphStore(), records);
        await using var sqlite = await StoreOfAsync(
            await SqliteGraphStore.OpenAsync(
                folder.File("graph.db"), SqliteOpenMode.Create, TimeProvider.System, Some.NoToken),
            Enumerable.Reverse(records).OrderBy(one => !one.Id.IsNode));

        var (one, other) = (await FitAsync(reference), await FitAsync(sqlite));

        Assert.Equal(FitVerdict.Accepted, one.Report.Verdict);
        Assert.Equal((one.Form, one.Day, one.RowCount), (other.Form, other.Day, other.RowCount));
        Assert.Equal(one.Report.Fitted, other.Report.Fitted);
        Assert.Equal(one.Report.Scores, other.Report.Scores);
        Assert.Equal(one.Report.Gain, other.Report.Gain);
    }

    [Fact]
    public async Task A_store_and_a_log_of_one_channel_tell_the_same()
    {
        await using var store = await StoreOfAsync(new ReferenceGraphStore(), RecordsOf(Contacts));

        var fit = await FitAsync(store);

        var end = new DateTimeOffset(Day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var log = TieFit.Fit(
            MadeUpLogs.Log(Contacts), end, StrengthModel.Shipped.Horizon, StrengthModel.Shipped[StrengthForm.AnyChannel]);
        Assert.Equal(log.FittedOn, fit.Report.FittedOn);
        Assert.Equal(log.JudgedOn, fit.Report.JudgedOn);

        // Clocks are drawn in bins of their own, from 1970 or from the first contact.
        Assert.All(log.Scores, score => Assert.Equal(
            score.Value.Ranking.AveragePrecision, fit.Report.Scores[score.Key].Ranking.AveragePrecision, .01));
        Assert.Equal(log.Fitted!.Level, fit.Report.Fitted!.Level, .1);
    }

    [Fact]
    public async Task What_not_everyone_may_see_changes_nothing()
    {
        var open = RecordsOf(Contacts);
        var (owner, hidden) = (Some.Employee(), Some.Contact("Skjult") with { Visibility = Visibility.Owner });
        var somebody = _people.Values.First();
        await using var one = await StoreOfAsync(new ReferenceGraphStore(), [.. open, owner]);
        await using var two = await StoreOfAsync(
            new ReferenceGraphStore(),
            [
                .. open, owner, hidden with { OwnerId = owner.Id },
                .. Enumerable.Range(300, 300).SelectMany(day => (Record[])
                [
                    Some.Interaction(somebody, hidden, MadeUpLogs.Begin.AddDays(day), Channel.Email),
                    Some.Interaction(somebody, _people.Values.Last(), MadeUpLogs.Begin.AddDays(day), Channel.Email) with
                    {
                        Visibility = Visibility.Discreet, OwnerId = owner.Id,
                    },
                ]),
                Some.Knows(somebody, _people.Values.Last()) with
                {
                    CorrectedStrength = new TieStrength(1), CorrectedOn = Day.AddDays(-200), Visibility = Visibility.Discreet,
                    OwnerId = owner.Id,
                },
            ]);

        var (before, after) = (await FitAsync(one), await FitAsync(two));

        Assert.Equal(before.RowCount, after.RowCount);
        Assert.Equal(before.Report.Fitted, after.Report.Fitted);
        Assert.Equal(before.Report.Scores, after.Report.Scores);
        Assert.Equal(before.Report.Gain, after.Report.Gain);
    }

    [Fact]
    public async Task What_comes_after_the_day_changes_nothing()
    {
        var all = RecordsOf(Contacts);
        var end = new DateTimeOffset(Day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        await using var one = await StoreOfAsync(new ReferenceGraphStore(), all);
        await using var two = await StoreOfAsync(
            new ReferenceGraphStore(), [.. all.Where(record => record is not Interaction act || act.At < end)]);

        Assert.Equal((await FitAsync(two)).Report.Fitted, (await FitAsync(one)).Report.Fitted);
    }

    [Fact]
    public async Task Forecasts_that_are_judged_are_the_strengths_that_the_index_shows()
    {
        await using var store = await StoreOfAsync(new ReferenceGraphStore(), RecordsOf(Contacts));
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        var view = await index.CatchUpAsync(Day, Some.NoToken);

        var sample = new FormStrands(view, StrengthForm.AnyChannel).SampleAt(view.Acts!.Day, HorizonDays);
        var forecasts = sample.ForecastsBy(view.Model[StrengthForm.AnyChannel]);

        Assert.NotEmpty(forecasts);
        Assert.All(sample.Ends.Zip(forecasts), one =>
        {
            var known = new KnownTies(view, view.Acts!).Of(PersonOf(one.First.First), PersonOf(one.First.Second));
            Assert.Equal(new SilentTie(view.Model, Assert.Single(known).Moment).After(days: 0), one.Second);
        });

        int PersonOf(long id) => view.FindPerson(RecordId.FromValue(id));
    }

    [Fact]
    public async Task What_people_say_of_their_ties_draws_the_fit_towards_it()
    {
        var records = RecordsOf(Contacts);
        var said = Said(records, strength: 1, Day.AddDays(-HorizonDays - 30));
        await using var silent = await StoreOfAsync(new ReferenceGraphStore(), records);
        await using var corrected = await StoreOfAsync(new ReferenceGraphStore(), [.. records, .. said]);

        var (without, with) = (await FitAsync(silent), await FitAsync(corrected));

        Assert.Equal(0, without.Report.CorrectionCount);
        Assert.InRange(with.Report.CorrectionCount, said.Count / 2, said.Count);
        Assert.Equal(without.Report.FittedOn, with.Report.FittedOn);
        Assert.Equal(without.Report.Scores["before"], with.Report.Scores["before"]);
        Assert.True(OfSilent(with) > OfSilent(without) + .02);

        // Most ties are long silent; those are the ones that people speak up for here.
        double OfSilent(StoreFit fit) => fit.Report.Fitted!.Evaluate(new PairTerms(1, .2, 3, .2, .2, 0, .5, 0, false)).Strength;
    }

    [Fact]
    public async Task What_is_said_after_the_judged_time_began_is_not_fitted_on()
    {
        var records = RecordsOf(Contacts);
        await using var store = await StoreOfAsync(
            new ReferenceGraphStore(), [.. records, .. Said(records, strength: 1, Day.AddDays(-HorizonDays + 1))]);

        Assert.Equal(0, (await FitAsync(store)).Report.CorrectionCount);
    }

    [Fact]
    public async Task A_fit_is_held_against_the_one_in_force()
    {
        await using var store = await StoreOfAsync(new ReferenceGraphStore(), RecordsOf(Contacts));
        var first = (await FitAsync(store)).Report;
        var kept = Some.StrengthFit() with { State = StrengthFitState.InForce };
        await StoreOfAsync(store, [(StrengthFit)kept.With(FittedConstants.Written(first.Fitted!))]);

        var second = (await FitAsync(store)).Report;

        Assert.Equal(first.Fitted, second.Fitted);
        Assert.Equal(first.Fitted, second.Before);
        Assert.Equal(FitVerdict.NotBetter, second.Verdict);
        Assert.Equal(first.Scores["before"], second.Scores["shipped"]);
        Assert.Equal((0, 0), (second.Gain!.Value.Precision, second.Gain!.Value.Low));
    }

    [Fact]
    public async Task Little_history_and_nothing_at_all_are_told_apart()
    {
        await using var empty = new ReferenceGraphStore();
        await using var shorter = await StoreOfAsync(
            new ReferenceGraphStore(), RecordsOf(Contacts.Where(one => one.At > MadeUpLogs.Begin.AddDays(400))));

        var (nothing, little) = (await FitAsync(empty), await FitAsync(shorter));

        Assert.Equal((FitVerdict.LittleHistory, (DateOnly?)null, 0L), (nothing.Report.Verdict, nothing.Day, nothing.RowCount));
        Assert.Equal((FitVerdict.LittleHistory, Day), (little.Report.Verdict, little.Day));
        Assert.True(little.RowCount > 0);
    }

    /// <summary>A correction of every third tie that had acted by a day.</summary>
    private static List<Record> Said(List<Record> records, double strength, DateOnly on)
    {
        var end = new DateTimeOffset(on.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var people = records.OfType<Contact>().ToDictionary(one => one.Id);
        return [.. records.OfType<Interaction>().Where(act => act.At < end)
            .Select(act => act.FromId < act.ToId ? (act.FromId, act.ToId) : (act.ToId, act.FromId)).Distinct()
            .Where((_, i) => i % 3 == 0)
            .Select(pair => Some.Knows(people[pair.Item1], people[pair.Item2], strength: 0) with
            {
                CorrectedStrength = new TieStrength(strength), CorrectedOn = on,
            })];
    }

    private List<Record> RecordsOf(IEnumerable<LoggedContact> contacts)
    {
        List<Record> records = [];
        foreach (var contact in contacts.Where(one => one.From != one.To))
        {
            records.Add(Some.Interaction(PersonOf(contact.From), PersonOf(contact.To), contact.At, Channel.Email));
        }

        return [.. _people.Values, .. records];
    }

    private Contact PersonOf(string name)
    {
        if (!_people.TryGetValue(name, out var person))
        {
            _people.Add(name, person = Some.Contact(name));
        }

        return person;
    }

    private static async Task<StoreFit> FitAsync(IGraphStore store) =>
        (await StoreFitting.ReadAsync(store, Day, Some.NoToken)).Fit(StrengthForm.AnyChannel);

    private static async Task<IGraphStore> StoreOfAsync(IGraphStore store, IEnumerable<Record> records)
    {
        foreach (var batch in records.Chunk(Limits.CommitChangesMax))
        {
            Assert.IsType<CommitResult.Done>(await store.CommitAsync(Some.Creating(batch), Some.NoToken));
        }

        return store;
    }
}
