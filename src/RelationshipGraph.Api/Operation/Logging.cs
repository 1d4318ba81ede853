using System.Globalization;
using RelationshipGraph.Hosting.Settings;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace RelationshipGraph.Api.Operation;

/// <summary>Where log lines go: one JSON object a line in Production, text for the eye in Development.</summary>
internal static class Logging
{
    private const string Template = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}";

    public static void AddLog(this WebApplicationBuilder builder, ProductSettings settings) =>
        builder.Services.AddSerilog((services, log) =>
        {
            // The framework's own lines name paths and hosts for every request; ours say the same without them.
            log.MinimumLevel.Is(LevelOf(settings.Log))
                .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
                .Enrich.With<PathRemover>()
                .ReadFrom.Services(services);
            if (settings.IsDevelopment)
            {
                log.WriteTo.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture);
            }
            else
            {
                log.WriteTo.Console(new CompactJsonFormatter());
            }
        }, preserveStaticLogger: true);

    private static LogEventLevel LevelOf(LogDetail detail) => detail switch
    {
        LogDetail.Debug => LogEventLevel.Debug,
        LogDetail.Warning => LogEventLevel.Warning,
        LogDetail.Error => LogEventLevel.Error,
        _ => LogEventLevel.Information,
    };
}
