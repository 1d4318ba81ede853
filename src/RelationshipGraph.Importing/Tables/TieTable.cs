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
