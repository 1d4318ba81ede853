using System.Net.Sockets;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;
using RelationshipGraph.Tests.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Tests.Storage.Neo4j.Plans;

/// <summary>Asks the disposable server how it runs a statement. The store's own client passes over plans.</summary>
internal sealed class PlanReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly NetworkStream _stream;
    private readonly BoltInput _input;
    private readonly PackStreamReader _reader = new();
    private readonly PackStreamWriter _output = new();

    private PlanReader(NetworkStream stream) => (_stream, _input) = (stream, new BoltInput(stream, TimeProvider.System));

    public static async Task<PlanReader> ConnectAsync()
    {
        var host = BoltAddress.Parse(Neo4jServer.Address).Hosts[0];
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(host.Name, host.Port);
        var reader = new PlanReader(new NetworkStream(socket, ownsSocket: true));
        var credentials = BoltCredentials.Basic(Neo4jServer.User, Neo4jServer.Password);
        var version = await BoltHandshake.AgreeAsync(reader._stream, reader._output, Some.NoToken);
        reader._output.WriteHello(version, "plans", credentials, routed: null);
        reader._output.WriteLogon(credentials);
        await reader.SendAsync();
        await reader.AnswerAsync();
        await reader.AnswerAsync();
        return reader;
    }

    /// <summary>Runs a statement and says how it was run.</summary>
    public async Task<PlanOperator> ProfileAsync(CypherStep step)
    {
        var work = new BoltWork(CypherAccess.Write, null, [], Patience);
        _output.WriteRun(step with { Text = $"PROFILE {step.Text}" }, work);
        _output.WritePull(-1);
        await SendAsync();
        await AnswerAsync();
        return PlanOperator.Of((Dictionary<string, object?>)(await AnswerAsync())["profile"]!);
    }

    public void Dispose() => _stream.Dispose();

    private async Task SendAsync()
    {
        await _stream.WriteAsync(_output.Written);
        _output.Clear();
    }

    /// <summary>Passes over the rows of an answer and reads what is said at its end.</summary>
    private async Task<Dictionary<string, object?>> AnswerAsync()
    {
        while (true)
        {
            while (!_input.TryRead(_reader))
            {
                await _input.FillAsync(Patience, Some.NoToken);
            }

            var (tag, _) = _reader.ReadStructure();
            if (tag != BoltMessage.Row)
            {
                var said = (Dictionary<string, object?>)PackStreamObjects.Read(_reader)!;
                return tag == BoltMessage.Success
                    ? said
                    : throw new InvalidOperationException(string.Join(", ", said.Select(pair => $"{pair.Key}: {pair.Value}")));
            }
        }
    }
}
