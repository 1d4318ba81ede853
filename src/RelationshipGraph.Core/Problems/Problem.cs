namespace RelationshipGraph.Problems;

/// <summary>
/// One thing that is wrong with what a caller sent, or one reason why something is not known. A value, not an exception.
/// </summary>
/// <param name="Code">Stable, upper snake case; one of <see cref="ProblemCode"/>.</param>
/// <param name="Path">The property, column or position it is about, in the caller's own terms; empty for the whole.</param>
/// <param name="Arguments">What the sentence's placeholders stand for. Never a stored value the caller may not see.</param>
public sealed record Problem(string Code, string Path, IReadOnlyDictionary<string, string> Arguments)
{
    private static readonly Dictionary<string, string> None = [];

    public static Problem Of(string code, string path, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        if (arguments.IsEmpty)
        {
            return new Problem(code, path, None);
        }

        var named = new Dictionary<string, string>(arguments.Length, StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            named[name] = value;
        }

        return new Problem(code, path, named);
    }

    /// <summary>The same problem, seen from outside: the path gets a beginning.</summary>
    public Problem Under(string beginning) => this with { Path = Path.Length == 0 ? beginning : $"{beginning}.{Path}" };
}
