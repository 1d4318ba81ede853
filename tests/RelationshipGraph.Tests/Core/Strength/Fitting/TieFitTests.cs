using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;
using RelationshipGraph.Strength.Fitting;

namespace RelationshipGraph.Tests.Core.Strength.Fitting;

public sealed class TieFitTests
{
    private const int Days = 720;

    private static readonly TimeSpan Horizon = StrengthModel.Shipped.Horizon;
    private static readonly FormConstants Shipped = StrengthModel.Shipped[StrengthForm.AnyChannel];
    private static readonly DateTimeOffset AsOf = MadeUpLogs.Begin.AddDays(600);

    [Fact]
    public void What_comes_after_the_moment_changes_nothing()
    {
        var contacts = MadeUpLogs.Contacts(seed: 1, Days, everyDays: 20, lifeDays: 90);
        var known = contacts.Where(contact => contact.At <= AsOf).ToList();
        var busyLater = known.SelectMany(
            contact => Enumerable.Range(1, 3).Select(day => contact with { At = AsOf.AddDays(day) }));

        var report = Fit(contacts);

        Assert.NotNull(report.Fitted);
        Assert.Equal(report.Fitted, Fit(known).Fitted);
        Assert.Equal(report.Scores, Fit([.. known, .. busyLater]).Scores);
        Assert.Equal(AsOf - (2 * Horizon), report.FittedOn!.At);
        Assert.Equal((AsOf - Horizon, AsOf), (report.FittedOn.Until, report.JudgedOn!.Until));
    }

    [Fact]
    public void Where_ties_end_soon_the_fit_proves_better_and_is_taken()
    {
        var report = Fit(MadeUpLogs.Contacts(seed: 2, Days, everyDays: 12, lifeDays: 60));

        Assert.Equal(FitVerdict.Accepted, report.Verdict);
        Assert.Same(report.Fitted, report.Chosen);
        Assert.True(report.Scores["fitted"].Calibration.Brier < report.Scores["before"].Calibration.Brier);
        Assert.True(report.Gain is { Low: > 0 } gain && gain.Precision > gain.Low);
        Assert.Equal("fit", StrengthModel.Shipped.With("fit", report.Chosen).Constants);
    }

    [Fact]
    public void Where_the_world_turned_meanwhile_the_constants_stay()
    {
        // Between the two slices ties become rare: what was learned of the first is wrong in the second.
        var turn = AsOf - Horizon;
        var contacts = MadeUpLogs.Contacts(seed: 3, Days, everyDays: 6, lifeDays: 300);
        var fewer = contacts.Where((contact, i) => contact.At <= turn || i % 23 == 0);

        var report = Fit(fewer);

        Assert.Equal(FitVerdict.NotBetter, report.Verdict);
        Assert.Same(Shipped, report.Chosen);
        Assert.Equal(["before", "count", "decayed", "fitted", "recency"], report.Scores.Keys.Order());
    }

    [Theory]
    [InlineData(StrengthForm.AnyChannel)]
    [InlineData(StrengthForm.FaceToFace)]
    [InlineData(StrengthForm.Event)]
    public void Whatever_is_fitted_can_be_used_and_goes_only_so_far(StrengthForm form)
    {
        var before = StrengthModel.Shipped[form];
        for (var seed = 10; seed < 16; seed += 3)
        {
            var contacts = MadeUpLogs.Contacts(seed, Days, everyDays: 3 * (seed - 8), lifeDays: 40 * (seed - 8));

            var fitted = TieFit.Fit(MadeUpLogs.Log(contacts, form), AsOf, Horizon, before).Fitted!;

            Assert.True(fitted.IsSound);
            Assert.InRange(Math.Log(fitted.Rhythm.R / before.Rhythm.R), -FitPrior.ShiftMax - 1e-9, FitPrior.ShiftMax + 1e-9);
            Assert.InRange(Math.Log(fitted.Rhythm.B / before.Rhythm.B), -FitPrior.ShiftMax - 1e-9, FitPrior.ShiftMax + 1e-9);
            Assert.True(form == StrengthForm.AnyChannel || fitted.OnSittings == 0);
            Assert.True(form == StrengthForm.Event || fitted.OnBusy == 0);
        }
    }

    [Fact]
    public void A_short_log_is_not_fitted()
    {
        var contacts = MadeUpLogs.Contacts(seed: 4, 200, everyDays: 6, lifeDays: 90);

        Assert.Equal(FitVerdict.LittleHistory, Fit(contacts, MadeUpLogs.Begin.AddDays(200)).Verdict);
        Assert.Equal(FitVerdict.LittleHistory, Fit([]).Verdict);
    }

    [Fact]
    public void Too_few_outcomes_are_not_fitted()
    {
        var contacts = MadeUpLogs.Contacts(seed: 5, Days, everyDays: 6, lifeDays: 90).Where(contact => contact.From == "p7");

        var report = Fit(contacts);

        Assert.Equal(FitVerdict.FewOutcomes, report.Verdict);
        Assert.Same(Shipped, report.Chosen);
        Assert.InRange(report.FittedOn!.ActedAgain, 0, TieFit.OutcomesMin - 1);
    }

    [Fact]
    public void Constants_of_another_form_are_refused() => Assert.Throws<ArgumentException>(
        () => TieFit.Fit(MadeUpLogs.Log([]), AsOf, Horizon, StrengthModel.Shipped[StrengthForm.Event]));

    private static FitReport Fit(IEnumerable<LoggedContact> contacts) => Fit(contacts, AsOf);

    private static FitReport Fit(
        IEnumerable<LoggedContact> contacts, DateTimeOffset asOf) =>
        TieFit.Fit(MadeUpLogs.Log(contacts), asOf, Horizon, Shipped);
}
