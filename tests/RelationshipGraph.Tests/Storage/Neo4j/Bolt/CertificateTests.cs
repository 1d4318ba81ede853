using System.Net;
using RelationshipGraph.Tests.Cli;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>
/// Programs of their own, since what is trusted is read once for each. Where nobody is let in, a refusal says why; who is let in
/// finds that the scripted server holds no store.
/// </summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task An_authority_is_trusted_that_the_environment_names()
    {
        using var certificate = SelfSigned.For(IPAddress.Loopback);
        await using var server = new ScriptedBoltServer { Certificate = certificate };

        var trusting = await CheckAsync($"bolt+s://{server.Host}", certificate.ExportCertificatePem());
        var without = await CheckAsync($"bolt+s://{server.Host}", null);

        trusting.AssertFailed(1, "STORE_FOREIGN");
        without.AssertFailed(1, "STORE_REFUSED");
        Assert.Contains("does not trust", without.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_said_as_such()
    {
        using var certificate = SelfSigned.For(IPAddress.Parse("192.0.2.1"));
        await using var server = new ScriptedBoltServer { Certificate = certificate };

        var other = await CheckAsync($"neo4j+s://{server.Host}", certificate.ExportCertificatePem());

        other.AssertFailed(1, "STORE_REFUSED");
        Assert.Contains("another name", other.Error, StringComparison.Ordinal);
    }

    internal static async Task<Relgraph> CheckAsync(string address, string? authority)
    {
        using var folder = new TestFolder();
        var environment = new Dictionary<string, string>();
        if (authority is not null)
        {
            var file = environment["SSL_CERT_FILE"] = Path.Combine(folder.Path, "authority.pem");
            await File.WriteAllTextAsync(file, authority);
        }

        return await Relgraph.StartAsync(folder.Path, environment, "check", "--store", address);
    }
}
