using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>Why fitted constants did not come into force.</summary>
[Description("Why fitted constants did not come into force.")]
public enum FitRefusal : byte
{
    [Description("The order of ties was not better by more than chance.")]
    OrderNotBetter = 1,

    [Description("The level of forecasts was not better.")]
    LevelNotBetter = 2,

    [Description("Neither order nor level was better.")]
    NeitherBetter = 3,
}
