using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace RelationshipGraph.Benchmarks.Replicas;

/// <summary>A Neo4j of its own, which a script starts, kills and starts again on the same data.</summary>
internal sealed class FixtureServer : IAsyncDisposable
{
    private const string ScriptName = "start-neo4j.sh";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly string _script;
    private readonly string _state;
    private readonly int _port;

    private FixtureServer(string script, string state, int port) => (_script, _state, _port) = (script, state, port);

    /// <summary>As in <c>bolt://127.0.0.1:7687</c>.</summary>
    public string Address { get; private set; } = "";

    public string User { get; private set; } = "";

    public string Password { get; private set; } = "";

    /// <summary>Starts an empty one.</summary>
    /// <param name="fixture">The folder of the script.</param>
    public static async Task<FixtureServer> StartAsync(string fixture)
    {
        var state = Directory.CreateTempSubdirectory("relationshipgraph-neo4j-").FullName;
        var server = new FixtureServer(Path.Combine(fixture, ScriptName), state, FreePort());
        try
        {
            await server.StartAsync("--fresh");
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once, whatever it is doing.</summary>
    public Task KillAsync() => RunAsync("--kill");

    /// <summary>Starts it on what the kill has left.</summary>
    public Task StartAgainAsync() => StartAsync();

    public async ValueTask DisposeAsync()
    {
        await RunAsync("--kill");
        Directory.Delete(_state, recursive: true);
    }

    private async Task StartAsync(params string[] options)
    {
        var line = await RunAsync(options);
        if (line.Split(' ') is not [var address, var user, var password])
        {
            throw new InvalidOperationException("The script did not say where the server is.");
        }

        (Address, User, Password) = (address, user, password);
    }

    private async Task<string> RunAsync(params string[] options)
    {
        string[] all = [.. options, "--bolt-port", _port.ToString(CultureInfo.InvariantCulture), "--state", _state];
        var start = new ProcessStartInfo(_script, all) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;

        // The server may hold the pipes open for as long as it lives: their end is not waited for.
        var errors = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync() ?? "";
        while (!process.HasExited)
        {
            await Task.Delay(Pause);
        }

        return process.ExitCode == 0
            ? line
            : throw new InvalidOperationException($"The script ended with {process.ExitCode}: {await errors}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
