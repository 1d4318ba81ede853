using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using RelationshipGraph.Api.Http;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Hosting.Tokens;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Auth;

/// <summary>Checks bearer tokens: signature, algorithm, issuer, audience, lifetime.</summary>
internal static class TokenChecks
{
    // A request waits for the provider's documents, seldom and never long.
    private static readonly TimeSpan ProviderPatience = TimeSpan.FromSeconds(5);

    private static readonly string[] ProviderAlgorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void AddTokens(this WebApplicationBuilder builder, ProductSettings settings)
    {
        var auth = settings.Auth ?? throw new InvalidOperationException("The server reads settings that need auth.");
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.SaveToken = false;
            options.TokenValidationParameters = ParametersOf(auth);
            options.Events = new JwtBearerEvents
            {
                OnTokenValidated = Refine,
                OnChallenge = ChallengeAsync,
                OnForbidden = ForbidAsync,
            };
            if (auth is AuthSettings.Authority provider)
            {
                options.Authority = provider.Address.AbsoluteUri;
                options.RequireHttpsMetadata = !provider.Address.IsLoopback;
                options.RefreshOnIssuerKeyNotFound = true;
                options.BackchannelTimeout = ProviderPatience;
            }
        });

        var authorization = builder.Services.AddAuthorizationBuilder();
        foreach (var (name, roles) in Policies.Passing)
        {
            authorization.AddPolicy(name, policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => (TokenReading.RolesOf(context.User) & roles) != 0));
        }

        // What nobody has thought about is closed.
        var closed = Policies.AnyRole;
        builder.Services.AddAuthorization(options => options.FallbackPolicy = options.GetPolicy(closed));
    }

    private static TokenValidationParameters ParametersOf(AuthSettings auth)
    {
        var parameters = new TokenValidationParameters
        {
            NameClaimType = TokenClaims.Subject,
            RoleClaimType = TokenClaims.Roles,
            ValidAudience = auth.Audience,
            ValidateAudience = true,
            ValidateIssuer = true,
            ValidateIssuerSigningKey = true,
            ValidateLifetime = true,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = auth.ClockSkew,
        };
        switch (auth)
        {
            case AuthSettings.SharedKey own:
                parameters.ValidIssuer = own.Issuer;
                parameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
                parameters.IssuerSigningKey = new SymmetricSecurityKey(own.Key.Bytes.ToArray());
                break;
            case AuthSettings.Authority provider:
                // Never a symmetric one: the provider's public key would pass as a secret that everybody knows.
                parameters.ValidAlgorithms = ProviderAlgorithms;
                parameters.ValidIssuer = provider.Issuer;
                break;
            default:
                throw new InvalidOperationException("A way to check tokens that nobody has written.");
        }

        return parameters;
    }

    private static Task Refine(TokenValidatedContext context)
    {
        if (context.Principal is null || !TokenReading.TryEmployeeOf(context.Principal, out _))
        {
            context.Fail("The claim employee is not the id of an employee.");
        }

        return Task.CompletedTask;
    }

    private static Task ChallengeAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.Headers.WWWAuthenticate = context.AuthenticateFailure switch
        {
            null => "Bearer",
            SecurityTokenExpiredException => Invalid("The token has expired."),
            SecurityTokenNotYetValidException => Invalid("The token is not valid yet."),
            _ => Invalid("The token is not valid here."),
        };
        return ProblemAnswer.WriteAsync(
            context.HttpContext, StatusCodes.Status401Unauthorized, Problem.Of(ProblemCode.Unauthenticated, string.Empty));
    }

    private static string Invalid(string why) => $"Bearer error=\"invalid_token\", error_description=\"{why}\"";

    private static Task ForbidAsync(ForbiddenContext context) => ProblemAnswer.WriteAsync(
        context.HttpContext, StatusCodes.Status403Forbidden, Problem.Of(ProblemCode.Forbidden, string.Empty));
}
