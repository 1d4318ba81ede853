using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>A company's size by employees.</summary>
[Description("A company's size by employees.")]
public enum CompanySize : byte
{
    [Description("1 to 9.")]
    Micro = 1,

    [Description("10 to 49.")]
    Small = 2,

    [Description("50 to 249.")]
    Medium = 3,

    [Description("250 to 999.")]
    Large = 4,

    [Description("1,000 or more.")]
    Enterprise = 5,
}
