using System.Security.Claims;
using RelationshipGraph.Hosting.Tokens;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Auth;

/// <summary>Makes the viewer of a checked token.</summary>
internal static class Viewers
{
    /// <summary>The viewer: the employee that the token names; else none.</summary>
    public static ValueTask<Viewer> OfAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _ = TokenReading.TryEmployeeOf(user, out var employee);
        var actor = employee.IsNone ? user.FindFirst(TokenClaims.Subject)?.Value : employee.ToString();
        return ValueTask.FromResult(new Viewer(employee, TokenReading.RolesOf(user), actor ?? "unknown"));
    }
}
