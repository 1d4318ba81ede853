namespace RelationshipGraph.Model;

/// <summary>Declares a property of the model: what it means, and the bounds that every door and store keeps.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PropertyAttribute(string meaning, Privacy privacy = Privacy.None) : Attribute
{
    /// <summary>One or two sentences for the schema's readers.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>What export, erasure and logs do with it.</summary>
    public Privacy Privacy { get; } = privacy;

    /// <summary>The unit of a number, such as <c>hours a month</c>; null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>The least number allowed.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest number allowed.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Characters at most; of each entry where it is a list.</summary>
    public int LengthMax { get; init; } = Limits.ShortTextMax;

    /// <summary>The form of a text, or of each entry of a list of texts.</summary>
    public TextFormat Format { get; init; }

    /// <summary>Whether text search looks here.</summary>
    public bool Search { get; init; }

    /// <summary>
    /// Whether this is what the record is called: searched, sorted by the Danish sort key, matched exactly first.
    /// </summary>
    public bool Name { get; init; }

    /// <summary>Whether pages may be ordered by it. Only for properties that every record of the kind has.</summary>
    public bool Orderable { get; init; }

    /// <summary>
    /// Whether this is the moment the record happened, so that it counts only as of that day or later. Orderable, and required.
    /// </summary>
    public bool Moment { get; init; }

    /// <summary>Whether the product keeps it and callers do not set it directly.</summary>
    public bool System { get; init; }

    /// <summary>
    /// Whether named steps set it, each when its time has come; only administrators set it directly, to mend it.
    /// </summary>
    public bool Step { get; init; }

    /// <summary>Whether records are often looked up by it, so that stores keep an index.</summary>
    public bool Indexed { get; init; }

    /// <summary>The kinds an id may name.</summary>
    public RecordKind[] Refers { get; init; } = [];
}
