using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What a signed-in user may do, beyond seeing what is visible to them. A user may have several.</summary>
[Flags]
public enum Roles : byte
{
    [Description("No role.")]
    None = 0,

    [Description("Writes the own ties, meetings, ideas, insights, contributions and debriefs.")]
    Employee = 1,

    [Description("Writes contacts, companies, ties and introductions.")]
    Sales = 2,

    [Description("Writes networks, seats, goals, outcomes and guidelines.")]
    Strategy = 4,

    [Description("Sees and writes everything; imports, exports, backs up.")]
    Administrator = 8,
}
