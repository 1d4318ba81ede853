using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What one company is to another; the second name is seen from the other side.</summary>
[Description("What one company is to another; the second name is seen from the other side.")]
public enum CompanyTie : byte
{
    [Description("Competes with; competes with.")]
    CompetesWith = 1,

    [Description("Supplies; is supplied by.")]
    Supplies = 2,

    [Description("Owns; is owned by.")]
    Owns = 3,

    [Description("Works with; works with.")]
    PartnerOf = 4,

    [Description("Buys from; sells to.")]
    CustomerOf = 5,

    [Description("Shares a board member with; the same.")]
    SharesBoardWith = 6,

    [Description("Anything else.")]
    Other = 7,
}
