using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>The conditions by which a store finds what counts in paths though a viewer's scope leaves it out.</summary>
/// <remarks>
/// Discreet ties of others count, and a scope does not show them. They are read without a scope, so that the rule for their
/// ends is written out here; everything else is left to the scope.
/// </remarks>
internal static class SightFilters
{
    /// <summary>The discreet ones among a condition's relationships.</summary>
    public static RecordFilter Discreet(RecordKind relationship, RecordFilter also) => new RecordFilter.And(
        [IsOf(GraphModel.Of(relationship), Visibility.Discreet), also]);

    /// <summary>Nodes of some kinds, without sensitive bodies: those are in no path, not even their members' own.</summary>
    public static ValueList<RecordFilter.EndFilter> Any(IEnumerable<RecordKind> kinds) => ValueList.From(
        kinds.Select(kind => new RecordFilter.EndFilter(kind, IsNotSensitive(GraphModel.Of(kind)))));

    /// <summary>The same, only those that the viewer sees.</summary>
    public static ValueList<RecordFilter.EndFilter> Seen(IEnumerable<RecordKind> kinds, ViewScope scope) =>
        ValueList.From(kinds.Select(kind => new RecordFilter.EndFilter(kind, Seen(GraphModel.Of(kind), scope))));

    /// <summary>Relationships that have begun by a day, as far as their first day is known.</summary>
    public static RecordFilter Begun(RecordKind relationship, DateOnly day)
    {
        var from = GraphModel.Of(relationship).From!;
        return new RecordFilter.Or([new RecordFilter.Not(new RecordFilter.Exists(from)), IsBy(from, day)]);
    }

    /// <summary>Relationships that hold on a day.</summary>
    public static RecordFilter Holding(RecordKind relationship, DateOnly day)
    {
        var until = GraphModel.Of(relationship).Until!;
        return new RecordFilter.And([Begun(relationship, day), new RecordFilter.Not(IsBy(until, day))]);
    }

    /// <summary>Memberships that have begun by a day; where the first day is unknown, that were known by it.</summary>
    public static RecordFilter BegunOrKnown(RecordKind relationship, DateOnly day)
    {
        var model = GraphModel.Of(relationship);
        return new RecordFilter.Or(
        [
            IsBy(model.From!, day),
            new RecordFilter.And(
                [new RecordFilter.Not(new RecordFilter.Exists(model.From!)), IsBy(model["knownSince"], day)]),
        ]);
    }

    private static RecordFilter.Compare IsBy(PropertyModel property, DateOnly day) =>
        new(property, Comparison.LessOrEqual, PropertyValue.Of(day));

    private static RecordFilter.Compare IsOf(RecordModel model, Visibility visibility) =>
        new(model["visibility"], Comparison.Equal, PropertyValue.Of(CodeNames.Upper(visibility.ToString())));

    private static RecordFilter Seen(RecordModel model, ViewScope scope)
    {
        var ways = new List<RecordFilter> { IsOf(model, Visibility.Everyone) };
        if (!scope.Viewer.IsNone)
        {
            ways.Add(new RecordFilter.Compare(model["ownerId"], Comparison.Equal, PropertyValue.Of(scope.Viewer)));
        }

        if (scope.Team.Count > 0)
        {
            var team = new RecordFilter.In(model["ownerId"], ValueList.From(scope.Team.Select(one => PropertyValue.Of(one))));
            ways.Add(new RecordFilter.And([IsOf(model, Visibility.Team), team]));
        }

        var seen = new RecordFilter.Or(ValueList.From(ways));
        return IsNotSensitive(model) is { } open ? new RecordFilter.And([seen, open]) : seen;
    }

    private static RecordFilter.Not? IsNotSensitive(RecordModel model) => model.Find("isSensitive") is { } property
        ? new RecordFilter.Not(new RecordFilter.Compare(property, Comparison.Equal, PropertyValue.Of(true)))
        : null;
}
