using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>What every session of one door shares.</summary>
/// <param name="Store">Where the graph is kept.</param>
/// <param name="Ids">Makes the ids of new records.</param>
/// <param name="CommitIds">Makes the ids of commits.</param>
/// <param name="Time">The clock.</param>
/// <param name="Index">The graph as arrays, for paths.</param>
/// <param name="Paths">In what paths are searched.</param>
/// <param name="Credits">Held while the credits of an outcome are added up and written.</param>
/// <param name="Fits">Held while it is seen which fits are in force and one more comes into force.</param>
/// <param name="Asks">Held while what an introducer is asked is counted and one ask more written.</param>
internal sealed record SessionTools(
    IGraphStore Store, RecordIds Ids, Func<Guid> CommitIds, TimeProvider Time, HeldIndex Index, PathMode Paths,
    SemaphoreSlim Credits, SemaphoreSlim Fits, SemaphoreSlim Asks)
{
    /// <summary>The graph where it is not held in memory.</summary>
    public RemoteGraph Remote { get; } = new(Store, Index.ViewAsync);
}
