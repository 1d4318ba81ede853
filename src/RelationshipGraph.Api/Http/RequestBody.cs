using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace RelationshipGraph.Api.Http;

/// <summary>Reads a body that may not be larger than it may, whatever its header says.</summary>
internal static class RequestBody
{
    /// <summary>The bytes; null as soon as there are more than allowed.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContext context, int bytesMax, CancellationToken ct)
    {
        if (context.Request.ContentLength > bytesMax)
        {
            return null;
        }

        // We count for ourselves and say so with our own code; the server's limit would cut in before.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } serverLimit)
        {
            serverLimit.MaxRequestBodySize = null;
        }

        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            if (read.Buffer.Length > bytesMax)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
