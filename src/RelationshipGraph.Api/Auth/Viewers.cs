using System.Security.Claims;
using RelationshipGraph.Hosting.Tokens;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Auth;

/// <summary>Makes the viewer of a checked token.</summary>
internal sealed class Viewers(SessionDoor door)
{
    /// <summary>
    /// The viewer: the employee that the token names; else the one with the e-mail address that the issuer vouches for; else
    /// nobody, with the token's roles.
    /// </summary>
    public async ValueTask<Viewer> OfAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (TokenReading.TryEmployeeOf(user, out var employee) && employee.IsNone
            && TokenReading.VerifiedEmailOf(user) is { } email)
        {
            employee = await door.EmployeeOfAsync(email, ct);
        }

        var actor = employee.IsNone ? user.FindFirst(TokenClaims.Subject)?.Value : employee.ToString();
        return new Viewer(employee, TokenReading.RolesOf(user), actor ?? "unknown");
    }
}
