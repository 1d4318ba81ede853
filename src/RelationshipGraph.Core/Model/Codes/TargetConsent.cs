using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What the target of an introduction says to it.</summary>
[Description("What the target of an introduction says to it.")]
public enum TargetConsent : byte
{
    [Description("The target was asked and has not answered.")]
    Asked = 1,

    [Description("The target would like to be introduced.")]
    Yes = 2,

    [Description("The target would rather not.")]
    No = 3,
}
