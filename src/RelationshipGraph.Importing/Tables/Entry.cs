using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Tables;

/// <summary>What one row says, read but not yet held against the store. Its records stand or fall together.</summary>
internal abstract class Entry(RecordKind kind, long line)
{
    /// <summary>What the row mainly becomes.</summary>
    public RecordKind Kind { get; protected set; } = kind;

    /// <summary>The line it begins on.</summary>
    public long Line => line;

    /// <summary>Why it is refused; null where it is not.</summary>
    public Problem? Problem { get; set; }

    /// <summary>The nodes it names, by their ids in the source.</summary>
    public NodeRef[] Refs { get; protected init; } = [];

    /// <summary>The nodes it names, in the order of <see cref="Refs"/>.</summary>
    public RecordId[] Ends { get; set; } = [];

    /// <summary>Whether a node it names may stand in a later row of the same file.</summary>
    public virtual bool MayWait => false;

    /// <summary>Whether it is put off until the file has been read.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>The id of its node, given when it was put off: ids follow the rows.</summary>
    public RecordId Reserved { get; set; }

    /// <summary>Drafts its records; the ends are known.</summary>
    public abstract void Make(Drafting drafting);

    /// <summary>Says a value, or refuses the row.</summary>
    protected void Say(Draft draft, string property, PropertyValue value, string column) =>
        Problem ??= draft.Set(property, value, column);

    /// <summary>A relationship's days: said where the row has them.</summary>
    protected void SayDays(Draft draft, Days days, DateOnly today)
    {
        Say(draft, "from", SourceRow.Of(days.From), days.FromColumn);
        Say(draft, "until", SourceRow.Of(days.Until), days.UntilColumn);
        SayKnown(draft, days, today);
        Say(draft, "lastSeen", SourceRow.Of(days.LastSeen), days.FromColumn);
    }

    /// <summary>
    /// When it could have been known: as the row says;
    /// else the first day it held or the last it was seen, but not after the import.
    /// </summary>
    protected void SayKnown(Draft draft, Days days, DateOnly today)
    {
        Say(draft, "knownSince", SourceRow.Of(days.KnownSince), days.FromColumn);
        var guess = days.From ?? days.LastSeen ?? today;
        draft.KnownSince = guess < today ? guess : today;
    }
}
