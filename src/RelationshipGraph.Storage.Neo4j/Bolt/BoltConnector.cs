using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Opens connections: TCP, TLS, the handshake and the login, all within one time.</summary>
internal sealed class BoltConnector(BoltAddress address, BoltCredentials credentials, BoltOptions options, TimeProvider time)
{
    private static readonly TimeSpan KeepAliveAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan KeepAliveEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WebServerWait = TimeSpan.FromSeconds(1);

    /// <exception cref="CypherException">There is no such server, it does not speak Bolt, or it does not let us in.</exception>
    public async Task<BoltConnection> OpenAsync(BoltHost host, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(options.ConnectionTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var isOpen = false;
        try
        {
            await ConnectAsync(socket, host, either.Token);
            var stream = await EncryptAsync(new NetworkStream(socket, ownsSocket: true), host, either.Token);
            var connection = new BoltConnection(host, socket, stream, options.ReceiveTimeout, time);
            connection.Version = await AgreeAsync(stream, connection.Output, either.Token, ct);
            await LoginAsync(connection, either.Token);
            isOpen = true;
            return connection;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw BoltFailures.Unreachable(
                $"{host} did not let us in within {options.ConnectionTimeout.TotalSeconds:0.###} seconds.");
        }
        catch (Exception failure) when (BoltConnection.IsOfTheWire(failure))
        {
            throw BoltFailures.Unreachable($"No connection to {host} could be made: {failure.Message}", failure);
        }
        finally
        {
            if (!isOpen)
            {
                socket.Dispose();
            }
        }
    }

    private static async Task ConnectAsync(Socket socket, BoltHost host, CancellationToken ct)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)KeepAliveAfter.TotalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, (int)KeepAliveEvery.TotalSeconds);
        await socket.ConnectAsync(host.Name, host.Port, ct);
    }

    // A web server may wait for the end of a line, which no offer of versions has, and answers when it comes.
    private async Task<BoltVersion> AgreeAsync(
        Stream stream, PackStreamWriter reply, CancellationToken either, CancellationToken ct)
    {
        try
        {
            return await BoltHandshake.AgreeAsync(stream, reply, either);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested && stream is NetworkStream)
        {
            using var patience = new CancellationTokenSource(WebServerWait, time);
            using var last = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
            await BoltHandshake.RefuseWebServerAsync(stream, last.Token);
            throw;
        }
    }

    private async Task<Stream> EncryptAsync(NetworkStream plain, BoltHost host, CancellationToken ct)
    {
        if (address.Encryption == BoltEncryption.None)
        {
            return plain;
        }

        var stream = new SslStream(plain);
        var wrong = SslPolicyErrors.None;
        try
        {
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = host.Name,
                    RemoteCertificateValidationCallback = (_, certificate, _, errors) => (wrong = errors) == SslPolicyErrors.None
                        // Asked for by the scheme: +ssc.
                        || (address.Encryption == BoltEncryption.AnyCertificate && certificate is not null),
                },
                ct);
            return stream;
        }
        catch (AuthenticationException failure) when (wrong != SslPolicyErrors.None)
        {
            throw new CypherException(
                wrong == SslPolicyErrors.RemoteCertificateNameMismatch ? CypherFailure.OtherHost : CypherFailure.Untrusted,
                "",
                $"The certificate of {host} is refused: {wrong}.",
                failure);
        }
        catch (AuthenticationException failure)
        {
            throw new CypherException(
                CypherFailure.Tls, "", $"No encrypted connection to {host} could be made: {failure.Message}", failure);
        }
        catch (IOException failure)
        {
            throw new CypherException(
                CypherFailure.Tls, "", $"{host} does not speak TLS: {failure.Message}", failure)
            {
                IsTransient = true,
            };
        }
    }

    private async Task LoginAsync(BoltConnection connection, CancellationToken ct)
    {
        var output = connection.Output;
        output.WriteHello(connection.Version, options.UserAgent, credentials, address.IsRouted ? connection.Host : null);
        if (connection.Version.HasLogon)
        {
            output.WriteLogon(credentials);
        }

        await connection.SendAsync(connection.Version.HasLogon ? 2 : 1, ct);
        while (connection.Owed > 0)
        {
            if (await connection.ReadAsync(null, ct) != BoltOutcome.Success)
            {
                throw BoltFailures.Of(connection.Summary.Code, connection.Summary.Text);
            }

            var summary = connection.Summary;
            connection.Agent = summary.Agent ?? connection.Agent;
            if (summary.ReceiveTimeout is { } timeout)
            {
                connection.SetReceiveTimeout(timeout);
            }

            if (summary.AreCredentialsExpired)
            {
                throw new CypherException(
                    CypherFailure.Forbidden,
                    "Neo.ClientError.Security.CredentialsExpired",
                    "The password must be changed first.");
            }
        }
    }
}
