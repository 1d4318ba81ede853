using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>Networks: an id, a name, what it is for, and any property of a network by its name.</summary>
internal sealed class NetworkTable(Header header) : Table
{
    private static readonly HashSet<string> Purposes =
        [.. GraphModel.Of(RecordKind.Network)["purposes"].Codes.Select(code => code.Name)];

    private readonly Column _id = header.Find("id");
    private readonly Column _name = header.Find("name");
    private readonly Column _purpose = header.Find("purpose", "purposes");
    private readonly Column _tags = header.Find("tags");
    private readonly Column _parent = header.Find("parent", "parent_id");
    private readonly Column _kind = header.Find("kind");
    private readonly Column _sensitive = header.Find("sensitive", "is_sensitive");
    private readonly Column _knownSince = header.Find("known_since", "first_seen");
    private readonly PropertyColumns _properties =
        new(header, RecordKind.Network, "name", "purposes", "tags", "kind", "isSensitive");

    public override RecordKind Kind => RecordKind.Network;

    protected override Entry ReadFields(SourceRow row, long line)
    {
        var id = row.Id(_id);
        var parent = row.Text(_parent);
        var entry = new NodeEntry(RecordKind.Network, line, id)
        {
            ParentColumn = parent is null ? null : _parent.Name,
            Names = parent is null ? [] : [new NodeRef(NodeSpace.Network, parent, _parent.Name)],
        };
        entry.Values.Add(new Said("name", PropertyValue.Of(row.Text(_name) ?? id), _name.Name));
        entry.Values.Add(new Said("kind", GroupTable.NetworkKindOf(row.Text(_kind)), _kind.Name));
        entry.Values.Add(new Said("isSensitive", row.Value(_sensitive, PropertyType.Boolean), _sensitive.Name));
        entry.Values.Add(new Said("knownSince", SourceRow.Of(row.Day(_knownSince)), _knownSince.Name));
        SayPurposes(row, entry.Values);
        _properties.Read(row, entry.Values);
        return entry;
    }

    // A purpose in the file's own words is a label; only our words are purposes.
    private void SayPurposes(SourceRow row, List<Said> values)
    {
        var words = Split(row.Text(_purpose));
        var purposes = words.Where(word => Purposes.Contains(SourceRow.CodeOf(word))).ToList();
        var labels = Split(row.Text(_tags)).Concat(words.Except(purposes));
        values.Add(new Said("purposes", SourceRow.ListOf(purposes.Select(SourceRow.CodeOf)), _purpose.Name));
        values.Add(new Said("tags", SourceRow.ListOf(labels), _tags.IsThere ? _tags.Name : _purpose.Name));
    }

    private static string[] Split(string? text) =>
        text?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
