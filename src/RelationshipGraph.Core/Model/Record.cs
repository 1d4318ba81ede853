namespace RelationshipGraph.Model;

/// <summary>What every node and every relationship carries.</summary>
public abstract record Record
{
    [Property("The record's identity; opaque, type-tagged, never reused.", System = true)]
    public required RecordId Id { get; init; }

    [Property("The system the record came from; with the external id its natural key. Set by administrators and imports only.",
        System = true, LengthMax = 100)]
    public string? Source { get; init; }

    [Property("The record's id in its source; unique there for its kind.", System = true)]
    public string? ExternalId { get; init; }

    [Property("How often the record was written, from 1. A change names the version it has seen.",
        System = true, Min = 1)]
    public int Version { get; init; } = 1;

    [Property("When the record was first written here.", System = true, Orderable = true)]
    public DateTimeOffset CreatedAt { get; init; }

    [Property("When the record was last written here.", System = true, Orderable = true)]
    public DateTimeOffset UpdatedAt { get; init; }

    [Property("The day from which the company could have known it. A model with an earlier cutoff does not see the record.",
        System = true, Orderable = true)]
    public DateOnly KnownSince { get; init; }

    [Property("Who may see the record.", System = true)]
    public Visibility Visibility { get; init; }

    [Property("The employee who answers for the record; TEAM and OWNER visibility start from this person.",
        System = true, Refers = [RecordKind.Employee])]
    public RecordId? OwnerId { get; init; }

    /// <summary>What the record is called in its source; null where it came from none.</summary>
    public NaturalKey? NaturalKey => Source is null || LocalKey is not { } local ? null : KeyWith(Source, local);

    /// <summary>The record's own part of its natural key; null where it has none.</summary>
    private protected abstract string? LocalKey { get; }

    /// <summary>A copy with the same values, of the same kind.</summary>
    public Record Copy() => this with { };

    /// <summary>A copy with some values replaced. They have been checked.</summary>
    public Record With(IEnumerable<KeyValuePair<PropertyModel, PropertyValue>> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var copy = Copy();
        foreach (var (property, value) in changes)
        {
            property.Set(copy, value);
        }

        return copy;
    }

    private protected virtual NaturalKey KeyWith(string source, string local) => new(Id.Kind, source, default, default, local);
}
