using System.ComponentModel;
using System.Reflection;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>The roles and what they allow, as their declaration says.</summary>
internal static class RoleMeanings
{
    /// <summary>Every role, in the order declared.</summary>
    public static IReadOnlyList<(Roles Role, string Meaning)> All { get; } =
    [
        .. typeof(Roles).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => ((Roles)f.GetValue(null)!, f.GetCustomAttribute<DescriptionAttribute>()!.Description))
            .Where(r => r.Item1 != Roles.None),
    ];
}
