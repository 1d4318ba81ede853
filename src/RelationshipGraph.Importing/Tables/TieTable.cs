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
        Strength = row.Value(_strength, PropertyType.Number),
        StrengthColumn = _strength.Name,
        Words = WordsOf(row),
    };

    private Said[] WordsOf(SourceRow row)
    {
        var howMet = row.Text(_howMet);
        var evidence = row.Text(_evidence);
        return howMet is null && evidence is null
            ? []
            :
            [
                new Said("howMet", SourceRow.Of(howMet), _howMet.Name),
                new Said("evidence", SourceRow.Of(evidence), _evidence.Name),
            ];
    }
}
