using System.Runtime.InteropServices;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>The requests of the protocol, each as one message.</summary>
internal static class BoltRequests
{
    /// <param name="routed">The address to be named in routing tables; null where nothing is routed.</param>
    public static void WriteHello(
        this PackStreamWriter writer, BoltVersion version, string userAgent, BoltCredentials credentials, BoltHost? routed)
    {
        var isOldest = version == BoltVersion.Oldest;
        writer.BeginMessage(BoltMessage.Hello, 1);
        writer.WriteMap(
            1 + (routed is null ? 0 : 1) + (version.HasAgentMap ? 1 : 0) + (version.HasNotificationFilter ? 1 : 0)
            + (isOldest ? 1 : 0) + (version.HasLogon ? 0 : CountOf(credentials)));
        writer.WriteText("user_agent"u8);
        writer.WriteText(userAgent);
        if (routed is not null)
        {
            writer.WriteText("routing"u8);
            WriteRouting(writer, routed);
        }

        if (version.HasAgentMap)
        {
            writer.WriteText("bolt_agent"u8);
            writer.WriteMap(3);
            writer.WriteText("product"u8);
            writer.WriteText(userAgent);
            writer.WriteText("platform"u8);
            writer.WriteText(RuntimeInformation.OSDescription);
            writer.WriteText("language"u8);
            writer.WriteText("C#"u8);
        }

        if (version.HasNotificationFilter)
        {
            // Nobody reads them.
            writer.WriteText("notifications_minimum_severity"u8);
            writer.WriteText("OFF"u8);
        }

        if (isOldest)
        {
            writer.WriteText("patch_bolt"u8);
            writer.WriteList(1);
            writer.WriteText("utc"u8);
        }

        if (!version.HasLogon)
        {
            WriteEntries(writer, credentials);
        }

        writer.EndMessage();
    }

    public static void WriteLogon(this PackStreamWriter writer, BoltCredentials credentials)
    {
        writer.BeginMessage(BoltMessage.Logon, 1);
        writer.WriteMap(CountOf(credentials));
        WriteEntries(writer, credentials);
        writer.EndMessage();
    }

    public static void WriteBegin(this PackStreamWriter writer, BoltWork work)
    {
        writer.BeginMessage(BoltMessage.Begin, 1);
        WriteExtra(writer, work);
        writer.EndMessage();
    }

    /// <param name="work">Null inside of a transaction, which knows it already.</param>
    public static void WriteRun(this PackStreamWriter writer, CypherStep step, BoltWork? work)
    {
        writer.BeginMessage(BoltMessage.Run, 3);
        writer.WriteText(step.Text);
        writer.WriteParameters(step.Parameters);
        if (work is null)
        {
            writer.WriteMap(0);
        }
        else
        {
            WriteExtra(writer, work);
        }

        writer.EndMessage();
    }

    /// <param name="rows">How many; -1 for all.</param>
    public static void WritePull(this PackStreamWriter writer, long rows)
    {
        writer.BeginMessage(BoltMessage.Pull, 1);
        writer.WriteMap(1);
        writer.WriteText("n"u8);
        writer.WriteInteger(rows);
        writer.EndMessage();
    }

    public static void WriteRoute(
        this PackStreamWriter writer, BoltHost asked, IReadOnlyCollection<string> bookmarks, string? database)
    {
        writer.BeginMessage(BoltMessage.Route, 3);
        WriteRouting(writer, asked);
        writer.WriteValue(bookmarks);
        writer.WriteMap(database is null ? 0 : 1);
        if (database is not null)
        {
            writer.WriteText("db"u8);
            writer.WriteText(database);
        }

        writer.EndMessage();
    }

    /// <summary>A request without fields: COMMIT, ROLLBACK, RESET.</summary>
    public static void WriteBare(this PackStreamWriter writer, byte tag)
    {
        writer.BeginMessage(tag, 0);
        writer.EndMessage();
    }

    private static void WriteRouting(PackStreamWriter writer, BoltHost host)
    {
        writer.WriteMap(1);
        writer.WriteText("address"u8);
        writer.WriteText(host.ToString());
    }

    private static void WriteExtra(PackStreamWriter writer, BoltWork work)
    {
        writer.WriteMap(
            1 + (work.Access == CypherAccess.Read ? 1 : 0) + (work.Database is null ? 0 : 1)
            + (work.Bookmarks.Length == 0 ? 0 : 1));
        writer.WriteText("tx_timeout"u8);
        writer.WriteInteger((long)Math.Ceiling(work.Timeout.TotalMilliseconds));
        if (work.Access == CypherAccess.Read)
        {
            writer.WriteText("mode"u8);
            writer.WriteText("r"u8);
        }

        if (work.Database is not null)
        {
            writer.WriteText("db"u8);
            writer.WriteText(work.Database);
        }

        if (work.Bookmarks.Length > 0)
        {
            writer.WriteText("bookmarks"u8);
            writer.WriteValue(work.Bookmarks);
        }
    }

    private static int CountOf(BoltCredentials credentials) =>
        1 + (credentials.Principal is null ? 0 : 1) + (credentials.Secret is null ? 0 : 1);

    private static void WriteEntries(PackStreamWriter writer, BoltCredentials credentials)
    {
        writer.WriteText("scheme"u8);
        writer.WriteText(credentials.Scheme);
        if (credentials.Principal is not null)
        {
            writer.WriteText("principal"u8);
            writer.WriteText(credentials.Principal);
        }

        if (credentials.Secret is not null)
        {
            writer.WriteText("credentials"u8);
            writer.WriteText(credentials.Secret);
        }
    }
}
