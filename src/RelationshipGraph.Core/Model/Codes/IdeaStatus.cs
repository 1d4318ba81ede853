using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>Where an idea stands.</summary>
[Description("Where an idea stands.")]
public enum IdeaStatus : byte
{
    [Description("Not yet looked at.")]
    New = 1,

    [Description("Looked at, not decided.")]
    Weighed = 2,

    [Description("Decided for.")]
    Adopted = 3,

    [Description("Decided against.")]
    Dropped = 4,
}
