using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;
using RelationshipGraph.Strength.Fitting;

namespace RelationshipGraph.Tests.Core.Sessions;

/// <summary>Fits are kept, come into force one at a time, and go again.</summary>
public sealed class FitWriteTests : IDisposable
{
    private readonly OpenDoor _door = new();

    [Fact]
    public async Task A_better_fit_comes_into_force_and_withdraws_the_one_before()
    {
        var session = await OpenAsync();

        var first = await KeptAsync(session, level: -1, FitVerdict.Accepted);
        var refused = await KeptAsync(session, level: -2, FitVerdict.NotBetter);
        var second = await KeptAsync(session, level: -3, FitVerdict.Accepted);

        Assert.Equal((StrengthFitState.InForce, null), (first.State, first.ReplacesId));
        Assert.Equal((StrengthFitState.Proposed, FitRefusal.NeitherBetter), (refused.State, refused.Refusal));
        Assert.Equal((StrengthFitState.InForce, first.Id, -3), (second.State, second.ReplacesId, second.Level));
        Assert.Equal(StrengthFitState.Withdrawn, (await ReadAsync(first.Id)).State);
        Assert.Equal(second.Id.ToString(), await ConstantsAsync());
    }

    [Fact]
    public async Task Withdrawn_the_one_before_comes_back_and_after_the_first_the_shipped_constants()
    {
        var session = await OpenAsync();
        var first = await KeptAsync(session, level: -1, FitVerdict.Accepted);
        var second = await KeptAsync(session, level: -3, FitVerdict.Accepted);

        Assert.IsType<WriteResult.Done>(await (await OpenAsync()).Fits.WithdrawAsync(second.Id));
        Assert.Equal(first.Id.ToString(), await ConstantsAsync());

        Assert.IsType<WriteResult.Done>(await (await OpenAsync()).Fits.WithdrawAsync(first.Id));
        Assert.Equal("shipped", await ConstantsAsync());
        Assert.Equal(
            [StrengthFitState.Withdrawn, StrengthFitState.Withdrawn],
            [(await ReadAsync(first.Id)).State, (await ReadAsync(second.Id)).State]);
    }

    [Fact]
    public async Task Only_a_fit_in_force_is_withdrawn()
    {
        var fit = await KeptAsync(await OpenAsync(), level: -1, FitVerdict.NotBetter);

        var proposed = await Assert.ThrowsAsync<RequestException>(
            async () => await (await OpenAsync()).Fits.WithdrawAsync(fit.Id));
        var unknown = await Assert.ThrowsAsync<RequestException>(
            async () => await (await OpenAsync()).Fits.WithdrawAsync(Some.Id(RecordKind.StrengthFit)));

        Assert.Equal((ProblemCode.FitNotInForce, ProblemCode.NotFound), (proposed.Code, unknown.Code));
    }

    [Fact]
    public async Task Of_a_form_one_fit_is_in_force_whoever_writes_it()
    {
        var (inForce, other) = (Some.StrengthFit() with { State = StrengthFitState.InForce }, Some.StrengthFit());
        var events = Some.StrengthFit(FittedForm.Event);
        await _door.WithAsync(inForce, other, events);
        var session = await OpenAsync();

        Assert.Equal(
            [(0, ProblemCode.FitInForce, "state")],
            Refused(await session.WriteAsync([Into(other, StrengthFitState.InForce)])));
        Assert.IsType<WriteResult.Done>(await session.WriteAsync([Into(events, StrengthFitState.InForce)]));
        Assert.IsType<WriteResult.Done>(await session.WriteAsync(
            [Into(other, StrengthFitState.InForce), Into(inForce, StrengthFitState.Withdrawn)]));
        Assert.Equal($"{other.Id}+{events.Id}", await ConstantsAsync());
    }

    [Fact]
    public async Task Two_in_one_request_are_one_too_many()
    {
        var (one, other) = (Some.StrengthFit(), Some.StrengthFit());
        await _door.WithAsync(one, other);

        Assert.Equal(
            [(1, ProblemCode.FitInForce, "state")],
            Refused(await (await OpenAsync()).WriteAsync(
                [Into(one, StrengthFitState.InForce), Into(other, StrengthFitState.InForce)])));
    }

    [Fact]
    public async Task Of_many_who_put_one_in_force_at_once_one_does()
    {
        var fits = Enumerable.Range(0, 12).Select(_ => Some.StrengthFit()).ToList();
        await _door.WithAsync([.. fits]);

        var results = await Task.WhenAll(fits.Select(async fit =>
            await (await OpenAsync()).WriteAsync([Into(fit, StrengthFitState.InForce)])));

        Assert.Single(results.OfType<WriteResult.Done>());
    }

    [Fact]
    public async Task Constants_that_the_formula_may_not_have_are_refused()
    {
        var fit = Some.StrengthFit();
        await _door.WithAsync(fit);
        var model = GraphModel.Of(RecordKind.StrengthFit);

        foreach (var (name, value) in new[] { ("onSilence", .1), ("onRows", -.1), ("rhythmR", 0), ("level", 1e9) })
        {
            var result = await (await OpenAsync()).WriteAsync(
                [new Draft.Update(fit.Id, 1, [new(model[name], PropertyValue.Of(value))])]);
            Assert.Equal([(0, ProblemCode.OutOfRange, name)], Refused(result));
        }
    }

    public void Dispose() => _door.Dispose();

    private static Draft.Update Into(StrengthFit fit, StrengthFitState state) => new(fit.Id, fit.Version,
    [
        new(GraphModel.Of(RecordKind.StrengthFit)["state"], PropertyValue.Of(CodeNames.Upper(state.ToString()))),
    ]);

    private static List<(int, string, string)> Refused(WriteResult result) =>
    [
        .. Assert.IsType<WriteResult.Refused>(result).Problems
            .Select(one => (one.Position, one.Problem.Code, one.Problem.Path)),
    ];

    private static async Task<StrengthFit> KeptAsync(Session session, double level, FitVerdict verdict)
    {
        var constants = StrengthModel.Shipped[StrengthForm.AnyChannel] with { Level = level };
        var score = new ForecastScore(new Ranking(.5, .5), new Calibration(.1, .1));
        var slice = new FitSlice(Some.Now, Some.Now, 100, 50);
        var report = new FitReport(verdict, constants, constants)
        {
            FittedOn = slice,
            JudgedOn = slice,
            Gain = verdict == FitVerdict.Accepted ? new FitGain(.02, .01) : new FitGain(-.02, -.03),
            Scores = new Dictionary<string, ForecastScore>
            {
                ["count"] = score,
                ["recency"] = score,
                ["decayed"] = score,
                ["before"] = score,
                ["fitted"] = verdict == FitVerdict.Accepted ? score with { Calibration = new Calibration(.05, .05) } : score,
            },
        };
        var result = await session.Fits.KeepAsync(new StoreFit(StrengthForm.AnyChannel, Some.Today, 1_000, report));
        return (StrengthFit)Assert.IsType<WriteResult.Done>(result).Written[0].Record!;
    }

    private Task<Session> OpenAsync() => _door.OpenAsync(OpenDoor.Administrator);

    private async Task<StrengthFit> ReadAsync(RecordId id) =>
        (StrengthFit)(await _door.Store.ReadAsync([id], RelationshipGraph.Storage.ViewScope.All, Some.NoToken))[id];

    private async Task<string> ConstantsAsync()
    {
        await using var index = await GraphIndex.OpenAsync(_door.Store, Some.NoToken);
        return (await index.CatchUpAsync(Some.Today, Some.NoToken)).Model.Constants;
    }
}
