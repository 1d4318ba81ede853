using RelationshipGraph.Hosting.Stores;
using RelationshipGraph.Hosting.Tokens;

namespace RelationshipGraph.Hosting.Settings;

/// <summary>Reads the settings below <c>Auth</c>.</summary>
internal static class AuthReader
{
    private const int ClockSkewSecondsDefault = 30;
    private const int ClockSkewSecondsMax = 300;

    /// <summary>How tokens are checked; null where nothing is set and nothing is needed, or where it was refused.</summary>
    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="developmentFolder">Where a key may be made; null in Production.</param>
    /// <param name="isNeeded">Whether it may be missing.</param>
    public static AuthSettings? Read(SettingsReader reader, string? developmentFolder, bool isNeeded)
    {
        var authority = reader.Text("Auth:Authority");
        var key = reader.Text("Auth:SigningKey");
        var issuer = reader.Text("Auth:Issuer");
        var audience = reader.Text("Auth:Audience");
        var skew = TimeSpan.FromSeconds(
            reader.Number("Auth:ClockSkewSeconds", ClockSkewSecondsDefault, 0, ClockSkewSecondsMax));

        switch (authority, key)
        {
            case (not null, not null):
                reader.Refuse("Auth:SigningKey", "and Auth:Authority exclude each other. Remove one of them.");
                return null;
            case (not null, null):
                return Provider(reader, authority, issuer, audience, skew);
            case (null, not null):
                return Shared(reader, key, issuer, audience, skew);
            default:
                return Unset(reader, issuer, audience, skew, developmentFolder, isNeeded);
        }
    }

    private static AuthSettings.Authority? Provider(
        SettingsReader reader, string authority, string? issuer, string? audience, TimeSpan skew)
    {
        if (audience is null)
        {
            reader.Refuse("Auth:Audience", "is missing. Name the audience that the provider puts into tokens for this API.");
        }

        // Whoever can change the discovery document on its way can sign tokens: plain http only within the machine.
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            reader.Refuse("Auth:Authority", "must be the https address of an OpenID Connect provider.");
            return null;
        }

        return audience is null ? null : new AuthSettings.Authority(address, issuer, audience, skew);
    }

    private static AuthSettings.SharedKey? Shared(
        SettingsReader reader, string key, string? issuer, string? audience, TimeSpan skew)
    {
        if (!SigningKey.TryCreate(key, out var signing))
        {
            reader.Refuse("Auth:SigningKey",
                $"must be a secret of at least {SigningKey.BytesMin} bytes that is not a repetition of a few letters. "
                + "Make one with: openssl rand -base64 48");
            return null;
        }

        return SharedWith(signing, issuer, audience, skew);
    }

    private static AuthSettings.SharedKey? Unset(
        SettingsReader reader, string? issuer, string? audience, TimeSpan skew, string? developmentFolder, bool isNeeded)
    {
        if (developmentFolder is not null)
        {
            return isNeeded ? SharedWith(DevelopmentFolder.KeyIn(developmentFolder), issuer, audience, skew) : null;
        }

        if (isNeeded)
        {
            reader.Refuse("Auth:Authority",
                "is missing. Name an OpenID Connect provider (with AUTH__AUDIENCE), or set AUTH__SIGNINGKEY instead.");
        }

        return null;
    }

    private static AuthSettings.SharedKey SharedWith(SigningKey key, string? issuer, string? audience, TimeSpan skew) =>
        new(key, issuer ?? AuthSettings.OwnName, audience ?? AuthSettings.OwnName, skew);
}
