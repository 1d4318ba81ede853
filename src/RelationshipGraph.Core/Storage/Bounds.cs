using RelationshipGraph.Model;
using RelationshipGraph.Text;

namespace RelationshipGraph.Storage;

/// <summary>Refuses arguments that no caller of the port may send.</summary>
public static class Bounds
{
    /// <summary>The number must lie within its bounds.</summary>
    public static void Check(int number, int min, int max, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, min, parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, max, parameter);
    }

    /// <summary>The order must be one that every record has, and the place must be one in that order.</summary>
    public static void Check(RecordOrder order, Keyset? after, string parameter)
    {
        if (order.Property is { IsOrderable: false })
        {
            throw new ArgumentException("Not every record of the kind has the property of the order.", parameter);
        }

        if (after is { } place && place.Value.IsNothing != order.Property is null)
        {
            throw new ArgumentException("The place does not belong to the order.", parameter);
        }
    }

    /// <summary>Not too many anchors, and only one to walk on from.</summary>
    public static void CheckEdges(EdgeQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Check(query.Anchors.Count, 0, Limits.BatchMax, nameof(query));
        if (query.After is not null && query.Anchors.Distinct().Count() != 1)
        {
            throw new ArgumentException("Only one anchor can be walked on.", nameof(query));
        }
    }

    /// <summary>A commit has one change for each record.</summary>
    public static void CheckOnce(Commit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var seen = new HashSet<RecordId>(commit.Changes.Count);
        foreach (var change in commit.Changes)
        {
            if (!seen.Add(change.Id))
            {
                throw new ArgumentException("The commit changes one record twice.", nameof(commit));
            }
        }
    }

    /// <summary>A text that a record is written with can be given back as it is: it holds no lone surrogate and no NUL.</summary>
    public static PropertyValue CheckText(PropertyValue value) =>
        value.Primitive != PropertyPrimitive.Text || Normal.IsWellFormed(value.Text)
            ? value
            : throw new ArgumentException("A text of a record is not well formed.", nameof(value));
}
