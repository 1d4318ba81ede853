using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Http;

/// <summary>
/// What the operation at work must know of its request. One in each request's scope, filled before the operation runs.
/// </summary>
internal sealed class CurrentRequest
{
    private Session? _session;

    /// <summary>The door through which the operation reads and writes; resolvers may also ask for it as a service.</summary>
    public Session Session => _session ?? throw new InvalidOperationException("No operation has begun in this scope.");

    /// <summary>Who is asking.</summary>
    public Viewer Viewer => Session.Viewer;

    /// <summary>Whether sentences are in Danish, else in English.</summary>
    public bool IsDanish { get; private set; }

    public void Begin(Session session, bool isDanish)
    {
        _session = session;
        IsDanish = isDanish;
    }
}
