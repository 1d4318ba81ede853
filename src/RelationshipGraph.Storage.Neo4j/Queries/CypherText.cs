using System.Globalization;
using System.Text;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>A statement as it is written, and its parameters. Values are parameters only: plans are found again.</summary>
internal sealed class CypherText
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, object?> _parameters = new(StringComparer.Ordinal);
    private int _values;
    private int _aliases;

    public CypherText Append(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Writes a value's parameter.</summary>
    public CypherText Value(PropertyValue value) => Value(StoredValue.Of(value));

    /// <inheritdoc cref="Value(PropertyValue)"/>
    public CypherText Value(object? value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"p{_values++}");
        _parameters.Add(name, value);
        _text.Append('$').Append(name);
        return this;
    }

    /// <summary>
    /// Writes a record's property by name as a parameter: planning takes the server longer than looking a name up, and so
    /// conditions of one form are planned once.
    /// </summary>
    public CypherText Property(string record, string property)
    {
        _text.Append(record).Append('[');
        return Value(property).Append("]");
    }

    /// <summary>Gives a parameter with a name of its own.</summary>
    public CypherText With(string name, object? value)
    {
        _parameters[name] = value;
        return this;
    }

    /// <summary>
    /// Terms with OR between them as one condition, unknown made false. As they are the server would go through an index once
    /// for each of them, put together what it found, and sort.
    /// </summary>
    public static string Either(string terms) => $"coalesce({terms}, false)";

    /// <summary>A name that nothing else in the statement has.</summary>
    public string Alias(string letter) => string.Create(CultureInfo.InvariantCulture, $"{letter}{++_aliases}");

    public CypherStep ToStep(Action<ICypherRow> onRow) => new(_text.ToString(), _parameters, onRow);

    public override string ToString() => _text.ToString();
}
