using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Tokens;

/// <summary>Makes tokens that the server accepts: for <c>relgraph token</c> and the sign-in button of a developer's
/// machine.</summary>
public sealed class TokenMaker(AuthSettings.SharedKey auth, TimeProvider time)
{
    /// <summary>The longest that a token may last.</summary>
    public static readonly TimeSpan LifetimeMax = TimeSpan.FromDays(31);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly SigningCredentials _credentials =
        new(new SymmetricSecurityKey(auth.Key.Bytes.ToArray()), SecurityAlgorithms.HmacSha256);

    /// <summary>A signed token.</summary>
    /// <param name="roles">At least one.</param>
    /// <param name="employee">Whose it is; none for a user who is no employee.</param>
    /// <param name="lifetime">From now; above zero and at most <see cref="LifetimeMax"/>.</param>
    public string Make(Roles roles, RecordId employee, TimeSpan lifetime)
    {
        if (roles == Roles.None)
        {
            throw new ArgumentOutOfRangeException(nameof(roles), "A token needs a role.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, LifetimeMax);
        if (!employee.IsNone && employee.Kind != RecordKind.Employee)
        {
            throw new ArgumentException("Not the id of an employee.", nameof(employee));
        }

        var now = time.GetUtcNow();
        var claims = new Dictionary<string, object> { [TokenClaims.Roles] = RoleNames.Of(roles).ToArray() };
        if (!employee.IsNone)
        {
            claims[TokenClaims.Employee] = employee.ToString();
        }

        claims[TokenClaims.Subject] = employee.IsNone ? $"token:{string.Join('+', RoleNames.Of(roles))}" : employee.ToString();
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = auth.Issuer,
            Audience = auth.Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Claims = claims,
            SigningCredentials = _credentials,
        });
    }
}
