using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace RelationshipGraph.Tests.Api;

/// <summary>The lines a server logged, as Production writes them.</summary>
internal sealed class LogLines : ILogEventSink
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> All => [.. _lines];

    public string Text => string.Join('\n', _lines);

    public void Emit(LogEvent logEvent)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture);
        new CompactJsonFormatter().Format(logEvent, writer);
        _lines.Enqueue(writer.ToString());
    }
}
