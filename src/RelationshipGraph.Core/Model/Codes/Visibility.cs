using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>Who may see a record. Administrators see everything, and that they looked is recorded.</summary>
public enum Visibility : byte
{
    [Description("Every signed-in user of the company.")]
    Everyone = 0,

    [Description("For relationships: counts in paths for everyone, but is listed only for its owner and its two ends.")]
    Discreet = 1,

    [Description("The owner and the employees of the owner's department.")]
    Team = 2,

    [Description("The owner alone.")]
    Owner = 3,
}
