using RelationshipGraph.Model;

namespace RelationshipGraph.Sessions;

/// <summary>A change that a caller asks for. Nothing about it has been checked but the types of its values.</summary>
public abstract record Draft
{
    private Draft() { }

    /// <summary>The record it is about.</summary>
    public abstract RecordId Id { get; }

    /// <summary>
    /// Whether the product's own rules made it and decided that the viewer may have it, so that it sets what only steps set, in
    /// a record that is not the viewer's own.
    /// </summary>
    internal bool IsStep { get; init; }

    /// <summary>A new record. What is not given has its default.</summary>
    /// <param name="NewId">Its id, from <see cref="Session.NewId"/>; other drafts of the same request may name it.</param>
    /// <param name="FromId">A relationship's start; none for a node.</param>
    /// <param name="ToId">A relationship's end; none for a node.</param>
    /// <param name="Values">What is given; nothing: explicitly no value.</param>
    public sealed record Create(
        RecordId NewId, RecordId FromId, RecordId ToId, IReadOnlyList<KeyValuePair<PropertyModel, PropertyValue>> Values) : Draft
    {
        public override RecordId Id => NewId;
    }

    /// <summary>New values for some properties of a record; the others stay.</summary>
    /// <param name="Record">The record.</param>
    /// <param name="Version">The version the caller has seen.</param>
    /// <param name="Values">What is given; nothing: the value is taken away.</param>
    public sealed record Update(
        RecordId Record, int Version, IReadOnlyList<KeyValuePair<PropertyModel, PropertyValue>> Values) : Draft
    {
        public override RecordId Id => Record;
    }

    /// <summary>A record is removed; a node with all its relationships.</summary>
    /// <param name="Record">The record.</param>
    /// <param name="Version">The version the caller has seen.</param>
    public sealed record Delete(RecordId Record, int Version) : Draft
    {
        public override RecordId Id => Record;
    }
}
