using RelationshipGraph.Model;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Http;

/// <summary>What the operation at work must know of its request. One in each request's scope, filled before the operation
/// runs.</summary>
internal sealed class CurrentRequest
{
    /// <summary>Who is asking.</summary>
    public Viewer Viewer { get; private set; } = new(default, Roles.None, string.Empty);

    /// <summary>Whether sentences are in Danish, else in English.</summary>
    public bool IsDanish { get; private set; }

    /// <summary>When the operation must have ended.</summary>
    public DateTimeOffset Deadline { get; private set; }

    public void Begin(Viewer viewer, bool isDanish, DateTimeOffset deadline)
    {
        Viewer = viewer;
        IsDanish = isDanish;
        Deadline = deadline;
    }
}
