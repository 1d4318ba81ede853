using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>The scheme of an industry code.</summary>
[Description("The scheme of an industry code.")]
public enum IndustryScheme : byte
{
    [Description("Dansk Branchekode 2025.")]
    Db25 = 1,

    [Description("Dansk Branchekode 2007.")]
    Db07 = 2,

    [Description("NACE, the European scheme.")]
    Nace = 3,

    [Description("The source's own.")]
    Other = 4,
}
