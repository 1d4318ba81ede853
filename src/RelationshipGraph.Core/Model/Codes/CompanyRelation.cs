using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What a company is to us.</summary>
[Description("What a company is to us.")]
public enum CompanyRelation : byte
{
    [Description("Our own company or group.")]
    Own = 1,

    [Description("Buys from us.")]
    Customer = 2,

    [Description("Could buy from us.")]
    Prospect = 3,

    [Description("Works with us.")]
    Partner = 4,

    [Description("We buy from it.")]
    Supplier = 5,

    [Description("Competes with us.")]
    Competitor = 6,

    [Description("Anything else, or not yet known.")]
    Other = 7,
}
