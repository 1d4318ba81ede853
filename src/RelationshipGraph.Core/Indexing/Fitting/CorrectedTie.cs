using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Fitting;

namespace RelationshipGraph.Indexing;

/// <summary>What one of two people says of their tie, where everyone may see it.</summary>
/// <param name="First">The person with the lower number.</param>
/// <param name="Second">The other.</param>
/// <param name="Day">The day it was said, as days since 1970-01-01.</param>
/// <param name="Strength">How strong the tie is by it.</param>
/// <param name="Declared">The ties that are declared between people of whom something is said.</param>
internal sealed record CorrectedTie(int First, int Second, int Day, double Strength, IDeclaredTies Declared)
{
    /// <summary>Reads what is said last of each tie, in the order of people.</summary>
    /// <param name="store">The store.</param>
    /// <param name="view">Its people.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<IReadOnlyList<CorrectedTie>> ReadAsync(IGraphStore store, GraphView view, CancellationToken ct)
    {
        var said = new Dictionary<(int First, int Second), Knows>();
        await foreach (var knows in SaidAsync(store, ct))
        {
            if (PairOf(view, knows.FromId, knows.ToId) is { } pair
                && (!said.TryGetValue(pair, out var other) || IsLater(knows, other)))
            {
                said[pair] = knows;
            }
        }

        var declared = new ReadTies(view);
        await ReadDeclaredAsync(store, view, [.. said.Keys], declared, ct);
        return
        [
            .. said.OrderBy(one => one.Key).Select(one => new CorrectedTie(
                one.Key.First, one.Key.Second, RecordFacts.DayOf(one.Value.CorrectedOn!.Value),
                one.Value.CorrectedStrength!.Value.Value, declared)),
        ];
    }

    /// <summary>What it says of contacts of a form.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="acts">The contacts by the day on which it was said.</param>
    /// <param name="form">The form.</param>
    /// <returns>
    /// Null where the two had not been in contact by then, or not on one channel alone that is of the form: what is said is said
    /// of the tie as a whole, and nobody knows of which part. What is declared comes off, since it is joined to the contacts.
    /// </returns>
    public FitCorrection? CorrectionIn(GraphView view, ActDay acts, StrengthForm form)
    {
        var open = new KnownTies(view, acts, Declared).Of(First, Second).FirstOrDefault(one => one.IsOpen);
        if (open?.Moment is not { Channels: [var channel] } moment || StrengthForms.Of(channel.Channel) != form
            || moment.Declared is { Value: 1 })
        {
            return null;
        }

        var declared = moment.Declared?.Value ?? 0;
        return new FitCorrection(
            FormStrands.TermsOf(channel), Math.Max(0, (Strength - declared) / (1 - declared)));
    }

    private static async IAsyncEnumerable<Knows> SaidAsync(
        IGraphStore store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var model = GraphModel.Of(RecordKind.Knows);
        var query = new PageQuery(RecordKind.Knows)
        {
            Filter = new RecordFilter.And(
                [new RecordFilter.Exists(model["correctedStrength"]), new RecordFilter.Exists(model["correctedOn"])]),
            RowsMax = Limits.BatchMax,
        };
        while (true)
        {
            var page = await store.ReadPageAsync(query, ViewScope.Public, ct);
            foreach (var knows in page.Records.Cast<Knows>())
            {
                yield return knows;
            }

            if (!page.HasMore)
            {
                yield break;
            }

            query = query with { After = Keyset.Of(page.Records[^1], query.Order) };
        }
    }

    private static async Task ReadDeclaredAsync(
        IGraphStore store, GraphView view, HashSet<(int First, int Second)> pairs, ReadTies declared, CancellationToken ct)
    {
        var after = default(RecordId);
        for (var hasMore = pairs.Count > 0; hasMore;)
        {
            var batch = await store.ReadLinksAsync(RecordKind.Knows, after, Limits.BatchMax, ct);
            foreach (var link in batch.Links)
            {
                after = link.Id;
                if (PairOf(view, link.FromId, link.ToId) is { } pair && pairs.Contains(pair))
                {
                    declared.Add(link);
                }
            }

            hasMore = batch.HasMore;
        }
    }

    private static (int First, int Second)? PairOf(GraphView view, RecordId from, RecordId to) =>
        (view.FindPerson(from), view.FindPerson(to)) is var (one, other) && one >= 0 && other >= 0 && one != other
            && view.PersonAccess(one) == 0 && view.PersonAccess(other) == 0
            ? (Math.Min(one, other), Math.Max(one, other))
            : null;

    private static bool IsLater(Knows one, Knows other) =>
        one.CorrectedOn != other.CorrectedOn ? one.CorrectedOn > other.CorrectedOn : one.Id > other.Id;
}
