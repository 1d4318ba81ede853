using RelationshipGraph.Model;

namespace RelationshipGraph.Storage.Sqlite.Schema;

/// <summary>A column of a kind's table.</summary>
/// <param name="Name">Its name, not quoted.</param>
/// <param name="Type">INTEGER, REAL or TEXT.</param>
/// <param name="IsRequired">Whether every row has a value.</param>
/// <param name="Property">The property it keeps; null where it is derived from the record.</param>
internal sealed record StoredColumn(string Name, string Type, bool IsRequired, PropertyModel? Property)
{
    /// <summary>Its name as SQL writes it; several are words of the language.</summary>
    public string Quoted { get; } = $"\"{Name}\"";
}
