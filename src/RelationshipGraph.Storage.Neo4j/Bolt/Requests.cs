using System.Runtime.InteropServices;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>The messages we send, and the tags of those we get.</summary>
internal static class Requests
{
    public const byte Success = 0x70;
    public const byte Record = 0x71;
    public const byte Ignored = 0x7E;
    public const byte Failure = 0x7F;

    private const string Agent = "RelationshipGraph/1.0";

    public static void Hello(PackWriter writer, BoltVersion version, BoltCredentials credentials, string? routedTo)
    {
        var extra = new Dictionary<string, object?> { ["user_agent"] = Agent };
        if (version.HasBoltAgent)
        {
            extra["bolt_agent"] = new Dictionary<string, object?>
            {
                ["product"] = Agent,
                ["platform"] = RuntimeInformation.OSDescription,
                ["language"] = $"C#/{Environment.Version}",
            };
        }

        if (routedTo is not null)
        {
            extra["routing"] = new Dictionary<string, object?> { ["address"] = routedTo };
        }

        if (!version.HasLogon)
        {
            foreach (var (name, value) in credentials.Entries)
            {
                extra[name] = value;
            }
        }

        Write(writer, 0x01, extra);
    }

    public static void Logon(PackWriter writer, BoltCredentials credentials) => Write(writer, 0x6A, credentials.Entries);

    public static void Reset(PackWriter writer) => Write(writer, 0x0F);

    public static void Begin(PackWriter writer, IReadOnlyDictionary<string, object?> extra) => Write(writer, 0x11, extra);

    public static void Commit(PackWriter writer) => Write(writer, 0x12);

    public static void Rollback(PackWriter writer) => Write(writer, 0x13);

    /// <summary>A statement, and all its rows.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="step">The statement.</param>
    /// <param name="extra">Of a transaction of its own; null inside of one.</param>
    public static void Run(PackWriter writer, CypherStep step, IReadOnlyDictionary<string, object?>? extra)
    {
        writer.Begin(0x10, 3);
        writer.Write(step.Text);
        writer.Write(step.Parameters);
        writer.Write(extra);
        writer.End();

        // All rows at once: what we do not read yet waits in the network, and then in the server.
        writer.Begin(0x3F, 1);
        writer.BeginMap(1);
        writer.Write("n");
        writer.Write(-1L);
        writer.End();
    }

    public static void Route(PackWriter writer, BoltHost host, IReadOnlyCollection<string> bookmarks, string? database)
    {
        writer.Begin(0x66, 3);
        writer.Write(new Dictionary<string, object?> { ["address"] = host.ToString() });
        writer.Write((object)bookmarks);
        writer.Write(database is null ? null : new Dictionary<string, object?> { ["db"] = database });
        writer.End();
    }

    private static void Write(PackWriter writer, byte tag, IReadOnlyDictionary<string, object?>? extra = null)
    {
        writer.Begin(tag, extra is null ? 0 : 1);
        if (extra is not null)
        {
            writer.Write(extra);
        }

        writer.End();
    }
}
