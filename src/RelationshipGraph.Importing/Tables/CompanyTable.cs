using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>Companies: an id, a name, and any property of a company by its name.</summary>
internal sealed class CompanyTable(Header header) : Table
{
    private readonly Column _id = header.Find("id");
    private readonly Column _name = header.Find("name");
    private readonly Column _sensitive = header.Find("sensitive", "is_sensitive");
    private readonly Column _knownSince = header.Find("known_since", "first_seen");
    private readonly PropertyColumns _properties = new(header, RecordKind.Company, "name", "isSensitive");

    public override RecordKind Kind => RecordKind.Company;

    protected override Entry ReadFields(SourceRow row, long line)
    {
        var id = row.Id(_id);
        var entry = new NodeEntry(RecordKind.Company, line, id);
        entry.Values.Add(new Said("name", PropertyValue.Of(row.Text(_name) ?? id), _name.Name));
        entry.Values.Add(new Said("isSensitive", row.Value(_sensitive, PropertyType.Boolean), _sensitive.Name));
        entry.Values.Add(new Said("knownSince", SourceRow.Of(row.Day(_knownSince)), _knownSince.Name));
        _properties.Read(row, entry.Values);
        return entry;
    }
}
