using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What became of a lead.</summary>
[Description("What became of a lead.")]
public enum LeadState : byte
{
    [Description("Handed over, not answered.")]
    Offered = 1,

    [Description("Taken by the account's owner.")]
    Accepted = 2,

    [Description("Handed back with a reason.")]
    Returned = 3,
}
