using System.Net;
using System.Net.Sockets;
using RelationshipGraph.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>
/// Stands before a real server, and asks it for version 4.4 in the client's place, or cuts the connections to it. Else passes on
/// every byte.
/// </summary>
internal sealed class BoltFront : IAsyncDisposable
{
    private static readonly byte[] OnlyOldest =
        [0x60, 0x60, 0xB0, 0x17, 0, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _passing = [];
    private readonly BoltHost _server;
    private readonly Task _accepting;
    private CancellationTokenSource _cutting = new();

    public BoltFront(BoltHost server, IPAddress? at = null)
    {
        _server = server;
        _listener = new TcpListener(at ?? IPAddress.Loopback, 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Whether the offer of versions is changed.</summary>
    public bool ForcesOldest { get; init; } = true;

    public string Address => $"bolt://{_listener.LocalEndpoint}";

    /// <summary>Cuts all connections that are open.</summary>
    public void Cut()
    {
        _cutting.Cancel();
        _cutting = new CancellationTokenSource();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_passing);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _passing.Add(PassAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was disposed.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, _cutting.Token);
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(_server.Name, _server.Port, either.Token);
                var offer = new byte[OnlyOldest.Length];
                await client.GetStream().ReadExactlyAsync(offer, either.Token);
                await server.GetStream().WriteAsync(ForcesOldest ? OnlyOldest : offer, either.Token);
                await Task.WhenAny(
                    client.GetStream().CopyToAsync(server.GetStream(), either.Token),
                    server.GetStream().CopyToAsync(client.GetStream(), either.Token));
            }
            catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
            {
                // One of the two has gone.
            }
        }
    }
}
