using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>Ties: two persons know each other.</summary>
internal sealed class TieTable(Header header) : Table
{
    private readonly Column _from = header.Find("a", "from_id");
    private readonly Column _to = header.Find("b", "to_id");
    private readonly Column _strength = header.Find("strength", "declared_strength");
    private readonly Column _howMet = header.Find("how_met");
    private readonly Column _evidence = header.Find("evidence");
    private readonly DayColumns _days = DayColumns.Of(header);

    public override RecordKind Kind => RecordKind.Knows;

    protected override Entry ReadFields(SourceRow row, long line) => new TieEntry(
        line,
        [new NodeRef(NodeSpace.Person, row.Id(_from), _from.Name), new NodeRef(NodeSpace.Person, row.Id(_to), _to.Name)],
        _days.Read(row))
    {
        Strength = new Said("declaredStrength", row.Value(_strength, PropertyType.Number), _strength.Name),
        HowMet = new Said("howMet", SourceRow.Of(row.Text(_howMet)), _howMet.Name),
        Evidence = new Said("evidence", SourceRow.Of(row.Text(_evidence)), _evidence.Name),
    };
}

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
