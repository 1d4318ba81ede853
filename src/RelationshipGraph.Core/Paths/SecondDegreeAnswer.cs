using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>How a look at the contacts' contacts ended. All are ordinary answers.</summary>
public abstract record SecondDegreeAnswer
{
    private SecondDegreeAnswer() { }

    /// <summary>A page of the people.</summary>
    /// <param name="Rows">Best first; of equal ones by id.</param>
    /// <param name="HasMore">Whether more follow.</param>
    /// <param name="Total">All of them.</param>
    public sealed record Found(ValueList<SecondDegreeRow> Rows, bool HasMore, int Total) : SecondDegreeAnswer;

    /// <summary>There are too many; no order can be given.</summary>
    /// <param name="Limit">The limit's name in <see cref="Limits"/>.</param>
    /// <param name="Max">Its value.</param>
    public sealed record GaveUp(string Limit, long Max) : SecondDegreeAnswer;

    /// <summary>A person or company that is not there, or that the viewer may not see.</summary>
    /// <param name="Id">The id that was asked for.</param>
    public sealed record NotFound(RecordId Id) : SecondDegreeAnswer;
}

/// <summary>Somebody whom contacts know.</summary>
/// <param name="Id">The person.</param>
/// <param name="Likelihood">What the common contacts speak for a tie; above 0, comparable within one
/// answer. Null where the order is another one.</param>
/// <param name="CommonContacts">How many there are.</param>
/// <param name="Ask">Whom to ask: the common contact of the strongest way; of equal ones the least id.</param>
/// <param name="ToAsk">The strength of the tie to that contact.</param>
/// <param name="FromAsk">The strength of that contact's tie to the person.</param>
/// <param name="Place">Where it is in the list.</param>
public sealed record SecondDegreeRow(
    RecordId Id, double? Likelihood, int CommonContacts, RecordId Ask, TieStrength ToAsk, TieStrength FromAsk,
    SecondDegreePlace Place);
