using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>Where the company stands with a network.</summary>
[Description("Where the company stands with a network.")]
public enum NetworkStatus : byte
{
    [Description("Looked at, not joined.")]
    Candidate = 1,

    [Description("Visited as a guest or on trial.")]
    Trial = 2,

    [Description("Has at least one seat.")]
    Member = 3,

    [Description("Had a seat.")]
    Left = 4,
}
