namespace RelationshipGraph.Model;

/// <summary>A record that stands by itself: a person, a company, a network, a seat, a goal …</summary>
public abstract record Node : Record
{
    private protected sealed override string? LocalKey => ExternalId;
}
