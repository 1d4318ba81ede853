using System.Runtime.CompilerServices;
using RelationshipGraph.Model;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Introductions;

/// <summary>
/// How much introducers are asked, as of a session's day; several are read together. Counted over introductions that everyone
/// may see, so that it is the same number for whoever asks.
/// </summary>
public sealed class IntroducerLoads
{
    private static readonly RecordModel Model = GraphModel.Of(RecordKind.Introduction);

    private static readonly ConditionalWeakTable<Session, IntroducerLoads> BySession = [];

    private readonly Session _session;
    private readonly Loader<RecordId, IntroducerLoad> _loads;

    /// <param name="session">Whose deadline and day it is. The viewer plays no part.</param>
    public IntroducerLoads(Session session)
    {
        _session = session;
        _loads = new(ReadAsync, Limits.AnchorsMax);
    }

    /// <summary>The loads of a session: one for all who ask in it, so that what they ask is read together.</summary>
    public static IntroducerLoads Of(Session session) => BySession.GetValue(session, one => new IntroducerLoads(one));

    /// <summary>Asks for the load of a person, whom the caller has seen to be there.</summary>
    public Func<Task<IntroducerLoad?>> Ask(RecordId person) => _loads.Ask(person);

    /// <summary>The load that some introductions are for their introducer on a day.</summary>
    public static IntroducerLoad Count(IEnumerable<Introduction> asked, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var (open, recent, either) = (0, 0, 0);
        foreach (var one in asked.Where(one => one.AskedOn <= day))
        {
            var (waits, isRecent) = (IsOpen(one, day), one.AskedOn > day.AddDays(-Limits.IntroducerBudgetDays));
            open += waits ? 1 : 0;
            recent += isRecent ? 1 : 0;
            either += waits || isRecent ? 1 : 0;
        }

        return new IntroducerLoad(open, recent, either, Limits.IntroducerBudget);
    }

    // Where the day of the end is not known, the state says whether there was one.
    private static bool IsOpen(Introduction one, DateOnly day) => (one.MadeOn ?? one.EndedOn) is { } done
        ? done > day
        : one.State is IntroductionState.Asked or IntroductionState.Accepted;

    private async Task<IReadOnlyDictionary<RecordId, IntroducerLoad>> ReadAsync(IReadOnlyList<RecordId> people)
    {
        var day = _session.AsOf;
        var asked = new List<Introduction>();
        var query = new PageQuery(RecordKind.Introduction) { Filter = FilterOf(people, day), RowsMax = Limits.BatchMax };
        while (true)
        {
            var page = await _session.Tools.Store.ReadPageAsync(query, ViewScope.Public, _session.Deadline);
            asked.AddRange(page.Records.Cast<Introduction>());
            if (!page.HasMore)
            {
                break;
            }

            query = query with { After = Keyset.Of(page.Records[^1], query.Order) };
        }

        var byPerson = asked.ToLookup(one => one.IntroducerId!.Value);
        return people.ToDictionary(person => person, person => Count(byPerson[person], day));
    }

    // A little more than is counted: what is neither recent nor done by its dates.
    private static RecordFilter.And FilterOf(IReadOnlyList<RecordId> people, DateOnly day) => new(
    [
        new RecordFilter.In(Model["introducerId"], ValueList.From(people.Select(PropertyValue.Of))),
        new RecordFilter.Compare(Model["askedOn"], Comparison.LessOrEqual, PropertyValue.Of(day)),
        new RecordFilter.Or(
        [
            new RecordFilter.Compare(
                Model["askedOn"], Comparison.Greater, PropertyValue.Of(day.AddDays(-Limits.IntroducerBudgetDays))),
            new RecordFilter.And([NotBy("madeOn", day), NotBy("endedOn", day)]),
        ]),
    ]);

    private static RecordFilter.Not NotBy(string property, DateOnly day) =>
        new(new RecordFilter.Compare(Model[property], Comparison.LessOrEqual, PropertyValue.Of(day)));
}
