using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Tables;

/// <summary>
/// Persons: employees or contacts, by a column or as the caller says; any property of theirs by its name, and where they work.
/// </summary>
internal sealed class PersonTable(Header header, TableContext context) : Table
{
    private readonly Column _id = header.Find("person_id", "id");
    private readonly Column _kind = header.Find("kind");
    private readonly Column _name = header.Find("name");
    private readonly Column _firstName = header.Find("first_name");
    private readonly Column _lastName = header.Find("last_name");
    private readonly Column _company = header.Find("company_id", "company");
    private readonly Column _title = header.Find("title");
    private readonly Column _email = header.Find("email", "emails");
    private readonly Column _phone = header.Find("phone", "phones");
    private readonly Column _firstSeen = header.Find("first_seen", "known_since");
    private readonly PropertyColumns _ofContact = new(header, RecordKind.Contact, "name", "title", "emails", "phones");
    private readonly PropertyColumns _ofEmployee = new(header, RecordKind.Employee, "name", "title", "emails");

    public override RecordKind Kind => context.PersonsAs;

    public override int RecordsMax => _company.IsThere ? 2 : 1;

    protected override Entry ReadFields(SourceRow row, long line)
    {
        var id = row.Id(_id);
        var kind = KindOf(row);
        var company = row.Text(_company);
        var title = new Said("title", SourceRow.Of(row.Text(_title)), _title.Name);
        var entry = new NodeEntry(kind, line, id)
        {
            HasCompany = company is not null,
            Names = company is null ? [] : [new NodeRef(NodeSpace.Company, company, _company.Name)],
            Title = title,
        };
        entry.Values.Add(new Said("name", PropertyValue.Of(NameOf(row) ?? id), _name.Name));
        entry.Values.Add(title);
        entry.Values.Add(new Said("emails", row.Texts(_email), _email.Name));
        entry.Values.Add(new Said("knownSince", SourceRow.Of(row.Day(_firstSeen)), _firstSeen.Name));
        if (kind == RecordKind.Contact)
        {
            entry.Values.Add(new Said("phones", row.Texts(_phone), _phone.Name));
            _ofContact.Read(row, entry.Values);
        }
        else
        {
            _ofEmployee.Read(row, entry.Values);
        }

        SayInterests(id, entry.Values);
        return entry;
    }

    private void SayInterests(string id, List<Said> values)
    {
        if (context.Interests.Take(id) is { Count: > 0 } tags)
        {
            values.RemoveAll(said => said.Property == "topics" && said.Value.IsNothing);
            values.Add(new Said("topics", SourceRow.ListOf(tags), "tag"));
        }
    }

    private RecordKind KindOf(SourceRow row)
    {
        switch (row.Text(_kind)?.ToLowerInvariant())
        {
            case null: return context.PersonsAs;
            case "contact": return RecordKind.Contact;
            case "employee": return RecordKind.Employee;
            case var other:
                row.Refuse(Problem.Of(
                    ProblemCode.UnknownCode,
                    _kind.Name,
                    ("value", other.Length <= 60 ? other : other[..60]),
                    ("allowed", "contact, employee")));
                return context.PersonsAs;
        }
    }

    private string? NameOf(SourceRow row)
    {
        var parts = $"{row.Text(_firstName)} {row.Text(_lastName)}".Trim();
        return row.Text(_name) ?? (parts.Length == 0 ? null : parts);
    }
}
