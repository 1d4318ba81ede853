using RelationshipGraph.Storage;
using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Fitting;

namespace RelationshipGraph.Indexing;

/// <summary>
/// Fits the constants of the strength formula on the contacts of a store: fitted on the last horizon but one, judged on the last.
/// </summary>
/// <remarks>
/// Only what everyone may see is read, so that the constants tell nothing of the rest. Ties are taken as the index takes them,
/// each by its channel and source, with the clock of the source. The same store on the same day gives the same constants.
/// </remarks>
public sealed class StoreFitting
{
    private static readonly int HorizonDays = (int)StrengthModel.Shipped.Horizon.TotalDays;

    private readonly GraphView _view;
    private readonly IReadOnlyList<CorrectedTie> _corrected;

    private StoreFitting(GraphView view, IReadOnlyList<CorrectedTie> corrected) => (_view, _corrected) = (view, corrected);

    private ActLog Log => _view.Acts!.Log;

    /// <summary>Reads the contacts of a store and what people say of their own ties.</summary>
    /// <param name="store">The store.</param>
    /// <param name="asOf">The last UTC day that may be looked at.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="StoreException">The store did not give them.</exception>
    public static async Task<StoreFitting> ReadAsync(IGraphStore store, DateOnly asOf, CancellationToken ct)
    {
        await using var index = await GraphIndex.OpenAsync(store, null, IndexParts.Contacts, ct);
        var view = await index.CatchUpAsync(asOf, ct);
        return new StoreFitting(view, await CorrectedTie.ReadAsync(store, view, ct));
    }

    /// <summary>Fits one form.</summary>
    /// <param name="form">The form.</param>
    public StoreFit Fit(StrengthForm form)
    {
        var before = _view.Model[form];
        var strands = new FormStrands(_view, form);
        if (strands.LastDay is not { } last)
        {
            return new StoreFit(form, null, 0, new FitReport(FitVerdict.LittleHistory, before, null));
        }

        // Where contacts end sooner, nobody is asked to have acted in the days after.
        var day = Math.Min(last, _view.Acts!.Day);
        var date = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(day);
        var rows = strands.RowsBy(day);
        if (strands.FirstDay > day - (3 * HorizonDays))
        {
            return new StoreFit(form, date, rows, new FitReport(FitVerdict.LittleHistory, before, null));
        }

        var (earlier, later) = (day - (2 * HorizonDays), day - HorizonDays);
        var report = TieFit.Fit(
            strands.SampleAt(earlier, HorizonDays), strands.SampleAt(later, HorizonDays), StrengthModel.Shipped[form], before,
            CorrectionsBy(later, form));
        return new StoreFit(form, date, rows, report);
    }

    // What was said after the judged slice began might tell of it.
    private List<FitCorrection> CorrectionsBy(int day, StrengthForm form)
    {
        var days = new Dictionary<int, ActDay>();
        var corrections = new List<FitCorrection>();
        foreach (var tie in _corrected.Where(tie => tie.Day <= day))
        {
            if (!days.TryGetValue(tie.Day, out var acts))
            {
                days.Add(tie.Day, acts = new ActDay(Log, tie.Day));
            }

            if (tie.CorrectionIn(_view, acts, form) is { } correction)
            {
                corrections.Add(correction);
            }
        }

        return corrections;
    }
}
