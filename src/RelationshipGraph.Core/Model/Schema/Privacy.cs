using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>The privacy class of a property: what export, erasure and logs must do with it.</summary>
public enum Privacy : byte
{
    [Description("Says nothing about a person.")]
    None = 0,

    [Description("Personal data: part of a person's export and erasure, never in a log.")]
    Personal = 1,

    [Description("Personal data of two people: for the participants and administrators only; never searched or filtered by.")]
    Participants = 2,
}
