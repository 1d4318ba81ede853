using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Makes connections: the network, encryption, the protocol, the sign-in.</summary>
internal sealed class BoltDial(BoltAddress address, BoltCredentials credentials, BoltOptions options, TimeProvider time)
{
    public async Task<BoltConnection> OpenAsync(BoltHost host, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.ConnectTime, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        Stream? stream = null;
        try
        {
            stream = await ReachAsync(host, both.Token);
            if (address.Security != BoltSecurity.Plain)
            {
                stream = await EncryptAsync(stream, host, both.Token);
            }

            return await BoltConnection.OpenAsync(
                stream, host, credentials, address.IsRouted, options, time.GetTimestamp(), both.Token);
        }
        catch (Exception failure)
        {
            if (stream is not null)
            {
                await stream.DisposeAsync();
            }

            ct.ThrowIfCancellationRequested();
            if (failure is OperationCanceledException or SocketException or IOException)
            {
                throw new CypherException(CypherFailure.Unreachable, string.Empty, "No server answers there.", failure)
                {
                    IsTransient = true,
                };
            }

            throw;
        }
    }

    private static async Task<Stream> ReachAsync(BoltHost host, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            await socket.ConnectAsync(host.Name, host.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<Stream> EncryptAsync(Stream stream, BoltHost host, CancellationToken ct)
    {
        var encrypted = new SslStream(stream, leaveInnerStreamOpen: false);
        try
        {
            await encrypted.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = host.Name,
                    RemoteCertificateValidationCallback = (_, _, _, errors) =>
                        address.Security == BoltSecurity.AnyCertificate || errors == SslPolicyErrors.None,
                },
                ct);
            return encrypted;
        }
        catch (Exception failure)
        {
            await encrypted.DisposeAsync();
            if (failure is AuthenticationException or IOException)
            {
                throw new CypherException(
                    CypherFailure.Tls, string.Empty, "The server does not speak TLS, or its certificate is not trusted.", failure);
            }

            throw;
        }
    }
}
