using RelationshipGraph.Hosting.Tokens;

namespace RelationshipGraph.Hosting.Settings;

/// <summary>How tokens are checked.</summary>
/// <param name="Audience">Whom a token must be made for.</param>
/// <param name="ClockSkew">How far the clock of the issuer may be from ours.</param>
public abstract record AuthSettings(string Audience, TimeSpan ClockSkew)
{
    /// <summary>Issuer and audience of tokens that are signed with a key of our own, unless set otherwise.</summary>
    public const string OwnName = "relationshipgraph";

    /// <summary>Tokens are signed with a key that this product and its operator share.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Issuer">Who signs.</param>
    public sealed record SharedKey(SigningKey Key, string Issuer, string Audience, TimeSpan ClockSkew)
        : AuthSettings(Audience, ClockSkew);

    /// <summary>Tokens are signed by an OpenID Connect provider.</summary>
    /// <param name="Address">Where its discovery document lies.</param>
    /// <param name="Issuer">Who signs; null: whom the discovery document names.</param>
    public sealed record Authority(Uri Address, string? Issuer, string Audience, TimeSpan ClockSkew)
        : AuthSettings(Audience, ClockSkew);
}
