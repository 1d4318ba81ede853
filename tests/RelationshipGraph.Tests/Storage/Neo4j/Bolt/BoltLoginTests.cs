using System.Net;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltLoginTests
{
    public static TheoryData<string, byte, byte> Logins()
    {
        var data = new TheoryData<string, byte, byte>();
        foreach (var scheme in new[] { "none", "basic", "bearer" })
        {
            data.Add(scheme, 4, 4);
            data.Add(scheme, 5, 0);
            data.Add(scheme, 5, 1);
            data.Add(scheme, 5, 8);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task Credentials_go_where_the_version_wants_them(string scheme, byte major, byte minor)
    {
        var said = new List<ScriptedRequest>();
        await using var server = new ScriptedBoltServer { Version = new BoltVersion(major, minor), Script = Note(said) };
        var credentials = scheme switch
        {
            "none" => BoltCredentials.None,
            "basic" => BoltCredentials.Basic("anna", "secret"),
            _ => BoltCredentials.Bearer("token"),
        };
        await using var client = BoltTransport.Create(
            BoltAddress.Parse(server.Address),
            credentials,
            new BoltOptions { UserAgent = "Probe/1" },
            BoltTestKit.Standstill,
            new Random(1));

        await client.ConnectAsync(Some.NoToken);

        var hello = said.Single(request => request.Name == "HELLO").Extra;
        var holder = server.Version.HasLogon ? said.Single(request => request.Name == "LOGON").Extra : hello;
        Assert.Equal(scheme, holder["scheme"]);
        Assert.Equal(scheme == "basic" ? "anna" : null, holder.GetValueOrDefault("principal"));
        Assert.Equal(
            scheme switch { "basic" => "secret", "bearer" => "token", _ => null }, holder.GetValueOrDefault("credentials"));
        Assert.Equal("Probe/1", hello["user_agent"]);
        Assert.Equal(server.Version.HasAgentMap, hello.ContainsKey("bolt_agent"));
        Assert.Equal(major == 4, hello.ContainsKey("patch_bolt"));
        Assert.False(hello.ContainsKey("routing"));
    }

    [Theory]
    [InlineData("Neo.ClientError.Security.Unauthorized", nameof(CypherFailure.Forbidden))]
    [InlineData("Neo.ClientError.Security.AuthenticationRateLimit", nameof(CypherFailure.Forbidden))]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable", nameof(CypherFailure.Busy))]
    public async Task A_refused_login_is_said_at_once_and_keeps_no_slot(string code, string cause)
    {
        await using var server = new ScriptedBoltServer { Script = FailAt("LOGON", code) };
        await using var client = server.Client(new BoltOptions { MaxConnectionPoolSize = 1 });

        for (var i = 0; i < 3; i++)
        {
            var failure = await Assert.ThrowsAsync<CypherException>(() => client.ConnectAsync(Some.NoToken));
            Assert.Equal((cause, code), (failure.Cause.ToString(), failure.Code));
        }

        Assert.Equal((0, 0, 0), client.Connections);
    }

    [Fact]
    public async Task A_password_that_must_be_changed_is_said_at_once()
    {
        await using var server = new ScriptedBoltServer
        {
            Script = async (session, request) =>
            {
                if (request.Name == "LOGON")
                {
                    await session.SuccessAsync(("credentials_expired", true));
                    return true;
                }

                return false;
            },
        };
        await using var client = server.Client();

        var failure = await Assert.ThrowsAsync<CypherException>(() => client.ConnectAsync(Some.NoToken));

        Assert.Equal((CypherFailure.Forbidden, false), (failure.Cause, failure.IsTransient));
    }

    [Fact]
    public async Task Any_certificate_will_do_where_the_address_says_so_and_only_there()
    {
        using var certificate = SelfSigned.For(IPAddress.Loopback);
        await using var server = new ScriptedBoltServer { Certificate = certificate };
        await using var any = server.Client(address: $"bolt+ssc://{server.Host}");
        await using var trusted = server.Client(address: $"bolt+s://{server.Host}");
        await using var plain = server.Client();

        Assert.Equal("5.8", (await any.ConnectAsync(Some.NoToken)).Protocol);
        Assert.Equal([0, 1], await any.ReadIntegersAsync("ROWS integers 2", Some.NoToken));
        var untrusted = await Assert.ThrowsAsync<CypherException>(() => trusted.ConnectAsync(Some.NoToken));
        Assert.Equal((CypherFailure.Untrusted, false), (untrusted.Cause, untrusted.IsTransient));
        var unencrypted = await Assert.ThrowsAsync<CypherException>(() => plain.ConnectAsync(Some.NoToken));
        Assert.Equal(CypherFailure.NotBolt, unencrypted.Cause);
    }

    [Fact]
    public async Task A_server_without_encryption_is_said_as_such()
    {
        await using var server = new ScriptedBoltServer { RawAnswer = [] };
        await using var client = server.Client(address: $"bolt+ssc://{server.Host}");

        var failure = await Assert.ThrowsAsync<CypherException>(() => client.ConnectAsync(Some.NoToken));

        Assert.Equal(CypherFailure.Tls, failure.Cause);
    }

    private static Func<ScriptedSession, ScriptedRequest, Task<bool>> Note(List<ScriptedRequest> said) => (_, request) =>
    {
        lock (said)
        {
            said.Add(request);
        }

        return Task.FromResult(false);
    };

    private static Func<ScriptedSession, ScriptedRequest, Task<bool>> FailAt(string name, string code) =>
        async (session, request) =>
        {
            if (request.Name != name)
            {
                return false;
            }

            await session.FailAsync(code);
            session.Close();
            return true;
        };
}
