using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>Holds a filter against its bounds before a store sees it.</summary>
internal static class FilterBounds
{
    /// <exception cref="RequestException">Too many terms, too deep, or a property that may not be filtered by.</exception>
    public static void Check(RecordFilter? filter)
    {
        var terms = 0;
        Walk(filter, 1, ref terms);
    }

    /// <inheritdoc cref="Check(RecordFilter?)"/>
    public static void Check(RecordFilter? edge, ValueList<RecordFilter.EndFilter>? end)
    {
        var terms = 0;
        Walk(edge, 1, ref terms);
        WalkEnds(end, 1, ref terms);
    }

    private static void Walk(RecordFilter? filter, int depth, ref int terms)
    {
        if (filter is null)
        {
            return;
        }

        Count(depth, ref terms);
        switch (filter)
        {
            case RecordFilter.And(var all):
                WalkAll(all, depth, ref terms);
                break;
            case RecordFilter.Or(var some):
                WalkAll(some, depth, ref terms);
                break;
            case RecordFilter.Not(var term):
                Walk(term, depth + 1, ref terms);
                break;
            case RecordFilter.Compare(var property, _, _):
                CheckProperty(property);
                break;
            case RecordFilter.In(var property, var values):
                CheckProperty(property);
                if (values.Count > Limits.ListMax)
                {
                    throw Bad(string.Create(
                        CultureInfo.InvariantCulture, $"{property.Name}: in has more than {Limits.ListMax} values"));
                }

                break;
            case RecordFilter.Exists(var property):
                CheckProperty(property);
                break;
            case RecordFilter.StartsWith(var property, _):
                CheckProperty(property);
                break;
            case RecordFilter.Has(var property, _):
                CheckProperty(property);
                break;
            case RecordFilter.Related(_, _, _, var edge, var end):
                Walk(edge, depth + 1, ref terms);
                WalkEnds(end, depth, ref terms);
                break;
        }
    }

    private static void WalkAll(ValueList<RecordFilter> filters, int depth, ref int terms)
    {
        foreach (var filter in filters)
        {
            Walk(filter, depth + 1, ref terms);
        }
    }

    private static void WalkEnds(ValueList<RecordFilter.EndFilter>? ends, int depth, ref int terms)
    {
        foreach (var end in ends ?? [])
        {
            Walk(end.Filter, depth + 1, ref terms);
        }
    }

    private static void Count(int depth, ref int terms)
    {
        if (++terms > Limits.FilterTermsMax)
        {
            throw Bad($"more than {Limits.FilterTermsMax.ToString(CultureInfo.InvariantCulture)} terms");
        }

        if (depth > Limits.FilterDepthMax)
        {
            throw Bad($"nested deeper than {Limits.FilterDepthMax.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private static void CheckProperty(PropertyModel property)
    {
        if (!property.IsFilterable)
        {
            throw Bad($"{property.Name} cannot be filtered by");
        }
    }

    private static RequestException Bad(string reason) => new(Problem.Of(ProblemCode.BadFilter, "filter", ("reason", reason)));
}
