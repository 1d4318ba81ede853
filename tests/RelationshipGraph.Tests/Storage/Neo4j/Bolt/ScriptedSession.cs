using System.Net.Sockets;
using System.Threading.Channels;
using RelationshipGraph.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>One connection of a <see cref="ScriptedBoltServer"/>.</summary>
internal sealed class ScriptedSession(ScriptedBoltServer server, int number, Socket socket)
{
    private readonly Channel<ScriptedRequest> _requests = Channel.CreateUnbounded<ScriptedRequest>();
    private readonly PackStreamWriter _writer = new();
    private CancellationTokenSource _work = new();
    private int _resets;
    private bool _isLoggedOn;
    private bool _hasFailed;
    private bool _isInTransaction;
    private SyntheticRows? _rows;
    private List<object?[]> _values = [];
    private long _given;
    private long _count;
    private bool _hasResult;

    /// <summary>From 1, in the order of the connections.</summary>
    public int Number { get; } = number;

    public Stream Stream { get; set; } = new NetworkStream(socket, ownsSocket: true);

    /// <summary>Ends when a RESET comes in or the client goes, as the work of a real server does.</summary>
    public CancellationToken Interrupted => _work.Token;

    public Task Ended { get; private set; } = Task.CompletedTask;

    public void Start(Task serving) => Ended = serving;

    /// <summary>Closes the connection, and ends what is done for it.</summary>
    public void Close()
    {
        Stream.Dispose();
        _work.Cancel();
    }

    public async Task ServeAsync(CancellationToken ct)
    {
        var receiving = ReceiveAsync(ct);
        try
        {
            await foreach (var request in _requests.Reader.ReadAllAsync(ct))
            {
                if (request.Tag == BoltMessage.Goodbye)
                {
                    return;
                }

                await AnswerAsync(request, ct);
            }
        }
        finally
        {
            Close();
            await receiving;
        }
    }

    /// <summary>Answers a request with success.</summary>
    public Task SuccessAsync(params (string Key, object? Value)[] metadata)
    {
        Write(BoltMessage.Success, metadata.ToDictionary(each => each.Key, each => each.Value));
        return FlushAsync();
    }

    /// <summary>Answers a request with a failure; all further ones are ignored until a reset.</summary>
    public Task FailAsync(string code, string text = "The server's text.")
    {
        _hasFailed = true;
        _isInTransaction = false;
        var key = server.Version >= new BoltVersion(5, 7) ? "neo4j_code" : "code";
        Write(BoltMessage.Failure, new Dictionary<string, object?>
        {
            [key] = code,
            ["message"] = text,
            ["gql_status"] = "50N42",
            ["diagnostic_record"] = new Dictionary<string, object?> { ["CURRENT_SCHEMA"] = "/" },
        });
        return FlushAsync();
    }

    public Task RowAsync(params object?[] values)
    {
        Write(BoltMessage.Row, values);
        return FlushAsync();
    }

    public async Task RawAsync(params byte[] bytes) => await Stream.WriteAsync(bytes);

    /// <summary>Gives these rows to the next PULLs; answers the RUN.</summary>
    public Task ResultAsync(string[] columns, params object?[][] rows)
    {
        (_rows, _values, _given, _count, _hasResult) = (null, [.. rows], 0, rows.Length, true);
        return SuccessAsync(("fields", columns), ("t_first", 0L));
    }

