using RelationshipGraph.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>A request as it came in.</summary>
internal sealed record ScriptedRequest(byte Tag, IReadOnlyList<object?> Fields)
{
    /// <summary>The statement of a RUN.</summary>
    public string Text => (string)Fields[0]!;

    /// <summary>The parameters of a RUN.</summary>
    public IReadOnlyDictionary<string, object?> Parameters => (IReadOnlyDictionary<string, object?>)Fields[1]!;

    /// <summary>The last field of a request, where that is a map: what is said beside the request itself.</summary>
    public IReadOnlyDictionary<string, object?> Extra => (IReadOnlyDictionary<string, object?>)Fields[^1]!;

    public string Name => Tag switch
    {
        BoltMessage.Hello => "HELLO",
        BoltMessage.Goodbye => "GOODBYE",
        BoltMessage.Reset => "RESET",
        BoltMessage.Run => "RUN",
        BoltMessage.Begin => "BEGIN",
        BoltMessage.Commit => "COMMIT",
        BoltMessage.Rollback => "ROLLBACK",
        BoltMessage.Discard => "DISCARD",
        BoltMessage.Pull => "PULL",
        BoltMessage.Route => "ROUTE",
        BoltMessage.Logon => "LOGON",
        BoltMessage.Logoff => "LOGOFF",
        _ => "?",
    };

    /// <summary>For lists of what came: the name, for a RUN with its statement, for a PULL with how many.</summary>
    public override string ToString() => Tag switch
    {
        BoltMessage.Run => $"RUN {Text}",
        BoltMessage.Pull => $"PULL {Extra["n"]}",
        _ => Name,
    };
}
