using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>
/// Changes that are made together or not at all. Everything in it is made by the caller, so that it can be repeated.
/// </summary>
/// <remarks>
/// The order of the changes plays no part but for the order of refusals and of the feed. Each change is judged by the stored
/// records as they would be if all the others were done.
/// </remarks>
/// <param name="Id">The commit's own id; the same id again changes nothing.</param>
/// <param name="Actor">Who did it: a user's or a job's name for the audit; no personal data beyond an id.</param>
/// <param name="At">When, UTC; kept to the millisecond.</param>
/// <param name="Changes">At most <see cref="Limits.CommitChangesMax"/>, one for each record; none is allowed.</param>
public sealed record Commit(Guid Id, string Actor, DateTimeOffset At, IReadOnlyList<Change> Changes);

/// <summary>What is done to one record.</summary>
public abstract record Change
{
    private Change() { }

    /// <summary>The record.</summary>
    public abstract RecordId Id { get; }

    /// <summary>The version the caller has seen; 0 where the record is new.</summary>
    public abstract int SeenVersion { get; }

    /// <summary>
    /// Writes a new record. It is kept exactly as given, its version and times included (instants to the millisecond). Its id
    /// and its natural key must be free; a relationship's ends must exist, before the commit or by it, and not be deleted by it.
    /// </summary>
    public sealed record Create(Record Record) : Change
    {
        public override RecordId Id => Record.Id;

        public override int SeenVersion => 0;
    }

    /// <summary>
    /// Replaces a record as a whole by a newer version of itself. The stored version must be the one seen; a natural key it
    /// takes must be free; a relationship keeps its ends, and the commit does not delete them.
    /// </summary>
    public sealed record Update(Record Record, int Seen) : Change
    {
        public override RecordId Id => Record.Id;

        public override int SeenVersion => Seen;
    }

    /// <summary>
    /// Removes a record. The stored version must be the one seen. A node takes all its relationships with it, whoever may see
    /// them; other records that name it in a property keep that value. Ids and natural keys of what is removed are free.
    /// </summary>
    public sealed record Delete(RecordId Record, int Seen) : Change
    {
        public override RecordId Id => Record;

        public override int SeenVersion => Seen;
    }
}
