using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>Whose goal it is.</summary>
[Description("Whose goal it is.")]
public enum GoalLevel : byte
{
    [Description("The company's.")]
    Company = 1,

    [Description("One department's.")]
    Department = 2,

    [Description("One seat's.")]
    Seat = 3,
}
