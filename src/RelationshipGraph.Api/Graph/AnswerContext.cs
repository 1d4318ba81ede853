using GraphQL;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Graph;

/// <summary>What the resolvers of one request share. Given to the engine as its user context.</summary>
/// <param name="session">The viewer's session, as of today.</param>
/// <param name="isDanish">Whether sentences are in Danish, else in English.</param>
internal sealed class AnswerContext(Session session, bool isDanish) : Dictionary<string, object?>
{
    private readonly Dictionary<DateOnly, Session> _days = [];
    private readonly Lock _lock = new();

    /// <summary>The viewer's session, as of today.</summary>
    public Session Session { get; private set; } = session;

    /// <summary>Whether sentences are in Danish, else in English.</summary>
    public bool IsDanish { get; } = isDanish;

    /// <summary>The context of the request that a field is resolved for.</summary>
    public static AnswerContext Of(IResolveFieldContext field) => (AnswerContext)field.UserContext;

    /// <summary>The session of a day; one for each day, so that what is asked of a day is read together.</summary>
    public Session At(DateOnly? day)
    {
        if (day is not { } asked || asked == Session.AsOf)
        {
            return Session;
        }

        lock (_lock)
        {
            if (!_days.TryGetValue(asked, out var known))
            {
                _days[asked] = known = Session.At(asked);
            }

            return known;
        }
    }

    /// <summary>Forgets what was read, after a write. The engine makes one change at a time.</summary>
    public void Renew() => Session = Session.Anew();
}
