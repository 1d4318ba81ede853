using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>A contact of the demo with what stays hidden.</summary>
/// <param name="Record">The record.</param>
/// <param name="Profile">What decides which networks the person joins.</param>
/// <param name="Company">The place of the present company in the list of companies.</param>
internal sealed record DemoContact(Contact Record, DemoProfile Profile, int Company)
{
    public RecordId Id => Record.Id;
}
