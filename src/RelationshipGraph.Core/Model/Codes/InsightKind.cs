using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What a market insight is about.</summary>
[Description("What a market insight is about.")]
public enum InsightKind : byte
{
    [Description("A development.")]
    Trend = 1,

    [Description("A possible or present partner.")]
    Partner = 2,

    [Description("A group of customers.")]
    Segment = 3,

    [Description("A competitor.")]
    Competitor = 4,

    [Description("A threat.")]
    Threat = 5,

    [Description("An opportunity.")]
    Opportunity = 6,
}
