namespace RelationshipGraph.Model;

/// <summary>Declares a relationship type: its label, its ends, and what it is called seen from each of them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RelationshipAttribute(RecordKind kind, string label, string meaning) : Attribute
{
    public RecordKind Kind { get; } = kind;

    /// <summary>The type's name in the graph, such as <c>WORKS_AT</c>.</summary>
    public string Label { get; } = label;

    /// <summary>One or two sentences for the schema's readers.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>The node kinds it may start at.</summary>
    public required RecordKind[] FromKinds { get; init; }

    /// <summary>The node kinds it may end at.</summary>
    public required RecordKind[] ToKinds { get; init; }

    /// <summary>What it is called seen from its start: <c>employee.seats</c>.</summary>
    public required string Outgoing { get; init; }

    /// <summary>What it is called seen from its end. The same as <see cref="Outgoing"/> where direction says nothing.</summary>
    public required string Incoming { get; init; }

    /// <summary>The roles beside administrator that may write every record of the type.</summary>
    public Roles Writers { get; init; }

    /// <summary>Whether an employee may write those that start or end at the employee or that the employee owns.</summary>
    public bool Own { get; init; }

    /// <summary>Whether the product derives it; nobody writes it directly.</summary>
    public bool Derived { get; init; }
}
