namespace RelationshipGraph.Hosting.Tokens;

/// <summary>The names of what a token says, as they stand in it.</summary>
public static class TokenClaims
{
    /// <summary>Who signed in, in the issuer's own terms.</summary>
    public const string Subject = "sub";

    /// <summary>Names of roles, one or several; see <see cref="RoleNames"/>.</summary>
    public const string Roles = "roles";

    /// <summary>The id of the user's employee record.</summary>
    public const string Employee = "employee";

    /// <summary>An e-mail address; it counts only together with <see cref="EmailVerified"/>.</summary>
    public const string Email = "email";

    /// <summary>Whether the issuer has seen that the address is the user's.</summary>
    public const string EmailVerified = "email_verified";
}
