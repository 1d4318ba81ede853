using System.Security.Claims;
using RelationshipGraph.Hosting.Tokens;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Auth;

/// <summary>What a checked token says in our terms.</summary>
internal static class TokenReading
{
    /// <summary>The roles of ours that the token names; names of others are passed over.</summary>
    public static Roles RolesOf(ClaimsPrincipal user) =>
        user.FindAll(TokenClaims.Roles).Aggregate(Roles.None, (roles, claim) => roles | RoleNames.Parse(claim.Value));

    /// <summary>The employee that the token names; none where it names none.</summary>
    /// <returns>False where it names something that is no employee's id.</returns>
    public static bool TryEmployeeOf(ClaimsPrincipal user, out RecordId employee)
    {
        employee = default;
        var claims = user.FindAll(TokenClaims.Employee).Take(2).ToArray();
        return claims.Length == 0
            || (claims.Length == 1 && RecordId.TryParse(claims[0].Value, out employee) && employee.Kind == RecordKind.Employee);
    }

    /// <summary>The user's one e-mail address, if the issuer vouches for it.</summary>
    public static string? VerifiedEmailOf(ClaimsPrincipal user)
    {
        var emails = user.FindAll(TokenClaims.Email).Take(2).ToArray();
        var verified = user.FindAll(TokenClaims.EmailVerified).Take(2).ToArray();
        return emails.Length == 1 && verified.Length == 1
            && verified[0].Value.Equals("true", StringComparison.OrdinalIgnoreCase) && emails[0].Value.Length > 0
                ? emails[0].Value
                : null;
    }
}
