using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Fitting;

namespace RelationshipGraph.Sessions;

/// <summary>What an administrator does with fits of the strength formula.</summary>
public sealed class SessionFits
{
    private static readonly RecordModel Model = GraphModel.Of(RecordKind.StrengthFit);

    private static readonly (ScoredBy By, string Name)[] Scores =
    [
        (ScoredBy.Shipped, "shipped"), (ScoredBy.InForce, "before"), (ScoredBy.Fitted, "fitted"), (ScoredBy.Count, "count"),
        (ScoredBy.Recency, "recency"), (ScoredBy.DecayedCount, "decayed"),
    ];

    private readonly Session _session;

    internal SessionFits(Session session) => _session = session;

    /// <summary>Keeps a fit; one that proved better comes into force, and the one before it is withdrawn.</summary>
    /// <param name="fit">A fit that has constants.</param>
    /// <returns>The kept fit comes first.</returns>
    /// <exception cref="ArgumentException">Nothing was fitted.</exception>
    public async Task<WriteResult> KeepAsync(StoreFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (fit is not { Day: { } day, Report.Fitted: { } constants })
        {
            throw new ArgumentException("Nothing was fitted.", nameof(fit));
        }

        var (report, id) = (fit.Report, _session.NewId(RecordKind.StrengthFit));
        var form = StrengthForms.Written(fit.Form);
        var isAccepted = report.Verdict == FitVerdict.Accepted;
        var before = isAccepted ? await InForceAsync(form) : [];
        List<KeyValuePair<PropertyModel, PropertyValue>> values =
        [
            .. FittedConstants.Written(constants),
            Value("form", PropertyValue.Of(CodeNames.Upper(form.ToString()))),
            StateOf(isAccepted ? StrengthFitState.InForce : StrengthFitState.Proposed),
            Value("formula", PropertyValue.Of(StrengthModel.Version)),
            Value("fittedOn", PropertyValue.Of(day)),
            Value("rowCount", PropertyValue.Of(fit.RowCount)),
            Value("pairCount", PropertyValue.Of((long)report.FittedOn!.PairCount)),
            Value("judgedPairCount", PropertyValue.Of((long)report.JudgedOn!.PairCount)),
            Value("correctionCount", PropertyValue.Of((long)report.CorrectionCount)),
            Value("scores", Written(id, ScoresOf(report))),
            Value("precisionGain", PropertyValue.Of(report.Gain!.Value.Precision)),
            Value("precisionGainLow", PropertyValue.Of(report.Gain!.Value.Low)),
        ];
        if (RefusalOf(report) is { } refusal)
        {
            values.Add(Value("refusal", PropertyValue.Of(CodeNames.Upper(refusal.ToString()))));
        }

        if (before is [var replaced, ..])
        {
            values.Add(Value("replacesId", PropertyValue.Of(replaced.Id)));
        }

        return await _session.WriteAsync(
        [
            new Draft.Create(id, default, default, values),
            .. before.Select(one => Into(one, StrengthFitState.Withdrawn)),
        ]);
    }

    /// <summary>
    /// Withdraws a fit that is in force. The one that it replaced comes back; where there was none, the shipped constants do.
    /// </summary>
    /// <returns>The withdrawn fit comes first, then the one that is in force again, if any.</returns>
    /// <exception cref="RequestException">It is not there, or not in force.</exception>
    public async Task<WriteResult> WithdrawAsync(RecordId id)
    {
        if (await _session.Records.ReadAsync(id) is not StrengthFit fit)
        {
            throw new RequestException(Problem.Of(ProblemCode.NotFound, "id"));
        }

        if (fit.State != StrengthFitState.InForce)
        {
            throw new RequestException(Problem.Of(ProblemCode.FitNotInForce, "id"));
        }

        var earlier = fit.ReplacesId is { } replaced ? await _session.Records.ReadAsync(replaced) : null;
        return await _session.WriteAsync(earlier is StrengthFit { State: StrengthFitState.Withdrawn } back
            ? [Into(fit, StrengthFitState.Withdrawn), Into(back, StrengthFitState.InForce)]
            : [Into(fit, StrengthFitState.Withdrawn)]);
    }

    private async Task<IReadOnlyList<StrengthFit>> InForceAsync(FittedForm form)
    {
        var query = FitsInForce.Query(form) with { RowsMax = Limits.BatchMax };
        var page = await _session.Tools.Store.ReadPageAsync(query, _session.Scope, _session.Deadline);
        return [.. page.Records.OfType<StrengthFit>().OrderByDescending(fit => fit.Id)];
    }

    private static Draft.Update Into(StrengthFit fit, StrengthFitState state) => new(fit.Id, fit.Version, [StateOf(state)]);

    private static KeyValuePair<PropertyModel, PropertyValue> StateOf(StrengthFitState state) =>
        Value("state", PropertyValue.Of(CodeNames.Upper(state.ToString())));

    private static KeyValuePair<PropertyModel, PropertyValue> Value(string name, PropertyValue value) => new(Model[name], value);

    // Rounding may lead a little above 1.
    private static Share ShareOf(double figure) => new(Math.Min(figure, 1));

    private static PropertyValue Written(RecordId id, ValueList<FitScore> scores) =>
        Model["scores"].Get((StrengthFit)Model.Blank(id) with { Scores = scores });

    private static FitRefusal? RefusalOf(FitReport report) => (report.IsOrderBetter, report.IsLevelBetter) switch
    {
        (true, true) => null,
        (false, true) => FitRefusal.OrderNotBetter,
        (true, false) => FitRefusal.LevelNotBetter,
        _ => FitRefusal.NeitherBetter,
    };

    // Where nothing was in force, what was before are the shipped constants.
    private static ValueList<FitScore> ScoresOf(FitReport report)
    {
        var isShippedBefore = !report.Scores.ContainsKey("shipped");
        return ValueList.From(Scores
            .Where(one => one.By != ScoredBy.InForce || !isShippedBefore)
            .Select(one => (one.By, Score: report.Scores[one.By == ScoredBy.Shipped && isShippedBefore ? "before" : one.Name]))
            .Select(one => new FitScore
            {
                By = one.By,
                AveragePrecision = ShareOf(one.Score.Ranking.AveragePrecision),
                Brier = ShareOf(one.Score.Calibration.Brier),
                CalibrationError = ShareOf(one.Score.Calibration.Error),
            }));
    }
}
