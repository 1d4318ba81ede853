using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>A person's level in the own organisation.</summary>
[Description("A person's level in the own organisation.")]
public enum Seniority : byte
{
    [Description("Trainee or first years.")]
    Junior = 1,

    [Description("Professional without staff.")]
    Specialist = 2,

    [Description("Leads people or a field.")]
    Manager = 3,

    [Description("Leads managers.")]
    Director = 4,

    [Description("Top management.")]
    Executive = 5,

    [Description("Sits on the board.")]
    Board = 6,

    [Description("Owns the company.")]
    Owner = 7,
}
