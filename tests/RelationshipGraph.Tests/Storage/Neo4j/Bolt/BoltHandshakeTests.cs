using System.Net;
using System.Net.Sockets;
using System.Text;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltHandshakeTests
{
    public static TheoryData<byte, byte, bool> Versions()
    {
        var data = new TheoryData<byte, byte, bool>();
        foreach (var hasManifest in new[] { true, false })
        {
            data.Add(4, 4, hasManifest);
            for (byte minor = 0; minor <= 8; minor++)
            {
                data.Add(5, minor, hasManifest);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_version_is_spoken(byte major, byte minor, bool hasManifest)
    {
        await using var server = new ScriptedBoltServer { Version = new BoltVersion(major, minor), HasManifest = hasManifest };
        await using var client = server.Client();

        var found = await client.ConnectAsync(Some.NoToken);
        await client.WriteAsync(new CypherStep("CREATE ()"));
        var rows = await client.ReadIntegersAsync("ROWS integers 3", Some.NoToken);

        Assert.Equal($"{major}.{minor}", found.Protocol);
        Assert.Equal([0, 1, 2], rows);
        Assert.Equal(major == 5 && minor >= 1, server.Log.Contains("LOGON"));
        Assert.Empty(server.Violations);
    }

    [Theory]
    [InlineData(nameof(CypherFailure.TooOld), new byte[] { 0, 0, 0, 0 })]
    [InlineData(nameof(CypherFailure.TooOld), new byte[] { 0, 0, 3, 4 })]
    [InlineData(nameof(CypherFailure.TooOld), new byte[] { 0, 0, 0, 6 })]
    [InlineData(nameof(CypherFailure.TooOld), new byte[] { 0, 0, 1, 0xFF, 1, 0, 3, 3, 4, 0 })]
    [InlineData(nameof(CypherFailure.NotBolt), new byte[] { 0x48, 0x54, 0x54, 0x50, 0x2F, 0x31 })]
    [InlineData(nameof(CypherFailure.NotBolt), new byte[] { 0x15, 0x03, 0x03, 0x00, 0x02 })]
    [InlineData(nameof(CypherFailure.NotBolt), new byte[0])]
    [InlineData(nameof(CypherFailure.NotBolt), new byte[] { 0, 0 })]
    [InlineData(nameof(CypherFailure.Unreachable), new byte[] { 0, 0, 1, 0xFF, 1, 0, 3 })]
    [InlineData(nameof(CypherFailure.Protocol), new byte[] { 0, 0, 1, 0xFF, 0xFF, 0x7F })]
    [InlineData(nameof(CypherFailure.Protocol), new byte[] { 0, 0, 1, 0xFF, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 })]
    public async Task An_answer_that_is_no_agreement_says_what_is_wrong(string cause, byte[] answer)
    {
        await using var server = new ScriptedBoltServer { RawAnswer = answer };
        await using var client = server.Client();

        var failure = await Assert.ThrowsAsync<CypherException>(() => client.ConnectAsync(Some.NoToken));

        Assert.Equal(cause, failure.Cause.ToString());
        Assert.Equal((0, 0, 0), client.Connections);
    }

    [Fact]
    public async Task No_server_is_said_as_such()
    {
        await using var client = BoltTransport.Create(
            BoltAddress.Parse("bolt://127.0.0.1:1"), BoltCredentials.None, new BoltOptions(), TimeProvider.System, new Random(1));

        var failure = await Assert.ThrowsAsync<CypherException>(() => client.ConnectAsync(Some.NoToken));

        Assert.Equal((CypherFailure.Unreachable, true), (failure.Cause, failure.IsTransient));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_after_the_time_to_connect()
    {
        await using var server = new ScriptedBoltServer { Script = async (session, _) => await Never(session) };
        var time = new HurriedTime(wait => wait == TimeSpan.FromSeconds(7));
        await using var client = server.Client(new BoltOptions { ConnectionTimeout = TimeSpan.FromSeconds(7) }, time);

        var failure = await Assert.ThrowsAsync<CypherException>(() => client.ConnectAsync(Some.NoToken));

        Assert.Equal(CypherFailure.Unreachable, failure.Cause);
        Assert.Contains("7 seconds", failure.Message);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", nameof(CypherFailure.NotBolt))]
    [InlineData("<!DOCTYPE HTML>", nameof(CypherFailure.NotBolt))]
    [InlineData("220 mail.example.com", nameof(CypherFailure.Unreachable))]
    [InlineData("", nameof(CypherFailure.Unreachable))]
    public async Task A_web_server_that_waits_for_the_end_of_a_line_is_known_by_its_answer(string answer, string cause)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var time = new TimeOnDemand();
        var serving = ServeAsync();
        await using var client = BoltTransport.Create(
            BoltAddress.Parse($"bolt://{listener.LocalEndpoint}"),
            BoltCredentials.None,
            new BoltOptions { ConnectionTimeout = TimeSpan.FromSeconds(7) },
            time,
            new Random(1));

        var failure = await Assert.ThrowsAsync<CypherException>(() => client.ConnectAsync(Some.NoToken));

        Assert.Equal(cause, failure.Cause.ToString());
        await serving;

        async Task ServeAsync()
        {
            using var caller = await listener.AcceptTcpClientAsync();
            var stream = caller.GetStream();
            await stream.ReadExactlyAsync(new byte[20]);
            time.End(TimeSpan.FromSeconds(7));
            await stream.ReadExactlyAsync(new byte[4]);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        }
    }

    private static async Task<bool> Never(ScriptedSession session)
    {
        await Task.Delay(Timeout.Infinite, session.Interrupted);
        return true;
    }
}
