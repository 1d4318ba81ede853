using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>A tie between two persons.</summary>
internal sealed class TieEntry : Entry
{
    private readonly Days _days;

    public TieEntry(long line, NodeRef[] ends, Days days)
        : base(RecordKind.Knows, line)
    {
        Refs = ends;
        _days = days;
    }

    /// <summary>What keeps parallel ties of one source apart that begin on the same day: its word for them.</summary>
    public string? ExternalId { get; init; }

    public PropertyValue Strength { get; init; }

    public string StrengthColumn { get; init; } = string.Empty;

    /// <summary>What it says in words, where it does.</summary>
    public Said[] Words { get; init; } = [];

    public override void Make(Drafting drafting)
    {
        var tie = drafting.Add(this, RecordKind.Knows, ExternalId);
        (tie.From, tie.To) = (new(Ends[0], null), new(Ends[1], null));
        Say(tie, "declaredStrength", Strength, StrengthColumn);
        foreach (var (property, value, column) in Words)
        {
            Say(tie, property, value, column);
        }

        SayDays(tie, _days, drafting.Today);
    }
}
