using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>A server that refuses plain connections and has a certificate for 127.0.0.1 that nobody trusts.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class TlsNeo4jServerTests
{
    private const string Tls = "RELATIONSHIPGRAPH_TEST_NEO4J_TLS";

    private static BoltHost Host => BoltAddress.Parse(Environment.GetEnvironmentVariable(Tls)!).Hosts[0];

    [Neo4jServerFact(Tls)]
    public async Task Any_certificate_will_do_where_the_address_says_so()
    {
        foreach (var scheme in new[] { "bolt+ssc", "neo4j+ssc" })
        {
            await using var client = Neo4jServer.Connect(address: $"{scheme}://{Host}");

            Assert.StartsWith("Neo4j/", (await client.ConnectAsync(Some.NoToken)).Agent, StringComparison.Ordinal);
            Assert.Equal([1], await client.ReadIntegersAsync("RETURN 1", Some.NoToken));
        }
    }

    [Neo4jServerFact(Tls)]
    public async Task What_does_not_fit_the_port_is_said_by_its_cause()
    {
        var plainPort = BoltAddress.Parse(Neo4jServer.Address).Hosts[0];
        foreach (var (address, cause) in new[]
        {
            ($"bolt+s://{Host}", CypherFailure.Untrusted), ($"neo4j+s://{Host}", CypherFailure.Untrusted),
            ($"bolt://{Host}", CypherFailure.NotBolt), ($"neo4j://{Host}", CypherFailure.NotBolt),
            ($"bolt+s://{plainPort}", CypherFailure.Tls), ($"bolt+ssc://{plainPort}", CypherFailure.Tls),
        })
        {
            await using var client = Neo4jServer.Connect(address: address);

            var failure = await Assert.ThrowsAsync<CypherException>(() => client.ConnectAsync(Some.NoToken));

            Assert.Equal((address, cause), (address, failure.Cause));
        }
    }

    [Neo4jServerFact(Tls)]
    public async Task Its_own_authority_is_trusted_that_the_environment_names()
    {
        var authority = await AuthorityAsync();

        var trusting = await CertificateTests.CheckAsync($"bolt+s://{Host}", authority);
        var routed = await CertificateTests.CheckAsync($"neo4j+s://{Host}", authority);
        var without = await CertificateTests.CheckAsync($"bolt+s://{Host}", null);

        // Whether a store is in it or not: both were let in.
        Assert.DoesNotContain("STORE_REFUSED", trusting.Error + routed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("STORE_UNAVAILABLE", trusting.Error + routed.Error, StringComparison.Ordinal);
        without.AssertFailed(1, "STORE_REFUSED");
    }

    [Neo4jServerFact(Tls)]
    public async Task A_certificate_for_another_host_is_said_as_such()
    {
        await using var front = new BoltFront(Host, IPAddress.Parse("127.0.0.2")) { ForcesOldest = false };

        var other = await CertificateTests.CheckAsync(
            front.Address.Replace("bolt:", "bolt+s:", StringComparison.Ordinal), await AuthorityAsync());

        other.AssertFailed(1, "STORE_REFUSED");
        Assert.Contains("another name", other.Error, StringComparison.Ordinal);
    }

    // The fixture's certificate is signed by itself, so what it shows is its authority.
    private static async Task<string> AuthorityAsync()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Host.Name, Host.Port);
        var pem = "";
        await using var stream = new SslStream(socket.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = Host.Name,
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            {
                pem = (certificate as X509Certificate2)?.ExportCertificatePem() ?? "";
                return pem.Length > 0;
            },
        });
        return pem;
    }
}
