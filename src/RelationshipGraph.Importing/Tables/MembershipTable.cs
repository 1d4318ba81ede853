using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Tables;

/// <summary>
/// Memberships: of a contact or a company in a network, an employee's seat there, or a person's work at a company.
/// </summary>
internal sealed class MembershipTable(Header header) : Table
{
    private readonly Column _person = header.Find("person_id", "person");
    private readonly Column _group = header.Find("group_id");
    private readonly Column _network = header.Find("network_id", "network");
    private readonly Column _company = header.Find("company_id", "company");
    private readonly Column _role = header.Find("role", "title");
    private readonly DayColumns _days = DayColumns.Of(header);

    public override RecordKind Kind => RecordKind.MemberOf;

    public override int RecordsMax => 3;

    protected override Entry ReadFields(SourceRow row, long line)
    {
        List<NodeRef> ends = [];
        AddEnd(row, ends, NodeSpace.Person, _person);
        if (ends.Count == 0)
        {
            AddEnd(row, ends, NodeSpace.Company, _company);
            AddEnd(row, ends, NodeSpace.Network, _network);
        }
        else
        {
            AddEnd(row, ends, NodeSpace.Group, _group);
            AddEnd(row, ends, NodeSpace.Network, _network);
            AddEnd(row, ends, NodeSpace.Company, _company);
        }

        if (ends.Count != 2)
        {
            // A row joins two; a third leaves open which.
            var column = ends.Count > 2 ? ends[2].Column : MissingEnd(ends);
            row.Refuse(ends.Count > 2
                ? Problem.Of(ProblemCode.TooMany, column, ("max", "2"))
                : Problem.Of(ProblemCode.Required, column));
        }

        return new MembershipEntry(
            line, [.. ends], new Said("role", SourceRow.Of(row.Text(_role)), _role.Name), _days.Read(row));
    }

    private string MissingEnd(List<NodeRef> ends) =>
        ends.Count == 0 || ends[0].Space != NodeSpace.Person ? (_person.IsThere ? _person.Name : _company.Name)
        : _group.IsThere ? _group.Name
        : _network.IsThere ? _network.Name
        : _company.Name;

    private static void AddEnd(SourceRow row, List<NodeRef> ends, NodeSpace space, Column column)
    {
        if (row.Text(column) is { } id)
        {
            ends.Add(new NodeRef(space, id, column.Name));
        }
    }
}
