using RelationshipGraph.Indexing;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Paths;

/// <summary>A graph that is not held in memory, but for who was in contact with whom.</summary>
/// <remarks>
/// The strength of one tie rests on what its two people did towards everybody else, and on how busy the source was; reading that
/// for each question would bring most of the contacts.
/// </remarks>
/// <param name="Store">Where ties and memberships are read.</param>
/// <param name="ContactsOn">The contacts by the end of a day, with all that was acknowledged before the call.</param>
public sealed record RemoteGraph(IGraphStore Store, Func<DateOnly, CancellationToken, Task<GraphView>> ContactsOn);
