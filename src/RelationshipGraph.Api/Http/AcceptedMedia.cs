using Microsoft.Net.Http.Headers;

namespace RelationshipGraph.Api.Http;

/// <summary>The forms in which the GraphQL endpoint answers, and which of them a caller wants.</summary>
internal static class AcceptedMedia
{
    /// <summary>The specification's own type: the status tells how the request fared.</summary>
    public const string Response = "application/graphql-response+json";

    /// <summary>The older type: a well-formed request is always answered 200.</summary>
    public const string Json = "application/json";

    /// <summary>The query page.</summary>
    public const string Html = "text/html";

    /// <summary>What the caller likes best; null where none is acceptable. Without a wish, <see cref="Json"/>.</summary>
    /// <param name="request">Its Accept header is read.</param>
    /// <param name="offered">What there is.</param>
    public static string? Choose(HttpRequest request, params ReadOnlySpan<string> offered)
    {
        if (request.Headers.Accept.All(string.IsNullOrWhiteSpace))
        {
            return Json;
        }

        if (!MediaTypeHeaderValue.TryParseList([.. request.Headers.Accept.OfType<string>()], out var ranges))
        {
            return null;
        }

        string? best = null;
        var bestQuality = 0.0;
        var bestPlace = int.MaxValue;
        foreach (var media in offered)
        {
            var (quality, place) = QualityOf(media, ranges);
            if (quality > bestQuality || (quality == bestQuality && quality > 0 && place < bestPlace))
            {
                (best, bestQuality, bestPlace) = (media, quality, place);
            }
        }

        return best;
    }

    /// <summary>How welcome the media type is, by the range that names it most exactly, and where that range stands.</summary>
    private static (double Quality, int Place) QualityOf(string media, IList<MediaTypeHeaderValue> ranges)
    {
        var (quality, place, exactness) = (0.0, int.MaxValue, -1);
        for (var i = 0; i < ranges.Count; i++)
        {
            var exact = ExactnessOf(ranges[i], media);
            if (exact > exactness)
            {
                // A range without a name stands behind every name; among ours the order of the offer then decides.
                (quality, place, exactness) = (ranges[i].Quality ?? 1, exact == 2 ? i : int.MaxValue - 1, exact);
            }
        }

        return (quality, place);
    }

    private static int ExactnessOf(MediaTypeHeaderValue range, string media)
    {
        if (range.Charset.HasValue && !range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return -1;
        }

        // The framework's own matching takes application/json for every +json type; the names are compared as they are.
        if (range.MediaType.Equals(media, StringComparison.OrdinalIgnoreCase))
        {
            return 2;
        }

        if (range.MatchesAllTypes)
        {
            return 0;
        }

        return range.MatchesAllSubTypes
            && media.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase) ? 1 : -1;
    }
}
