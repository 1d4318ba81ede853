namespace RelationshipGraph.Model;

/// <summary>Declares a node kind.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NodeAttribute(RecordKind kind, string plural, string meaning) : Attribute
{
    public RecordKind Kind { get; } = kind;

    /// <summary>What a list of them is called.</summary>
    public string Plural { get; } = plural;

    /// <summary>One or two sentences for the schema's readers.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>The roles beside administrator that may write every record of the kind.</summary>
    public Roles Writers { get; init; }

    /// <summary>Whether an employee may write the records that are the employee's own.</summary>
    public bool Own { get; init; }
}
