using RelationshipGraph.Storage.Sqlite.Database;

namespace RelationshipGraph.Storage.Sqlite.Schema;

/// <summary>The numbers of sources and their names, as one connection sees them now.</summary>
/// <param name="known">What all connections have seen and what will not change.</param>
/// <param name="connection">Where unknown ones are looked up.</param>
internal sealed class Sources(SourceNames known, Connection connection)
{
    private readonly Dictionary<string, long> _made = new(StringComparer.Ordinal);

    /// <summary>The name of a number that a row holds.</summary>
    public string NameOf(long number)
    {
        if (known.ByNumber.TryGetValue(number, out var name))
        {
            return name;
        }

        using var statement = connection.Prepare("SELECT name FROM source WHERE id = ?1");
        if (!statement.Bind(1, number).Step())
        {
            throw new StoreCorruptException(SqliteFailure.Store);
        }

        return Keep(number, statement.Text(0));
    }

    /// <summary>The number of a name; null where no row has it.</summary>
    public long? Find(string name)
    {
        if (known.ByName.TryGetValue(name, out var number) || _made.TryGetValue(name, out number))
        {
            return number;
        }

        using var statement = connection.Prepare("SELECT id FROM source WHERE name = ?1");
        if (!statement.Bind(1, name).Step())
        {
            return null;
        }

        number = statement.Integer(0);
        Keep(number, name);
        return number;
    }

    /// <summary>The number of a name; a new one where none has it, which belongs to the open transaction.</summary>
    public long NumberOf(string name)
    {
        if (Find(name) is { } number)
        {
            return number;
        }

        using var statement = connection.Prepare("INSERT INTO source (name) VALUES (?1) RETURNING id");
        statement.Bind(1, name).Step();
        number = statement.Integer(0);
        statement.Step();
        return _made[name] = number;
    }

    private string Keep(long number, string name)
    {
        known.ByName[name] = number;
        known.ByNumber[number] = name;
        return name;
    }
}
