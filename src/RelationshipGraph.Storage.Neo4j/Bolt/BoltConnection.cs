using System.Net.Sockets;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>
/// One connection: requests go out together, their answers are read one after the other. Not safe for concurrent use.
/// </summary>
/// <remarks>
/// Every request gets exactly one answer, so what is owed is counted. A connection that is owed something, has failed or holds a
/// transaction must be reset before others use it.
/// </remarks>
internal sealed class BoltConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly BoltInput _input;
    private readonly PackStreamReader _reader = new();
    private readonly TimeProvider _time;
    private Task? _writing;
    private TimeSpan _receiveTimeout;
    private bool _isInRow;

    public BoltConnection(BoltHost host, Socket socket, Stream stream, TimeSpan receiveTimeout, TimeProvider time)
    {
        Host = host;
        _socket = socket;
        _stream = stream;
        _input = new BoltInput(stream, time);
        _time = time;
        _receiveTimeout = receiveTimeout;
        OpenedAt = time.GetTimestamp();
        IdleSince = OpenedAt;
    }

    public BoltHost Host { get; }

    public BoltVersion Version { get; set; }

    /// <summary>As in <c>Neo4j/5.26.24</c>.</summary>
    public string Agent { get; set; } = "";

    public long OpenedAt { get; }

    /// <summary>When it was last given back.</summary>
    public long IdleSince { get; set; }

    /// <summary>How long it may live; each connection has its own.</summary>
    public TimeSpan Lifetime { get; set; }

    /// <summary>The pool's count of forced renewals when it was opened.</summary>
    public int Generation { get; set; }

    /// <summary>How often it was lent. The first time, a broken connection cannot be for its age.</summary>
    public int Uses { get; set; }

    /// <summary>What it is lent for, and since when.</summary>
    public (string Purpose, long Since) Lent { get; set; } = ("", 0);

    /// <summary>Requests without an answer yet.</summary>
    public int Owed { get; private set; }

    /// <summary>Whether nothing at all of what was asked last was answered: perhaps it was not even begun.</summary>
    public bool IsUnanswered { get; private set; }

    /// <summary>A request failed, so that all are ignored until a reset.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>A transaction was begun that was not ended.</summary>
    public bool IsInTransaction { get; set; }

    /// <summary>Nothing more can be said or heard.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether others can use it as it is.</summary>
    public bool IsReady => !IsBroken && !HasFailed && !IsInTransaction && Owed == 0;

    /// <summary>Whether some of what was sent has not left this computer yet.</summary>
    public bool IsSending => _writing is { IsCompletedSuccessfully: false };

    /// <summary>Where requests are put before they are sent.</summary>
    public PackStreamWriter Output { get; private set; } = new();

    /// <summary>The last answer.</summary>
    public BoltSummary Summary { get; } = new();

    /// <summary>The server's promise of a sign of life.</summary>
    public void SetReceiveTimeout(TimeSpan timeout) => _receiveTimeout = timeout;

    /// <summary>Sends what was put into <see cref="Output"/>.</summary>
    /// <remarks>
    /// Does not wait until a large request has gone out: a server that answers meanwhile would wait for us, and we for it.
    /// </remarks>
    /// <param name="requests">How many requests it holds.</param>
    /// <param name="ct">Ends the wait for what was sent before.</param>
    public async ValueTask SendAsync(int requests, CancellationToken ct)
    {
        try
        {
            if (_writing is not null)
            {
                await _writing.WaitAsync(_receiveTimeout, _time, ct);
                _writing = null;
            }

            IsUnanswered = Owed == 0;
            Owed += requests;
            var writing = _stream.WriteAsync(Output.Written, CancellationToken.None);
            if (writing.IsCompletedSuccessfully)
            {
                Output.Clear();
            }
            else
            {
                // What is being sent must stay as it is.
                _writing = writing.AsTask();
                Output = new PackStreamWriter();
            }
        }
        catch (Exception failure) when (IsOfTheWire(failure))
        {
            throw Broken(failure);
        }
    }

    /// <summary>Reads the next answer to its end; <see cref="Summary"/> then holds it.</summary>
    /// <param name="onRow">What is called for each of its rows; null where the answer has none.</param>
    /// <param name="ct">Ends the wait. The connection can be reset afterwards.</param>
    public async ValueTask<BoltOutcome> ReadAsync(Action<ICypherRow>? onRow, CancellationToken ct)
    {
        _isInRow = false;
        try
        {
            while (!ReadBuffered(onRow, ct))
            {
                await _input.FillAsync(_receiveTimeout, ct);
            }
        }
        catch (Exception failure) when (IsOfTheWire(failure))
        {
            throw Broken(failure);
        }
        catch (CypherException failure) when (failure.Cause == CypherFailure.Protocol)
        {
            IsBroken = true;
            throw;
        }
        catch (CypherException failure) when (!_isInRow)
        {
            // Not a row that was read as something else, but an answer that is built otherwise than all are.
            IsBroken = true;
            throw PackStreamReader.Garbage(failure.Message);
        }

        Owed--;
        IsUnanswered = false;
        HasFailed |= Summary.Outcome == BoltOutcome.Failure;
        return Summary.Outcome;
    }

    /// <summary>Stops whatever the server does for this connection and makes it as new, or breaks it.</summary>
    public async Task ResetAsync(TimeSpan timeout)
    {
        using var patience = new CancellationTokenSource(timeout, _time);
        try
        {
            // What is half sent would only be ended by the server's reading all of it.
            if (IsBroken || IsSending)
            {
                IsBroken = true;
                return;
            }

            Output.Clear();
            Output.WriteBare(BoltMessage.Reset);
            await SendAsync(1, patience.Token);
            while (Owed > 0)
            {
                await ReadAsync(PassOver, patience.Token);
            }

            IsBroken = Summary.Outcome != BoltOutcome.Success;
            HasFailed = false;
            IsInTransaction = false;
        }
        catch (Exception failure) when (failure is CypherException or OperationCanceledException)
        {
            IsBroken = true;
        }
    }

    /// <summary>Whether the other end has not closed it while it was idle. Asks the operating system, not the server.</summary>
    public bool IsOpen()
    {
        try
        {
            // Readable without anything to read means closed; a server that says something unasked is not to be trusted.
            return !IsBroken && !_socket.Poll(TimeSpan.Zero, SelectMode.SelectRead);
        }
        catch (Exception failure) when (IsOfTheWire(failure))
        {
            return false;
        }
    }

    public void Dispose()
    {
        IsBroken = true;
        _stream.Dispose();
        _socket.Dispose();
    }

    /// <summary>For rows that nobody asked for.</summary>
    internal static void PassOver(ICypherRow row)
    {
    }

    /// <summary>Whether an exception is one of sockets, streams and their time-outs.</summary>
    internal static bool IsOfTheWire(Exception failure) =>
        failure is IOException or SocketException or TimeoutException or ObjectDisposedException;

    // Called for every message: the rows of a large answer pass here without a wait while they are in the buffer.
    private bool ReadBuffered(Action<ICypherRow>? onRow, CancellationToken ct)
    {
        while (_input.TryRead(_reader))
        {
            var (tag, fields) = _reader.ReadStructure();
            if (tag != BoltMessage.Row)
            {
                Summary.Read(tag, _reader);
                return true;
            }

            ct.ThrowIfCancellationRequested();
            if (fields != 1 || onRow is null)
            {
                throw PackStreamReader.Garbage("A row came where none is, or has more than its values.");
            }

            _reader.ReadListCount();
            _isInRow = true;
            onRow(_reader);
            _isInRow = false;
        }

        ct.ThrowIfCancellationRequested();
        return false;
    }

    private CypherException Broken(Exception failure)
    {
        IsBroken = true;
        return BoltFailures.Unreachable(
            failure is TimeoutException
                ? $"{Host} was silent for {_receiveTimeout.TotalSeconds:0.###} seconds while it owed an answer."
                : $"The connection to {Host} broke: {failure.Message}",
            failure);
    }
}
