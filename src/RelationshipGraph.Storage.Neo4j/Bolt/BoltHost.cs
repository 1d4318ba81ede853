using System.Globalization;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>A place that is connected to.</summary>
/// <param name="Name">A name, or an IP address without brackets.</param>
/// <param name="Port">Its port.</param>
internal sealed record BoltHost(string Name, int Port)
{
    public const int DefaultPort = 7687;

    /// <summary>Reads <c>name</c>, <c>name:port</c>, <c>10.0.0.1:port</c>, <c>[::1]:port</c>.</summary>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out BoltHost? host)
    {
        host = null;
        var portAt = text.LastIndexOf(':');
        var (name, port) = (text, "");
        if (text.StartsWith('['))
        {
            var close = text.IndexOf(']', StringComparison.Ordinal);
            if (close < 0 || (close + 1 < text.Length && text[close + 1] != ':'))
            {
                return false;
            }

            (name, port) = (text[1..close], close + 1 < text.Length ? text[(close + 1)..] : "");
            if (!System.Net.IPAddress.TryParse(name, out _))
            {
                return false;
            }
        }
        else if (portAt >= 0)
        {
            (name, port) = (text[..portAt], text[portAt..]);
            if (name.Contains(':', StringComparison.Ordinal))
            {
                return false;
            }
        }

        var number = DefaultPort;
        if (port.Length > 0 && (!int.TryParse(port[1..], NumberStyles.None, CultureInfo.InvariantCulture, out number)
            || number is < 1 or > ushort.MaxValue))
        {
            return false;
        }

        if (name.Length == 0 || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '/' or '@' or '?' or '#'))
        {
            return false;
        }

        host = new BoltHost(name, number);
        return true;
    }

    public override string ToString() => Name.Contains(':', StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"[{Name}]:{Port}")
        : string.Create(CultureInfo.InvariantCulture, $"{Name}:{Port}");
}
