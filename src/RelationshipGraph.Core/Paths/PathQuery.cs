using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>Who wants to be introduced to whom, and what counts as a path.</summary>
/// <param name="To">A contact or an employee; or a company: anybody who works there on the day and may be seen to.</param>
/// <param name="From">The person who asks; null: any employee who still works here, and then only the first person of a path is
/// one, except for the person it leads to.</param>
/// <param name="AsOf">The day on which ties hold and memberships have begun.</param>
public sealed record PathQuery(RecordId To, RecordId? From, DateOnly AsOf)
{
    /// <summary>Hops of a path, from 1 to <see cref="Limits.PathHopsMax"/>.</summary>
    public int HopsMax { get; init; } = Limits.PathHopsDefault;

    /// <summary>Paths wanted, from 1 to <see cref="Limits.PathsMax"/>.</summary>
    public int PathsMax { get; init; } = Limits.PathsDefault;

    /// <summary>What every hop of a path must reach at least; a discreet one of others with the whole of its band.</summary>
    public TieStrength StrengthMin { get; init; }

    /// <summary>What each hop after the first costs the score as a factor: above 0, at most 1.</summary>
    public double HopDiscount { get; init; } = .8;

    /// <summary>By what people may be joined.</summary>
    public Through Through { get; init; } = Through.All;

    /// <summary>People who are not to be asked: a path that tells of one is none. Not the ends.</summary>
    public ValueList<RecordId> Avoid { get; init; } = [];

    /// <summary>A person of whom every path must tell, between the ends; null: nobody.</summary>
    public RecordId? Require { get; init; }

    /// <summary>Of a company's staff only these are looked for; null: everybody.</summary>
    public ValueList<RecordId>? Among { get; init; }

    /// <summary>
    /// Whether no two paths may tell of the same person between the ends, or begin with the same one where anybody may ask: each
    /// path is the strongest beside those before it.
    /// </summary>
    public bool IsDiverse { get; init; }

    /// <summary>Whether only what somebody declared makes a tie, and not who was in contact.</summary>
    public bool IsDeclaredOnly { get; init; }

    /// <summary>Whether discreet ties of others play no part, as where hops are counted or people listed.</summary>
    internal bool IsOpenOnly { get; init; }

    /// <summary>The query itself, where all its numbers are in range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not.</exception>
    /// <exception cref="ArgumentException">It contradicts itself.</exception>
    internal PathQuery Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(HopsMax, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(HopsMax, Limits.PathHopsMax);
        ArgumentOutOfRangeException.ThrowIfLessThan(PathsMax, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PathsMax, Limits.PathsMax);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Avoid.Count, Limits.PathPeopleMax);
        if (Avoid.Any(id => id == From || id == To || id == Require) || (Require is { } must && (must == From || must == To)))
        {
            throw new ArgumentException("Whom a path must lead over or must not is none of its ends, and not the same.");
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(HopDiscount is > 0 and <= 1, true, nameof(HopDiscount));
        return this;
    }
}
