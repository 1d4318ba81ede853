namespace RelationshipGraph.Tests.Api.Http;

/// <summary>One server with the probe schema for all tests of a class: starting one is most of what a test takes.</summary>
public sealed class ProbeServer : IDisposable
{
    private readonly Dictionary<string, ApiServer> _servers = new(StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var server in _servers.Values)
        {
            server.Dispose();
        }
    }

    /// <summary>The server of an environment, started when it is first asked for.</summary>
    internal ApiServer In(string environment)
    {
        if (!_servers.TryGetValue(environment, out var server))
        {
            _servers[environment] = server = ProbeSchema.Serve(environment);
        }

        return server;
    }
}
