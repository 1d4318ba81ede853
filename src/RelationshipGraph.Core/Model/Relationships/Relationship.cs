using System.Globalization;

namespace RelationshipGraph.Model;

/// <summary>A record that joins two nodes. Parallel ones may exist; both ends must.</summary>
public abstract record Relationship : Record
{
    [Property("The node it starts at.", System = true)]
    public required RecordId FromId { get; init; }

    [Property("The node it ends at.", System = true)]
    public required RecordId ToId { get; init; }

    [Property("The first day on which it holds, in the world. Unknown: open.")]
    public DateOnly? From { get; init; }

    [Property("The first day on which it no longer holds. Unknown: open.")]
    public DateOnly? Until { get; init; }

    [Property("The last day on which a source showed it.")]
    public DateOnly? LastSeen { get; init; }

    [Property("What it rests on, in words.", Privacy.Personal, LengthMax = Limits.LongTextMax)]
    public string? Evidence { get; init; }

    private protected override string? LocalKey => ExternalId ?? From?.ToString("O",
        CultureInfo.InvariantCulture) ?? string.Empty;

    private protected sealed override NaturalKey KeyWith(string source, string local) => new(Id.Kind, source, FromId, ToId,
        local);
}
