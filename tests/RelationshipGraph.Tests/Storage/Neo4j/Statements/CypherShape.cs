using System.Text.RegularExpressions;

namespace RelationshipGraph.Tests.Storage.Neo4j.Statements;

/// <summary>
/// A statement without the names that come from the model, and without the numbers of parameters and of what is matched within
/// conditions. Statements of one shape are right or wrong together: a quoted name is a name whatever it is, and so is one with
/// an underscore, which no word of the language has.
/// </summary>
internal static partial class CypherShape
{
    public static string Of(string text) =>
        MadeName().Replace(Alias().Replace(Parameter().Replace(QuotedName().Replace(text, "`x`"), "p"), "$1"), "x");

    /// <summary>The words and signs of a shape.</summary>
    public static string[] WordsOf(string shape) => [.. Word().Matches(shape).Select(match => match.Value)];

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"(?<=\$|\$v\.)p\d+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\b([re])\d+\b")]
    private static partial Regex Alias();

    [GeneratedRegex("(?<=(INDEX|CONSTRAINT) )[a-z]+(_[a-z]+)+(?= IF NOT EXISTS)")]
    private static partial Regex MadeName();

    [GeneratedRegex(@"'[^']*'|\$(v\.)?\w+|`?\w+`?|<=|>=|<-|->|[^\w\s]")]
    private static partial Regex Word();
}
