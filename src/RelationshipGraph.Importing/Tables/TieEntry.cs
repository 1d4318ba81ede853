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

    public Said Strength { get; init; }

    public Said HowMet { get; init; }

    public Said Evidence { get; init; }

    public override void Make(DateOnly today)
    {
        var tie = Add(new Draft(RecordKind.Knows, ExternalId) { From = new(Ends[0], null), To = new(Ends[1], null) });
        SayAll(tie, Strength, HowMet, Evidence);
        SayDays(tie, _days, today);
    }

    private void SayAll(Draft tie, params ReadOnlySpan<Said> values)
    {
        foreach (var (property, value, column) in values)
        {
            if (!value.IsNothing)
            {
                Say(tie, property, value, column);
            }
        }
    }
}
