namespace RelationshipGraph.Api.Operation;

/// <summary>Every line that this project logs. None holds a name, a parameter, a variable or a token.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "RelationshipGraph is ready: open {Address}/graphql in a browser.")]
    public static partial void Ready(ILogger logger, string address);

    [LoggerMessage(2, LogLevel.Information, "{Method} {Route} answered {Status} in {Milliseconds:0.0} ms")]
    public static partial void Answered(ILogger logger, string method, string route, int status, double milliseconds);

    [LoggerMessage(3, LogLevel.Error, "Unexpected {Failure} in {Place}, trace {TraceId}: {Stack}")]
    public static partial void Unexpected(ILogger logger, string failure, string place, string traceId, string stack);

    [LoggerMessage(4, LogLevel.Warning, "{Code} in {Place}, trace {TraceId}: {Reason}")]
    public static partial void Failed(ILogger logger, string code, string place, string traceId, string reason);
}
