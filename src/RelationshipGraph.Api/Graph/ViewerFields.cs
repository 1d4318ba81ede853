using System.ComponentModel;
using GraphQL;
using RelationshipGraph.Hosting.Tokens;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Graph;

/// <summary>Who is asking, as the API shows it.</summary>
[Name("Viewer")]
internal sealed class ViewerFields(Viewer viewer)
{
    [Description("What the viewer may do.")]
    public IReadOnlyList<string> Roles => RoleNames.Of(viewer.Roles);

    [Id]
    [Description("The viewer's employee; null for a user who is not one.")]
    public string? EmployeeId => viewer.Employee.IsNone ? null : viewer.Employee.ToString();

    [Description("What the audit calls the viewer.")]
    public string Actor => viewer.Actor;
}
