using System.Net.Sockets;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>One connection to one server: sends requests and reads their answers, for one caller at a time.</summary>
/// <remarks>
/// Every request has exactly one answer, in order. After a failure all that follows is passed over by the server until it is
/// told to begin anew. A failure of the wire makes the connection useless.
/// </remarks>
internal sealed class BoltConnection : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly MessageReader _reader;
    private readonly PackReader _pack = new();
    private readonly PackWriter _writer = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private TimeSpan _silence;
    private volatile bool _isAbandoned;

    private BoltConnection(Stream stream, BoltHost host, BoltVersion version, TimeSpan silence)
    {
        (_stream, Host, Version, _silence) = (stream, host, version, silence);
        _reader = new MessageReader(stream);
    }

    public BoltHost Host { get; }

    public BoltVersion Version { get; }

    /// <summary>What the server calls itself.</summary>
    public string Agent { get; private set; } = string.Empty;

    /// <summary>Whether nothing more can be sent: the wire has failed.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether the server passes over everything until it is told to begin anew.</summary>
    public bool IsFailed { get; private set; }

    /// <summary>Since when the connection is there, as the clock's timestamp.</summary>
    public long Since { get; init; }

    /// <summary>Since when nobody uses it.</summary>
    public long IdleSince { get; set; }

    /// <summary>Writes requests; <see cref="SendAsync"/> sends them.</summary>
    public PackWriter Writer => _writer;

    /// <summary>Agrees on a version and signs in.</summary>
    public static async Task<BoltConnection> OpenAsync(
        Stream stream, BoltHost host, BoltCredentials credentials, bool isRouted, BoltOptions options, long now, CancellationToken ct)
    {
        var version = await WireAsync(() => Handshake.AgreeAsync(stream, ct));
        var connection = new BoltConnection(stream, host, version, options.SilenceTime) { Since = now, IdleSince = now };
        await using var stop = ct.Register(static state => ((BoltConnection)state!).Close(), connection);
        await connection.SignInAsync(credentials, isRouted);
        return connection;
    }

    /// <summary>Sends what has been written, in one write.</summary>
    public async Task SendAsync()
    {
        await _sending.WaitAsync();
        try
        {
            await WireAsync(async () =>
            {
                await _stream.WriteAsync(_writer.Written, _closing.Token);
                await _stream.FlushAsync(_closing.Token);
                return true;
            });
        }
        catch (CypherException)
        {
            IsBroken = true;
            throw;
        }
        finally
        {
            _writer.Clear();
            _sending.Release();
        }
    }

    /// <summary>Reads the answer to one request: rows if there are any, then what the server says of it.</summary>
    /// <param name="onRow">Called for every row.</param>
    /// <returns>The server's words; null where the request was passed over.</returns>
    /// <exception cref="CypherException">The request failed, or the wire did.</exception>
    public async Task<Dictionary<string, object?>?> ReceiveAsync(Action<ICypherRow>? onRow = null)
    {
        using var silence = new Silence(_silence, _closing.Token);
        try
        {
            while (true)
            {
                ArraySegment<byte> message;
                while (!_reader.TryTake(out message))
                {
                    var more = await WireAsync(() => _reader.FillAsync(silence.Begin()).AsTask());
                    silence.End();
                    if (!more)
                    {
                        throw Gone(null);
                    }
                }

                if (Take(message, onRow) is { } answer)
                {
                    return answer.IsIgnored ? null : answer.Words;
                }
            }
        }
        catch (CypherException failure) when (failure.Cause is CypherFailure.Unreachable or CypherFailure.Protocol)
        {
            IsBroken = true;
            throw;
        }
    }

    /// <summary>Makes the server begin anew after a failure.</summary>
    public async Task ResetAsync()
    {
        Requests.Reset(_writer);
        await SendAsync();
        await ReceiveAsync();
        IsFailed = false;
    }

    /// <summary>
    /// Tells the server to stop what it is doing while another task still reads the answers: rows go to nobody from here on.
    /// </summary>
    public async Task InterruptAsync()
    {
        _isAbandoned = true;
        var reset = new PackWriter();
        Requests.Reset(reset);
        await _sending.WaitAsync();
        try
        {
            await WireAsync(async () =>
            {
                await _stream.WriteAsync(reset.Written, _closing.Token);
                await _stream.FlushAsync(_closing.Token);
                return true;
            });
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Reads the answer to an interruption; the connection is as new then.</summary>
    public async Task AfterInterruptAsync()
    {
        await ReceiveAsync();
        IsFailed = false;
        _isAbandoned = false;
    }

    /// <summary>Ends every wait on the wire.</summary>
    public void Close()
    {
        IsBroken = true;
        try
        {
            _closing.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was closed by somebody else at the same moment.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        await _stream.DisposeAsync();
        _closing.Dispose();
    }

    private async Task SignInAsync(BoltCredentials credentials, bool isRouted)
    {
        Requests.Hello(_writer, Version, credentials, isRouted ? Host.ToString() : null);
        var answers = 1;
        if (Version.HasLogon)
        {
            Requests.Logon(_writer, credentials);
            answers++;
        }

        await SendAsync();
        var hello = await ReceiveAsync();
        Agent = hello?.GetValueOrDefault("server") as string ?? string.Empty;
        if (hello?.GetValueOrDefault("hints") is IReadOnlyDictionary<string, object?> hints
            && hints.GetValueOrDefault("connection.recv_timeout_seconds") is long and > 0 and < 86_400 and var seconds)
        {
            // It says that it is at work once in that time; twice leaves room for a slow network.
            _silence = TimeSpan.FromSeconds(2 * seconds);
        }

        if (answers == 2)
        {
            await ReceiveAsync();
        }
    }

    // Hot: once for every row.
    private (bool IsIgnored, Dictionary<string, object?> Words)? Take(ArraySegment<byte> message, Action<ICypherRow>? onRow)
    {
        _pack.Begin(message);
        var (tag, _) = _pack.ReadStructure();
        switch (tag)
        {
            case Requests.Record:
                if (onRow is not null && !_isAbandoned)
                {
                    _pack.ReadListCount();
                    onRow(_pack);
                }

                return null;
            case Requests.Success:
                return (false, _pack.ReadMap());
            case Requests.Ignored:
                return (true, []);
            case Requests.Failure:
                IsFailed = true;
                throw ServerFailure.Of(_pack.ReadMap());
            default:
                throw new CypherException(CypherFailure.Protocol, string.Empty, "The server sent a message that is none.");
        }
    }

    private static async Task<T> WireAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException
            or ObjectDisposedException)
        {
            throw Gone(failure);
        }
    }

    private static CypherException Gone(Exception? inner) =>
        new(CypherFailure.Unreachable, string.Empty, "The connection to the server is gone.", inner) { IsTransient = true };

    /// <summary>Ends a wait for the server when it has been silent for too long; every byte begins the wait anew.</summary>
    private sealed class Silence(TimeSpan time, CancellationToken closing) : IDisposable
    {
        private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(closing);

        public CancellationToken Begin()
        {
            _source.CancelAfter(time);
            return _source.Token;
        }

        public void End() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

        public void Dispose() => _source.Dispose();
    }
}
