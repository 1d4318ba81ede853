using RelationshipGraph.Model;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Graph;

/// <summary>
/// A record with the session it was read in, so that everything below it is seen by the same viewer on the same day.
/// </summary>
internal class Seen(Record record, Session session)
{
    /// <summary>The record, as the viewer may read it.</summary>
    public Record Record { get; } = record;

    /// <summary>Who sees it, and as of when.</summary>
    public Session Session { get; } = session;

    /// <summary>Another record in the same session, read together with others that are needed.</summary>
    /// <returns>In the end a <see cref="Seen"/>, or null where the record is gone or hidden.</returns>
    public Deferred Other(RecordId id) => Read(Session, id);

    /// <summary>Other records in the same session, without those that are gone or hidden.</summary>
    public Deferred Others(IEnumerable<RecordId> ids)
    {
        var asked = ids.Select(Session.Records.Ask).ToArray();
        return new Deferred(async () =>
        {
            var seen = new List<Seen>(asked.Length);
            foreach (var read in asked)
            {
                if (await read() is { } record)
                {
                    seen.Add(new Seen(record, Session));
                }
            }

            return seen;
        });
    }

    /// <summary>Records in the order of their ids, read together; null where one is gone or hidden.</summary>
    public static Deferred ReadInOrder(Session session, IEnumerable<RecordId> ids)
    {
        var asked = ids.Select(session.Records.Ask).ToArray();
        return new Deferred(async () =>
        {
            var seen = new Seen?[asked.Length];
            for (var i = 0; i < asked.Length; i++)
            {
                seen[i] = await asked[i]() is { } record ? new Seen(record, session) : null;
            }

            return seen;
        });
    }

    /// <summary>A record by its id.</summary>
    public static Deferred Read(Session session, RecordId id)
    {
        var read = session.Records.Ask(id);
        return new Deferred(async () => await read() is { } record ? new Seen(record, session) : null);
    }
}
