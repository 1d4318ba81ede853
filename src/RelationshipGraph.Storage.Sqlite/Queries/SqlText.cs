using System.Globalization;
using System.Text;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Database;

namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>A statement being written, with its values beside it. Values never become part of the text.</summary>
/// <remarks>The first parameters have fixed numbers, so that a part of the text can name them wherever it stands.</remarks>
internal sealed class SqlText
{
    /// <summary>The viewer's id.</summary>
    public const int Viewer = 1;

    /// <summary>The day as of which is asked.</summary>
    public const int Day = 2;

    /// <summary>The record or the node that the statement is run for.</summary>
    public const int Anchor = 3;

    /// <summary>The first value of the statement's own.</summary>
    public const int First = 4;

    private readonly StringBuilder _text = new(512);
    private readonly List<PropertyValue> _values = [];
    private int _aliases;

    public SqlText Append(string sql)
    {
        _text.Append(sql);
        return this;
    }

    /// <summary>A parameter with this value.</summary>
    public SqlText Value(PropertyValue value)
    {
        _values.Add(value);
        _text.Append('?').Append(First + _values.Count - 1);
        return this;
    }

    public SqlText Value(long value) => Value(PropertyValue.Of(value));

    public SqlText Value(string value) => Value(PropertyValue.Of(value));

    /// <summary>A name that no other part of the statement uses.</summary>
    public string Alias(string beginning) => string.Create(CultureInfo.InvariantCulture, $"{beginning}{_aliases++}");

    /// <summary>Binds the values and what the scope and the day stand for.</summary>
    public Statement PrepareOn(Connection connection, Sight sight)
    {
        var statement = connection.Prepare(_text.ToString());
        sight.BindTo(statement, connection);
        for (var i = 0; i < _values.Count; i++)
        {
            statement.Bind(First + i, _values[i]);
        }

        return statement;
    }

    public override string ToString() => _text.ToString();
}
