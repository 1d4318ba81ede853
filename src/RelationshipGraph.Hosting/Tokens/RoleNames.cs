using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Tokens;

/// <summary>How roles are written in tokens, on the command line and in policies.</summary>
public static class RoleNames
{
    public const string Employee = "employee";
    public const string Sales = "sales";
    public const string Strategy = "strategy";
    public const string Administrator = "administrator";

    private static readonly (string Name, Roles Role)[] Pairs =
    [
        (Employee, Roles.Employee), (Sales, Roles.Sales), (Strategy, Roles.Strategy), (Administrator, Roles.Administrator),
    ];

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Pairs.Select(pair => pair.Name)];

    /// <summary>The names of the roles.</summary>
    public static IReadOnlyList<string> Of(Roles roles) =>
        [.. Pairs.Where(pair => (roles & pair.Role) != 0).Select(pair => pair.Name)];

    /// <summary>The role of a name, in whatever case; none for any other text.</summary>
    public static Roles Parse(string? name) =>
        Pairs.FirstOrDefault(pair => pair.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Role;
}
