using System.Buffers.Binary;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Agrees with the server on a version of the protocol.</summary>
internal static class Handshake
{
    // The mark of the protocol, then what we speak: a list of the server's own, 5.8 down to 5.0, 4.4 down to 4.2, nothing.
    private static readonly byte[] Offer =
    [
        0x60, 0x60, 0xB0, 0x17, 0x00, 0x00, 0x01, 0xFF, 0x00, 0x08, 0x08, 0x05, 0x00, 0x02, 0x04, 0x04, 0x00, 0x00, 0x00, 0x00,
    ];

    private static readonly byte[] Http = "HTTP"u8.ToArray();

    public static async Task<BoltVersion> AgreeAsync(Stream stream, CancellationToken ct)
    {
        await stream.WriteAsync(Offer, ct);
        await stream.FlushAsync(ct);
        var answer = await TakeAsync(stream, 4, ct);
        if (answer.AsSpan().SequenceEqual(Http))
        {
            throw new CypherException(
                CypherFailure.NotBolt, string.Empty, "A web server answers at this port; the Bolt port is another, often 7687.");
        }

        if (BinaryPrimitives.ReadInt32BigEndian(answer) == 0x1FF)
        {
            return await ChooseAsync(stream, ct);
        }

        var version = new BoltVersion(answer[3], answer[2]);
        return version.IsSpoken ? version : throw new CypherException(
            answer[3] == 0 ? CypherFailure.TooOld : CypherFailure.NotBolt, string.Empty,
            $"The server speaks no version of Bolt from {BoltVersion.Oldest} to {BoltVersion.Newest}.");
    }

    // The server lists ranges: the newest of each, and how many older ones it speaks as well.
    private static async Task<BoltVersion> ChooseAsync(Stream stream, CancellationToken ct)
    {
        var count = await TakeNumberAsync(stream, ct);
        if (count > BoltLimits.OffersMax)
        {
            throw new CypherException(CypherFailure.Protocol, string.Empty, "The server offers more versions than there are.");
        }

        var best = default(BoltVersion);
        for (var i = 0UL; i < count; i++)
        {
            var range = await TakeAsync(stream, 4, ct);
            for (var minor = range[2]; minor >= range[2] - range[1]; minor--)
            {
                var version = new BoltVersion(range[3], minor);
                best = version.IsSpoken && version.CompareTo(best) > 0 ? version : best;
                if (minor == 0)
                {
                    break;
                }
            }
        }

        await TakeNumberAsync(stream, ct);
        if (best == default)
        {
            throw new CypherException(
                CypherFailure.TooOld, string.Empty,
                $"The server speaks no version of Bolt from {BoltVersion.Oldest} to {BoltVersion.Newest}.");
        }

        await stream.WriteAsync(new byte[] { 0, 0, (byte)best.Minor, (byte)best.Major, 0 }, ct);
        return best;
    }

    // Seven bits a byte, the lowest first.
    private static async Task<ulong> TakeNumberAsync(Stream stream, CancellationToken ct)
    {
        var number = 0UL;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = (await TakeAsync(stream, 1, ct))[0];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }

        throw new CypherException(CypherFailure.Protocol, string.Empty, "The server's offer has no end.");
    }

    private static async Task<byte[]> TakeAsync(Stream stream, int count, CancellationToken ct)
    {
        var bytes = new byte[count];
        var taken = await stream.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, ct);
        return taken == count ? bytes : throw new CypherException(
            CypherFailure.NotBolt, string.Empty,
            "What listens there closed the connection. Its port may want TLS, or not want it: bolt+s and neo4j+s are with, "
            + "bolt and neo4j are without.");
    }
}
