using System.Collections.Concurrent;
using System.Text;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Text;

namespace RelationshipGraph.Storage.Sqlite.Schema;

/// <summary>Turns the records of one kind into rows and back.</summary>
internal sealed class RowCodec
{
    private static readonly string[] VisibilityNames = [.. Enum.GetNames<Visibility>().Select(CodeNames.Upper)];
    private static readonly PropertyValue[] Visibilities = [.. VisibilityNames.Select(PropertyValue.Of)];

    private static readonly int RoomOfARow = GraphModel.Kinds.Max(model => model.Properties.Count);

    [ThreadStatic]
    private static PropertyValue[]? _room;

    private readonly ConcurrentDictionary<string, string> _selects = new(StringComparer.Ordinal);
    private readonly RecordModel _model;
    private readonly Field[] _fields;
    private readonly int _columns;
    private readonly int _sortKey;
    private readonly int _localKey;

    public RowCodec(KindTable table)
    {
        _model = table.Model;
        _columns = table.Columns.Count;
        _fields = [.. table.Model.Properties.Select(property => new Field(property, PositionOf(table, property)))];
        _sortKey = PositionOf(table, KindTable.SortKeyColumn);
        _localKey = PositionOf(table, KindTable.LocalKeyColumn);
        var columns = string.Join(", ", table.Columns.Select(column => column.Quoted));
        var places = string.Join(", ", Enumerable.Range(1, _columns).Select(number => $"?{number}"));
        var values = string.Join(", ", table.Columns.Select((column, at) => $"{column.Quoted} = ?{at + 1}").Skip(1));
        Insert = $"INSERT INTO {table.Name} ({columns}) VALUES ({places})";
        Update = $"UPDATE {table.Name} SET {values} WHERE \"id\" = ?1";
        Delete = $"DELETE FROM {table.Name} WHERE \"id\" = ?1";
    }

    /// <summary>Writes a row, bound by <see cref="Bind"/>.</summary>
    public string Insert { get; }

    /// <summary>Replaces a row, bound by <see cref="Bind"/>.</summary>
    public string Update { get; }

    /// <summary>Removes the row with the first parameter as its id.</summary>
    public string Delete { get; }

    /// <summary>The columns that <see cref="Read"/> reads, of the row with that alias.</summary>
    public string Select(string alias) => _selects.GetOrAdd(alias, static (name, codec) => string.Join(", ",
        codec._fields.Select(field => $"{name}.{field.Column}")), this);

    /// <summary>The SQL of a property's stored form, as filters compare it.</summary>
    public static string Expression(PropertyModel property, string alias) => property.Name switch
    {
        "source" => $"(SELECT name FROM source WHERE source.id = {alias}.\"{KindTable.SourceColumn}\")",
        "visibility" => $"CASE {alias}.\"visibility\""
            + string.Concat(VisibilityNames.Select((name, number) => $" WHEN {number} THEN '{name}'")) + " END",
        _ => $"{alias}.\"{property.Column}\"",
    };

    /// <summary>The record of the current row, whose columns are those of <see cref="Select"/>.</summary>
    public Record Read(Statement row, Sources sources)
    {
        // The values only live until the record has them, so a thread needs room for one row.
        var values = (_room ??= new PropertyValue[RoomOfARow]).AsSpan(0, _fields.Length);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _fields[i].Read(row, i, sources);
        }

        return _model.Build(values);
    }

    /// <summary>Binds every column of a record's row.</summary>
    public void Bind(Statement statement, Record record, Sources sources)
    {
        foreach (var field in _fields)
        {
            field.Bind(statement, record, sources);
        }

        if (_sortKey >= 0)
        {
            statement.Bind(_sortKey + 1, SortKey.Of(_model.NameProperty!.Get(record).Text));
        }

        if (_localKey >= 0)
        {
            statement.Bind(_localKey + 1, record.NaturalKey?.Local);
        }
    }

    private static int PositionOf(KindTable table, string column) =>
        table.Columns.ToList().FindIndex(stored => stored.Property is null && stored.Name == column);

    private static int PositionOf(KindTable table, PropertyModel property) =>
        table.Columns.ToList().FindIndex(stored => stored.Property == property);

    /// <summary>One property and its column.</summary>
    private sealed class Field(PropertyModel property, int position)
    {
        private readonly (byte[] Name, PropertyValue Value)[] _codes =
            [.. property.Codes.Select(code => (Encoding.UTF8.GetBytes(code.Name), PropertyValue.Of(code.Name)))];

        private readonly FieldForm _form = property.Name switch
        {
            "source" => FieldForm.Source,
            "visibility" => FieldForm.Visibility,
            _ => property.Type switch
            {
                PropertyType.Number => FieldForm.Number,
                PropertyType.Code => FieldForm.Code,
                PropertyType.Text or >= PropertyType.TextList => FieldForm.Text,
                _ => FieldForm.Integer,
            },
        };

        public string Column { get; } = property.Name == "source" ? $"\"{KindTable.SourceColumn}\"" : $"\"{property.Column}\"";

        public PropertyValue Read(Statement row, int column, Sources sources)
        {
            if (row.IsNull(column))
            {
                return default;
            }

            return _form switch
            {
                FieldForm.Integer => PropertyValue.Of(row.Integer(column)),
                FieldForm.Number => PropertyValue.Of(row.Number(column)),
                FieldForm.Code => CodeOf(row, column),
                FieldForm.Visibility => Visibilities[(int)row.Integer(column)],
                FieldForm.Source => PropertyValue.Of(sources.NameOf(row.Integer(column))),
                _ => PropertyValue.Of(row.Text(column)),
            };
        }

        public void Bind(Statement statement, Record record, Sources sources)
        {
            switch (_form)
            {
                case FieldForm.Visibility:
                    statement.Bind(position + 1, (long)record.Visibility);
                    break;
                case FieldForm.Source when record.Source is { } source:
                    statement.Bind(position + 1, sources.NumberOf(source));
                    break;
                case FieldForm.Source:
                    statement.BindNull(position + 1);
                    break;
                default:
                    statement.Bind(position + 1, Bounds.CheckText(property.Get(record)));
                    break;
            }
        }

        // The few words of a set are made once, not with every row.
        private PropertyValue CodeOf(Statement row, int column)
        {
            var bytes = row.Bytes(column);
            foreach (var (name, value) in _codes)
            {
                if (bytes.SequenceEqual(name))
                {
                    return value;
                }
            }

            return PropertyValue.Of(row.Text(column));
        }
    }

    private enum FieldForm : byte
    {
        Integer,
        Number,
        Text,
        Code,
        Visibility,
        Source,
    }
}
