using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Auth;

/// <summary>Names of what a signed-in user must be allowed. An administrator passes each.</summary>
internal static class Policies
{
    /// <summary>Any role of ours; a token without one opens nothing.</summary>
    public const string AnyRole = nameof(AnyRole);

    public const string Employee = nameof(Employee);
    public const string Sales = nameof(Sales);
    public const string Strategy = nameof(Strategy);
    public const string Administrator = nameof(Administrator);

    /// <summary>Which roles, one of them, pass each policy.</summary>
    public static IReadOnlyDictionary<string, Roles> Passing { get; } = new Dictionary<string, Roles>(StringComparer.Ordinal)
    {
        [AnyRole] = Roles.Employee | Roles.Sales | Roles.Strategy | Roles.Administrator,
        [Employee] = Roles.Employee | Roles.Administrator,
        [Sales] = Roles.Sales | Roles.Administrator,
        [Strategy] = Roles.Strategy | Roles.Administrator,
        [Administrator] = Roles.Administrator,
    };
}
