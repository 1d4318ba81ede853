using System.Globalization;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>The first bytes on a connection: which version of the protocol is spoken.</summary>
internal static class BoltHandshake
{
    private const int SlotBytes = 4;

    // The preamble; the manifest; 5.0 to 5.8; 4.2 to 4.4; nothing. Servers that do not know the manifest pass over it, and some
    // look at the first slot only. Of the old ones, 4.2 and 4.3 are asked for so that we can tell which one answered.
    private static readonly byte[] Offer =
        [0x60, 0x60, 0xB0, 0x17, 0x00, 0x00, 0x01, 0xFF, 0x00, 0x08, 0x08, 0x05, 0x00, 0x02, 0x04, 0x04, 0x00, 0x00, 0x00, 0x00];

    private static readonly byte[] Manifest = [0x00, 0x00, 0x01, 0xFF];

    /// <summary>Agrees on a version.</summary>
    /// <param name="stream">A new connection.</param>
    /// <param name="reply">Where bytes are put that must go out before the first message.</param>
    /// <param name="ct">Ends the wait, and the connection with it.</param>
    public static async Task<BoltVersion> AgreeAsync(Stream stream, PackStreamWriter reply, CancellationToken ct)
    {
        await stream.WriteAsync(Offer, ct);
        var answer = new byte[SlotBytes];
        var count = await stream.ReadAtLeastAsync(answer, SlotBytes, throwOnEndOfStream: false, ct);
        if (count < SlotBytes)
        {
            // A port for TLS closes so, but also a server that is starting or stopping.
            throw new CypherException(
                CypherFailure.NotBolt, "", "The connection was closed without an answer. Does this port speak Bolt, without TLS?")
            {
                IsTransient = true,
            };
        }

        if (answer.AsSpan().SequenceEqual(Manifest))
        {
            return await ChooseAsync(stream, reply, ct);
        }

        if (answer.AsSpan().SequenceEqual("HTTP"u8))
        {
            throw WebServer();
        }

        if (answer.AsSpan().SequenceEqual(new byte[SlotBytes]))
        {
            throw new CypherException(CypherFailure.TooOld, "", "The server speaks none of our versions: 4.4 and 5.0 to 5.8.");
        }

        var version = new BoltVersion(answer[3], answer[2]);
        return (answer[0], answer[1]) != (0, 0)
            ? throw new CypherException(CypherFailure.NotBolt, "", "What answered does not speak Bolt.")
            : Spoken(version);
    }

    /// <summary>Looks whether what did not answer an offer is a web server that waits for the end of a line.</summary>
    /// <exception cref="CypherException">It is.</exception>
    public static async Task RefuseWebServerAsync(Stream stream, CancellationToken ct)
    {
        await stream.WriteAsync("\r\n\r\n"u8.ToArray(), ct);
        var answer = new byte[SlotBytes];
        if (await stream.ReadAtLeastAsync(answer, SlotBytes, throwOnEndOfStream: false, ct) == SlotBytes
            && (answer.AsSpan().SequenceEqual("HTTP"u8) || answer[0] == '<'))
        {
            throw WebServer();
        }
    }

    private static CypherException WebServer() => new(
        CypherFailure.NotBolt, "", "A web server answered. Use the port for Bolt, usually 7687, not the one for HTTP.");

    // Ranges of versions and a set of capabilities come; one version goes, and none of the capabilities.
    private static async Task<BoltVersion> ChooseAsync(Stream stream, PackStreamWriter reply, CancellationToken ct)
    {
        var ranges = await ReadVarintAsync(stream, ct);
        if (ranges > BoltLimits.VersionRangesMax)
        {
            throw PackStreamReader.Garbage($"A handshake has more than {BoltLimits.VersionRangesMax} ranges of versions.");
        }

        var best = default(BoltVersion);
        var offered = default(BoltVersion);
        var slot = new byte[SlotBytes];
        for (; ranges > 0; ranges--)
        {
            await stream.ReadExactlyAsync(slot, ct);
            for (var minor = slot[2] - Math.Min(slot[1], slot[2]); minor <= slot[2]; minor++)
            {
                var version = new BoltVersion(slot[3], (byte)minor);
                offered = version > offered ? version : offered;
                best = version.IsSpoken && version > best ? version : best;
            }
        }

        await ReadVarintAsync(stream, ct);
        if (best == default)
        {
            return Spoken(offered);
        }

        reply.WriteRaw([0x00, 0x00, best.Minor, best.Major, 0x00]);
        return best;
    }

    private static BoltVersion Spoken(BoltVersion version) => version.IsSpoken
        ? version
        : throw new CypherException(
            CypherFailure.TooOld,
            "",
            string.Create(CultureInfo.InvariantCulture, $"The server speaks version {version}; we speak 4.4 and 5.0 to 5.8."));

    // Seven bits in a byte, the low ones first.
    private static async Task<ulong> ReadVarintAsync(Stream stream, CancellationToken ct)
    {
        var one = new byte[1];
        var value = 0UL;
        for (var shift = 0; shift < 63; shift += 7)
        {
            await stream.ReadExactlyAsync(one, ct);
            value |= (ulong)(one[0] & 0x7F) << shift;
            if (one[0] < 0x80)
            {
                return value;
            }
        }

        throw PackStreamReader.Garbage("A handshake holds a number that does not end.");
    }
}
