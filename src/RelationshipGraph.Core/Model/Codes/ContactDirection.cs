using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>Who turned to whom.</summary>
[Description("Who turned to whom.")]
public enum ContactDirection : byte
{
    [Description("The first person to the second.")]
    Outgoing = 1,

    [Description("The second person to the first.")]
    Incoming = 2,

    [Description("Both, or it does not matter.")]
    Mutual = 3,
}
