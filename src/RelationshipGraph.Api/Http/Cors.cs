using RelationshipGraph.Hosting.Settings;

namespace RelationshipGraph.Api.Http;

/// <summary>Which web pages of other origins may call the API: those of the settings. Tokens travel in a header, never in a
/// cookie,
/// so no credentials are allowed.</summary>
internal static class Cors
{
    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(10);

    public static void AddCorsOf(this WebApplicationBuilder builder, ProductSettings settings) =>
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy =>
        {
            if (settings.CorsOrigins.Count > 0)
            {
                policy.WithOrigins([.. settings.CorsOrigins])
                    .WithMethods(HttpMethods.Get, HttpMethods.Post)
                    .WithHeaders("Authorization", "Content-Type", "Accept", "Accept-Language")
                    .WithExposedHeaders("WWW-Authenticate")
                    .SetPreflightMaxAge(RememberedFor);
            }
        }));
}
