using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Indexing;

/// <summary>The fitted constants that are in force in a store, followed from commit to commit.</summary>
internal sealed class FitsInForce
{
    private readonly Dictionary<RecordId, StrengthFit> _fits = [];

    private FitsInForce(IEnumerable<StrengthFit> fits)
    {
        foreach (var fit in fits)
        {
            _fits[fit.Id] = fit;
        }

        Model = FittedConstants.ModelOf(_fits.Values);
    }

    /// <summary>The formula with them; another one whenever one comes into force or is withdrawn.</summary>
    public StrengthModel Model { get; private set; }

    /// <summary>Reads them. What is committed meanwhile is in the feed, and whoever follows it applies it.</summary>
    /// <exception cref="StoreException">The store did not give them.</exception>
    public static async Task<FitsInForce> ReadAsync(IGraphStore store, CancellationToken ct)
    {
        var fits = new List<StrengthFit>();
        var query = Query(null) with { RowsMax = Limits.BatchMax };
        while (true)
        {
            var page = await store.ReadPageAsync(query, ViewScope.Public, ct);
            fits.AddRange(page.Records.Cast<StrengthFit>());
            if (!page.HasMore)
            {
                return new FitsInForce(fits);
            }

            query = query with { After = Keyset.Of(page.Records[^1], query.Order) };
        }
    }

    /// <summary>Asks for those in force.</summary>
    /// <param name="form">Of which form; null: of all.</param>
    public static PageQuery Query(FittedForm? form)
    {
        var model = GraphModel.Of(RecordKind.StrengthFit);
        RecordFilter inForce = Is(model["state"], CodeNames.Upper(nameof(StrengthFitState.InForce)));
        return new PageQuery(RecordKind.StrengthFit)
        {
            Filter = form is { } one
                ? new RecordFilter.And([inForce, Is(model["form"], CodeNames.Upper(one.ToString()))])
                : inForce,
        };
    }

    /// <summary>Takes in the present state of a fit; null where it has been deleted.</summary>
    public void Apply(RecordId id, StrengthFit? fit)
    {
        var before = _fits.GetValueOrDefault(id);
        if (fit is { IsInForce: true })
        {
            _fits[id] = fit;
        }
        else
        {
            _fits.Remove(id);
        }

        if (before is not null || fit is { IsInForce: true })
        {
            Model = FittedConstants.ModelOf(_fits.Values);
        }
    }

    private static RecordFilter.Compare Is(PropertyModel property, string code) =>
        new(property, Comparison.Equal, PropertyValue.Of(code));
}
