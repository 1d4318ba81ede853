using System.Globalization;
using System.Text;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>A statement as it is written, and its parameters. Values are parameters only: plans are found again.</summary>
/// <remarks>What is always a whole number is a parameter of its own; all else is in <see cref="VaryingValues"/>.</remarks>
internal sealed class CypherText
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, long> _wholes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?> _varying = new(StringComparer.Ordinal);
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
        var name = NextName();
        _varying.Add(name, value);
        _text.Append("$v.").Append(name);
        return this;
    }

    /// <summary>Writes the parameter of what is a whole number whatever is asked.</summary>
    public CypherText Whole(long value)
    {
        var name = NextName();
        _wholes.Add(name, value);
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

    /// <summary>Gives a whole number that the statement says as <c>$name</c>, if it does.</summary>
    public CypherText With(string name, long value)
    {
        _wholes[name] = value;
        return this;
    }

    /// <summary>Gives a value that the statement says as <c>$v.name</c>, if it does.</summary>
    public CypherText Give(string name, object? value)
    {
        _varying[name] = value;
        return this;
    }

    /// <summary>
    /// Terms with OR between them as one condition, unknown made false. As they are the server would go through an index once
    /// for each of them, put together what it found, and sort.
    /// </summary>
    public static string Either(string terms) => $"coalesce({terms}, false)";

    /// <summary>A name that nothing else in the statement has.</summary>
    public string Alias(string letter) => string.Create(CultureInfo.InvariantCulture, $"{letter}{++_aliases}");

    /// <summary>The statement with the parameters that it names: with others beside them it would be planned anew.</summary>
    public CypherStep ToStep(Action<ICypherRow> onRow)
    {
        var text = _text.ToString();
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in _wholes)
        {
            if (text.Contains($"${name}", StringComparison.Ordinal))
            {
                parameters.Add(name, value);
            }
        }

        if (text.Contains("$v.", StringComparison.Ordinal))
        {
            parameters.Add(VaryingValues.Name, _varying);
        }

        return new CypherStep(text, parameters, onRow);
    }

    public override string ToString() => _text.ToString();

    private string NextName() => string.Create(CultureInfo.InvariantCulture, $"p{_values++}");
}
