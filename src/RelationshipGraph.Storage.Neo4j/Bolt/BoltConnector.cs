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
            connection.Version = await BoltHandshake.AgreeAsync(stream, connection.Output, either.Token);
            await LoginAsync(connection, either.Token);
            isOpen = true;
            return connection;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw BoltFailures.Unreachable(
                $"{host} did not let us in within {options.ConnectionTimeout.TotalSeconds:0.###} seconds.");
        }
        catch (AuthenticationException failure)
        {
            throw new CypherException(
                CypherFailure.Tls, "", $"No encrypted connection to {host} could be made: {failure.Message}", failure);
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

    private async Task<Stream> EncryptAsync(NetworkStream plain, BoltHost host, CancellationToken ct)
    {
        if (address.Encryption == BoltEncryption.None)
        {
            return plain;
        }

        var stream = new SslStream(plain);
        try
        {
            var authentication = new SslClientAuthenticationOptions { TargetHost = host.Name };
            if (address.Encryption == BoltEncryption.AnyCertificate)
            {
                // Asked for by the scheme: +ssc.
                authentication.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
            }

            await stream.AuthenticateAsClientAsync(authentication, ct);
            return stream;
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
