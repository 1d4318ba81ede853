using Serilog.Core;
using Serilog.Events;

namespace RelationshipGraph.Api.Operation;

/// <summary>Takes away what the framework adds to every line of a request: the address as it was asked, which may hold
/// anything. The trace id stays.</summary>
internal sealed class PathRemover : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        logEvent.RemovePropertyIfPresent("RequestPath");
        logEvent.RemovePropertyIfPresent("RequestId");
        logEvent.RemovePropertyIfPresent("ConnectionId");
    }
}
