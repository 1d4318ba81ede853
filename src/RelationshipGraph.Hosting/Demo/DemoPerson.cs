using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>A demo employee that one can sign in as, and that the tour speaks of.</summary>
/// <param name="Id">The employee.</param>
/// <param name="Name">The full name; no other person of the demo has it.</param>
/// <param name="Title">The job.</param>
/// <param name="Roles">What a token for the person may hold.</param>
/// <param name="Story">What there is to see as this person, in a sentence or two.</param>
public sealed record DemoPerson(RecordId Id, string Name, string Title, Roles Roles, string Story);
