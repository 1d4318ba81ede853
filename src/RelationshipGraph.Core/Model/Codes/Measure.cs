using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What a goal counts and an outcome is.</summary>
[Description("What a goal counts and an outcome is.")]
public enum Measure : byte
{
    [Description("Ideas brought home.")]
    Ideas = 1,

    [Description("Meetings with customers or prospects.")]
    CustomerMeetings = 2,

    [Description("Customers won.")]
    NewCustomers = 3,

    [Description("Money, in minor units.")]
    Revenue = 4,

    [Description("Partnerships made.")]
    Partnerships = 5,

    [Description("Things learned and used.")]
    Learning = 6,

    [Description("People got to know.")]
    NewRelations = 7,

    [Description("Relations that became stronger.")]
    DeepenedRelations = 8,

    [Description("Good done for others.")]
    SocialContribution = 9,

    [Description("A measure of the company's own, named in the goal.")]
    OwnUnit = 10,
}
