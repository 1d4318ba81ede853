using RelationshipGraph.Model;

namespace RelationshipGraph.Sessions;

/// <summary>Who is asking: made from a verified token, or by the command line. Goes through every read and write.</summary>
/// <param name="Employee">The viewer's employee; none for a user who is not one.</param>
/// <param name="Roles">What the viewer may do.</param>
/// <param name="Actor">What the audit calls the viewer: an employee's id, a token's subject or a job's name.</param>
public sealed record Viewer(RecordId Employee, Roles Roles, string Actor)
{
    /// <summary>The product itself, acting for an administrator: imports, the command line.</summary>
    public static Viewer Administrator(string actor) => new(default, Roles.Administrator, actor);

    /// <summary>Whether the viewer sees and writes everything.</summary>
    public bool IsAdministrator => (Roles & Roles.Administrator) != 0;
}
