using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What a network is for.</summary>
[Description("What a network is for.")]
public enum NetworkPurpose : byte
{
    [Description("Referrals, customers, partners.")]
    BusinessExchange = 1,

    [Description("Learning a trade or a role together.")]
    Professional = 2,

    [Description("Social and charitable work.")]
    Humanitarian = 3,
}