    private async Task ReceiveAsync(CancellationToken ct)
    {
        var input = new BoltInput(Stream, TimeProvider.System);
        var reader = new PackStreamReader();
        try
        {
            while (true)
            {
                while (input.TryRead(reader))
                {
                    var (tag, count) = reader.ReadStructure();
                    var fields = new List<object?>();
                    for (; count > 0; count--)
                    {
                        fields.Add(PackStreamObjects.Read(reader));
                    }

                    var request = new ScriptedRequest(tag, fields);
                    server.Record(request);
                    if (tag == BoltMessage.Reset)
                    {
                        Interlocked.Increment(ref _resets);
                        await _work.CancelAsync();
                    }

                    _requests.Writer.TryWrite(request);
                }

                await input.FillAsync(Timeout.InfiniteTimeSpan, ct);
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException
            or OperationCanceledException)
        {
            _requests.Writer.TryComplete();
            Close();
        }
    }

    private async Task AnswerAsync(ScriptedRequest request, CancellationToken ct)
    {
        if (request.Tag != BoltMessage.Reset && (_hasFailed || Volatile.Read(ref _resets) > 0))
        {
            _writer.BeginMessage(BoltMessage.Ignored, 0);
            _writer.EndMessage();
            await FlushAsync();
            return;
        }

        if (WhyNot(request) is { } why)
        {
            server.Violations.Enqueue(why);
            await FailAsync("Neo.ClientError.Request.Invalid", why);
            Close();
            return;
        }

        var work = Interrupted;
        try
        {
            if (!await server.Script(this, request))
            {
                await AnswerUsuallyAsync(request, ct);
            }
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            await FailAsync("Neo.ClientError.Transaction.Terminated");
        }

        Follow(request);
    }

    private async Task AnswerUsuallyAsync(ScriptedRequest request, CancellationToken ct)
    {
        switch (request.Tag)
        {
            case BoltMessage.Hello:
                await SuccessAsync(
                    ("server", $"Neo4j/{(server.Version.Major == 4 ? "4.4.0" : "5.26.0")}"),
                    ("connection_id", $"bolt-{Number}"),
                    ("patch_bolt", server.Version.Major == 4 ? new[] { "utc" } : []),
                    ("hints", server.Hints));
                break;
            case BoltMessage.Reset:
                if (Interlocked.Decrement(ref _resets) == 0)
                {
                    _work = new CancellationTokenSource();
                }

                await SuccessAsync();
                break;
            case BoltMessage.Run:
                await RunAsync(request);
                break;
            case BoltMessage.Pull:
                await PullAsync((long)request.Extra["n"]!, ct);
                break;
            case BoltMessage.Commit:
                await SuccessAsync(("bookmark", server.NextBookmark()));
                break;
            case BoltMessage.Route:
                await RouteAsync();
                break;
            default:
                await SuccessAsync();
                break;
        }
    }

    private async Task RunAsync(ScriptedRequest request)
    {
        if (request.Text == "ECHO")
        {
            await ResultAsync(["x"], [request.Parameters["x"]]);
            return;
        }

        var words = request.Text.Split(' ');
        if (words is not ["ROWS", var kind, var count])
        {
            await ResultAsync([]);
            return;
        }

        var rows = kind == "integers" ? SyntheticRows.OneInteger : SyntheticRows.FourColumns;
        await ResultAsync(rows.Columns);
        (_rows, _count) = (rows, long.Parse(count));
    }

    private async Task PullAsync(long n, CancellationToken ct)
    {
        var rows = n < 0 ? _count - _given : Math.Min(n, _count - _given);
        if (_rows is not null)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, Interrupted);
            await _rows.SendAsync(Stream, _given, rows, either.Token);
        }
        else
        {
            foreach (var row in _values.GetRange((int)_given, (int)rows))
            {
                Write(BoltMessage.Row, row);
            }
        }

        _given += rows;
        _hasResult = _given < _count;
        await (_hasResult
            ? SuccessAsync(("has_more", true))
            : _isInTransaction
                ? SuccessAsync(("type", "r"), ("db", "neo4j"))
                : SuccessAsync(("type", "r"), ("db", "neo4j"), ("bookmark", server.NextBookmark())));
    }

    private Task RouteAsync()
    {
        if (server.Routes is null)
        {
            return FailAsync("Neo.ClientError.Procedure.ProcedureNotFound");
        }

        var servers = server.Routes().Select(each => (object?)new Dictionary<string, object?>
        {
            ["role"] = each.Role,
            ["addresses"] = each.Addresses,
        }).ToList();
        return SuccessAsync(("rt", new Dictionary<string, object?>
        {
            ["ttl"] = server.TableLifetimeSeconds,
            ["db"] = "neo4j",
            ["servers"] = servers,
        }));
    }

    // What no real server allows: it closes the connection.
    private string? WhyNot(ScriptedRequest request) => request.Tag switch
    {
        BoltMessage.Hello => null,
        BoltMessage.Logon when server.Version.HasLogon && !_isLoggedOn => null,
        _ when !_isLoggedOn => $"{request} before the login.",
        BoltMessage.Logoff or BoltMessage.Reset => null,
        BoltMessage.Route when !_isInTransaction => null,
        BoltMessage.Run when _isInTransaction || !_hasResult => null,
        BoltMessage.Pull or BoltMessage.Discard when _hasResult => null,
        BoltMessage.Begin when !_isInTransaction && !_hasResult => null,
        BoltMessage.Commit or BoltMessage.Rollback when _isInTransaction => null,
        _ => $"{request} is not allowed here.",
    };

    private void Follow(ScriptedRequest request)
    {
        switch (request.Tag)
        {
            case BoltMessage.Hello:
                _isLoggedOn = !server.Version.HasLogon;
                break;
            case BoltMessage.Logon or BoltMessage.Logoff:
                _isLoggedOn = request.Tag == BoltMessage.Logon;
                break;
            case BoltMessage.Begin:
                _isInTransaction = !_hasFailed;
                break;
            case BoltMessage.Run:
                _hasResult = !_hasFailed;
                break;
            case BoltMessage.Commit or BoltMessage.Rollback:
                (_isInTransaction, _hasResult) = (false, false);
                break;
            case BoltMessage.Reset:
                (_hasFailed, _isInTransaction, _hasResult) = (false, false, false);
                break;
        }
    }

    private void Write(byte tag, object field)
    {
        _writer.BeginMessage(tag, 1);
        PackStreamObjects.Write(_writer, field);
        _writer.EndMessage();
    }

    private async Task FlushAsync()
    {
        await Stream.WriteAsync(_writer.Written);
        _writer.Clear();
    }
}
