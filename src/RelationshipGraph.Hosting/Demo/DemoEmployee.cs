using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>An employee of the demo with what stays hidden.</summary>
/// <param name="Record">The record.</param>
/// <param name="Profile">What decides which networks suit the person.</param>
/// <param name="Department">The department's place in the list of departments.</param>
/// <param name="Duty">The chance that the person comes to a meeting. Hidden, and no measure of the person's worth.</param>
internal sealed record DemoEmployee(Employee Record, DemoProfile Profile, int Department, double Duty)
{
    public RecordId Id => Record.Id;
}
