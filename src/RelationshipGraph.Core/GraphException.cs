namespace RelationshipGraph;

/// <summary>A failure that other arguments would not have prevented. The root of all our exceptions.</summary>
/// <param name="code">Stable, upper snake case, listed in <see cref="Problems.ProblemCode"/>. Clients branch on it, never on
/// the text.</param>
/// <param name="message">For logs and developers. Holds no path, no statement and no stored value.</param>
/// <param name="inner">What a driver or the system said; it never leaves the process.</param>
public abstract class GraphException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The stable code of the failure.</summary>
    public string Code { get; } = code;

    /// <summary>Whether the same call may succeed later with no change by the caller.</summary>
    public virtual bool IsTransient => false;
}
