using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Graph;

/// <summary>One thing that is wrong with a change.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Path">Where in the input, step by step.</param>
/// <param name="Message">The sentence in the caller's language.</param>
internal sealed record WriteError(Problem Problem, IReadOnlyList<string> Path, string Message)
{
    /// <summary>What the sentence was made with.</summary>
    public IEnumerable<ErrorArgument> Arguments => Problem.Arguments.Select(a => new ErrorArgument(a.Key, a.Value));

    /// <summary>A problem of a draft, seen from the input it was read from.</summary>
    /// <param name="found">The problem, its path in the words of the model.</param>
    /// <param name="above">The steps down to the draft's input.</param>
    /// <param name="isDanish">Whether the sentence is in Danish.</param>
    public static WriteError Of(Problem found, IReadOnlyList<string> above, bool isDanish)
    {
        // The ends are from and to in the model, where the days have the same names.
        var isAboutEnd = found.Code is ProblemCode.EndMissing or ProblemCode.EndChanged or ProblemCode.WrongKind
            or ProblemCode.SelfTie or ProblemCode.SeatTaken;
        var path = isAboutEnd && found.Path is ("from" or "to") ? found.Path + "Id" : found.Path;
        string[] steps = [.. above, .. path.Length == 0 ? [] : path.Split('.')];
        return new WriteError(found, steps, ProblemText.Of(found, isDanish));
    }
}

/// <summary>A value that an error's sentence was made with.</summary>
internal sealed record ErrorArgument(string Name, string Value);
