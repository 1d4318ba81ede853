using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>Whose ties are listed.</summary>
/// <param name="Of">The person; null: every employee who still works here.</param>
/// <param name="AsOf">The day for which they are worked out.</param>
public sealed record TieListQuery(RecordId? Of, DateOnly AsOf)
{
    /// <summary>Which ties, and in what order.</summary>
    public TieListOrder Order { get; init; }

    /// <summary>Only ties to people of this kind; null: to all.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>Only ties to who works at one of these companies on the day; null: to all.</summary>
    public ValueList<RecordId>? Companies { get; init; }

    /// <summary>Only ties at least so strong.</summary>
    public TieStrength StrengthMin { get; init; }

    /// <summary>Rows wanted, from 1 to <see cref="Limits.PageRowsMax"/>.</summary>
    public int RowsMax { get; init; } = Limits.PageRowsDefault;

    /// <summary>The row that the first one comes after; null: from the beginning.</summary>
    public TiePlace? After { get; init; }
}

/// <summary>Which ties are listed, and in what order.</summary>
public enum TieListOrder : byte
{
    /// <summary>All, the strongest first.</summary>
    Strongest = 0,

    /// <summary>Those that are being lost, what is lost most first.</summary>
    Fading = 1,
}

/// <summary>A row's place.</summary>
/// <param name="Value">What it is ordered by, from 0 to 1.</param>
/// <param name="Of">The person whose tie it is.</param>
/// <param name="With">The other person.</param>
public readonly record struct TiePlace(double Value, RecordId Of, RecordId With)
{
    /// <summary>Below zero where the first comes first: the greater value, then the lesser ids.</summary>
    internal static int Compare(TiePlace one, TiePlace other)
    {
        var byValue = other.Value.CompareTo(one.Value);
        var byOf = byValue != 0 ? byValue : one.Of.CompareTo(other.Of);
        return byOf != 0 ? byOf : one.With.CompareTo(other.With);
    }
}

/// <summary>One tie of a list.</summary>
/// <param name="Tie">The tie.</param>
/// <param name="Fading">What is being lost; null where the list is of all ties.</param>
/// <param name="Place">Where it is in the list.</param>
public sealed record ListedTie(FoundTie Tie, Fading? Fading, TiePlace Place);

/// <summary>How a list of ties ended. All are ordinary answers.</summary>
public abstract record TieListAnswer
{
    private TieListAnswer() { }

    /// <summary>A page of the ties.</summary>
    /// <param name="Rows">In the order asked for; of equal ones by id.</param>
    /// <param name="HasMore">Whether more follow.</param>
    /// <param name="Total">All of them.</param>
    public sealed record Found(ValueList<ListedTie> Rows, bool HasMore, int Total) : TieListAnswer;

    /// <summary>There are too many; no order can be given.</summary>
    /// <param name="Limit">The limit's name in <see cref="Limits"/>.</param>
    /// <param name="Max">Its value.</param>
    public sealed record GaveUp(string Limit, long Max) : TieListAnswer;

    /// <summary>A person or company that is not there, or that the viewer may not see.</summary>
    /// <param name="Id">The id that was asked for.</param>
    public sealed record NotFound(RecordId Id) : TieListAnswer;
}
