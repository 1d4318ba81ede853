using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Paths;

/// <summary>How well two people know each other, as far as the viewer may know it.</summary>
/// <param name="Of">One of them.</param>
/// <param name="With">The other.</param>
/// <param name="Reading">How strong the tie is and what that rests on; directions as seen from the first.</param>
/// <param name="Knows">The strongest KNOWS record that it rests on; null where it rests on contacts alone, or on nothing.</param>
public sealed record FoundTie(RecordId Of, RecordId With, TieReading Reading, RecordId? Knows);

/// <summary>How a look at a tie ended.</summary>
public abstract record TieAnswer
{
    private TieAnswer() { }

    /// <summary>Both are there; whether they know each other is in the reading.</summary>
    public sealed record Found(FoundTie Tie) : TieAnswer;

    /// <summary>A person who is not there, or whom the viewer may not see.</summary>
    /// <param name="Id">The id that was asked for.</param>
    public sealed record NotFound(RecordId Id) : TieAnswer;
}
