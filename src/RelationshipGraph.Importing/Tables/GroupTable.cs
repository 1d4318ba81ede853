using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>Groups: those of kind company are companies, the others networks of their kind.</summary>
internal sealed class GroupTable(Header header) : Table
{
    private readonly Column _id = header.Find("group_id");
    private readonly Column _name = header.Find("name");
    private readonly Column _kind = header.Find("kind");
    private readonly Column _tags = header.Find("tags");
    private readonly Column _sector = header.Find("sector");
    private readonly Column _created = header.Find("created");
    private readonly Column _ended = header.Find("ended");
    private readonly Column _firstSeen = header.Find("first_seen");
    private readonly Column _sensitive = header.Find("sensitive");
    private readonly Column _place = header.Find("place");

    public override RecordKind Kind => RecordKind.Network;

    /// <summary>The code of a network's kind; the file's word network is our business network.</summary>
    public static PropertyValue NetworkKindOf(string? text) => text is null ? default
        : PropertyValue.Of(SourceRow.CodeOf(text) is var code && code == "NETWORK" ? "BUSINESS_NETWORK" : code);

    protected override Entry ReadFields(SourceRow row, long line)
    {
        var id = row.Id(_id);
        var kind = row.Text(_kind);
        var isCompany = string.Equals(kind, "company", StringComparison.OrdinalIgnoreCase);
        var created = row.Day(_created);
        var entry = new NodeEntry(isCompany ? RecordKind.Company : RecordKind.Network, line, id) { KnownSince = created };
        var said = entry.Values;
        said.Add(new Said("name", PropertyValue.Of(row.Text(_name) ?? id), _name.Name));
        said.Add(new Said("knownSince", SourceRow.Of(row.Day(_firstSeen)), _firstSeen.Name));
        if (isCompany)
        {
            said.Add(new Said("region", SourceRow.Of(row.Text(_place)), _place.Name));
            said.Add(new Said("isSensitive", row.Value(_sensitive, PropertyType.Boolean), _sensitive.Name));
            return entry;
        }

        said.Add(new Said("kind", NetworkKindOf(kind), _kind.Name));
        said.Add(new Said("tags", row.Texts(_tags), _tags.Name));
        said.Add(new Said("sector", SourceRow.Of(row.Text(_sector)), _sector.Name));
        said.Add(new Said("place", SourceRow.Of(row.Text(_place)), _place.Name));
        said.Add(new Said("isSensitive", row.Value(_sensitive, PropertyType.Boolean), _sensitive.Name));
        said.Add(new Said("foundedOn", SourceRow.Of(created), _created.Name));
        said.Add(new Said("endedOn", SourceRow.Of(row.Day(_ended)), _ended.Name));
        return entry;
    }
}
