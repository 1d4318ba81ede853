using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Tables;

/// <summary>Among which nodes a row's reference is looked for.</summary>
internal enum NodeSpace : byte
{
    Person,
    Group,
    Company,
    Network,
    Meeting,
}

/// <summary>A node that a row names by its id in the source.</summary>
internal readonly record struct NodeRef(NodeSpace Space, string ExternalId, string Column);

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

    /// <summary>Its records, nodes before the relationships at them.</summary>
    public List<Draft> Drafts { get; } = new(1);

    /// <summary>Makes the drafts; the ends are known.</summary>
    /// <param name="today">The day of the import.</param>
    public abstract void Make(DateOnly today);

    protected Draft Add(Draft draft)
    {
        Drafts.Add(draft);
        return draft;
    }

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
    /// When it could have been known: as the row says; else the first day it held or the last it was seen, but not after the import.
    /// </summary>
    protected void SayKnown(Draft draft, Days days, DateOnly today)
    {
        Say(draft, "knownSince", SourceRow.Of(days.KnownSince), days.FromColumn);
        var guess = days.From ?? days.LastSeen ?? today;
        draft.KnownSince = guess < today ? guess : today;
    }
}

/// <summary>A row that cannot be read.</summary>
internal sealed class RefusedEntry : Entry
{
    public RefusedEntry(RecordKind kind, long line, Problem problem)
        : base(kind, line) => Problem = problem;

    public override void Make(DateOnly today) { }
}

/// <summary>The days a row names.</summary>
internal readonly record struct Days(
    DateOnly? From, DateOnly? Until, DateOnly? KnownSince, DateOnly? LastSeen, string FromColumn, string UntilColumn);

/// <summary>The columns of days that several tables share.</summary>
internal readonly record struct DayColumns(Column From, Column Until, Column KnownSince, Column LastSeen)
{
    public static DayColumns Of(Header header) => new(
        header.Find("joined", "since", "from_date", "valid_from"),
        header.Find("left", "until", "valid_until"),
        header.Find("first_seen", "known_since"),
        header.Find("last_seen", "last_at"));

    public Days Read(SourceRow row) =>
        new(row.Day(From), row.Day(Until), row.Day(KnownSince), row.Day(LastSeen), From.Name, Until.Name);
}
