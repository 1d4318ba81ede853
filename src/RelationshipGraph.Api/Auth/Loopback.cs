using System.Net;

namespace RelationshipGraph.Api.Auth;

/// <summary>Whether a request was made on this very machine, by somebody who meant this server.</summary>
internal static class Loopback
{
    /// <summary>
    /// The peer is this machine; the host was asked for as this machine, so that a foreign name that was made to point here does
    /// not count; nobody has passed the request on; and no page of another site has sent it.
    /// </summary>
    public static bool Is(HttpContext context)
    {
        var request = context.Request;
        return context.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer)
            && IsOwnHost(request.Host.Host)
            && !request.Headers.ContainsKey("Forwarded")
            && !request.Headers.ContainsKey("X-Forwarded-For")
            && !request.Headers.ContainsKey("X-Forwarded-Host")
            && IsOwnPage(request);
    }

    private static bool IsOwnHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOwnPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
