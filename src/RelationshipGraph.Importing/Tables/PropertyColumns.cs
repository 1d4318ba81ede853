using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>The columns of a file that are called as a property of a kind is in a table: <c>meetings_a_year</c>.</summary>
internal sealed class PropertyColumns
{
    private readonly List<(Column Column, PropertyModel Property)> _columns = [];

    public PropertyColumns(Header header, RecordKind kind, params ReadOnlySpan<string> except)
    {
        foreach (var property in GraphModel.Of(kind).Properties)
        {
            if (!property.IsSystem
                && property.Type is not (PropertyType.Id or PropertyType.IdList or PropertyType.Documents)
                && !except.Contains(property.Name)
                && header.Find(property.Column) is { IsThere: true } column)
            {
                _columns.Add((column, property));
            }
        }
    }

    public void Read(SourceRow row, List<Said> values)
    {
        foreach (var (column, property) in _columns)
        {
            values.Add(new Said(property.Name, row.Value(column, property.Type), column.Name));
        }
    }
}
