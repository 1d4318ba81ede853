using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using RelationshipGraph.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>
/// A Bolt server in this process that does what a test tells it: answers at once, late, wrongly or not at all. It keeps the
/// protocol's order by itself and refuses what no real server allows.
/// </summary>
/// <remarks>
/// Without a script, <c>ECHO</c> gives back the parameter x, <c>ROWS integers n</c> and <c>ROWS columns n</c> give n rows, and
/// any other statement has no rows.
/// </remarks>
internal sealed class ScriptedBoltServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<int, ScriptedSession> _sessions = [];
    private readonly ConcurrentQueue<string> _log = [];
    private readonly Task _accepting;
    private int _accepted;
    private int _commits;

    public ScriptedBoltServer(int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public BoltHost Host => new("127.0.0.1", Port);

    public string Address => $"bolt://{Host}";

    /// <summary>The version that is spoken, and whether it is agreed on by the manifest.</summary>
    public BoltVersion Version { get; set; } = BoltVersion.Newest;

    public bool HasManifest { get; set; } = true;

    /// <summary>What is sent in place of the answer to the handshake, before the connection is closed.</summary>
    public byte[]? RawAnswer { get; set; }

    /// <summary>Null: TLS is not spoken.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Looks at each request first; answers true if it has dealt with it.</summary>
    public Func<ScriptedSession, ScriptedRequest, Task<bool>> Script { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>The routing table that ROUTE gives; null: ROUTE fails.</summary>
    public Func<(string Role, string[] Addresses)[]>? Routes { get; set; }

    public long TableLifetimeSeconds { get; set; } = 300;

    /// <summary>What HELLO is answered with beside the usual.</summary>
    public Dictionary<string, object?> Hints { get; } = [];

    /// <summary>Each request that came, in order.</summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>How many connections were made.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>How many are open.</summary>
    public int Open => _sessions.Count;

    /// <summary>Requests that no real server allows where they came. Empty, or the client is wrong.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    public string NextBookmark() => $"mark:{Interlocked.Increment(ref _commits)}";

    public void Record(ScriptedRequest request) => _log.Enqueue(request.ToString());

    public void ClearLog() => _log.Clear();

    /// <summary>Closes every connection, as a server that is killed.</summary>
    public void CloseAll()
    {
        foreach (var session in _sessions.Values)
        {
            session.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        CloseAll();
        await Task.WhenAll(_sessions.Values.Select(session => session.Ended));
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stopping.Token);
                socket.NoDelay = true;
                var number = Interlocked.Increment(ref _accepted);
                var session = new ScriptedSession(this, number, socket);
                _sessions[number] = session;
                session.Start(ServeAsync(session, number));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was disposed.
        }
    }

    private async Task ServeAsync(ScriptedSession session, int number)
    {
        await Task.Yield();
        try
        {
            await EncryptAsync(session);
            if (await HandshakeAsync(session.Stream))
            {
                await session.ServeAsync(_stopping.Token);
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException
            or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client has gone, or this server.
        }
        finally
        {
            session.Close();
            _sessions.TryRemove(number, out _);
        }
    }

    private async Task EncryptAsync(ScriptedSession session)
    {
        if (Certificate is not null)
        {
            var stream = new SslStream(session.Stream);
            session.Stream = stream;
            await stream.AuthenticateAsServerAsync(Certificate);
        }
    }

    private async Task<bool> HandshakeAsync(Stream stream)
    {
        var offer = new byte[20];
        await stream.ReadExactlyAsync(offer, _stopping.Token);
        if (RawAnswer is not null)
        {
            await stream.WriteAsync(RawAnswer, _stopping.Token);
            return false;
        }

        if (!HasManifest)
        {
            await stream.WriteAsync(new byte[] { 0, 0, Version.Minor, Version.Major }, _stopping.Token);
            return true;
        }

        await stream.WriteAsync(
            new byte[] { 0, 0, 1, 0xFF, 2, 0, 0, 0, 9, 0, 0, Version.Minor, Version.Major, 0 }, _stopping.Token);
        var choice = new byte[5];
        await stream.ReadExactlyAsync(choice, _stopping.Token);
        return choice[2] == Version.Minor && choice[3] == Version.Major;
    }
}
