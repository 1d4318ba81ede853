using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What may be told of what was said.</summary>
[Description("What may be told of what was said.")]
public enum Confidentiality : byte
{
    [Description("Everything.")]
    Open = 1,

    [Description("What was said, not by whom or from which firm.")]
    ChathamHouse = 2,

    [Description("Only that it took place.")]
    Closed = 3,
}
