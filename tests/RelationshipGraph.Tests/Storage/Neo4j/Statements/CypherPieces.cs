using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RelationshipGraph.Storage.Neo4j.Transport;
using RelationshipGraph.Tests.Architecture;

namespace RelationshipGraph.Tests.Storage.Neo4j.Statements;

/// <summary>The texts in the store's source out of which its statements are made.</summary>
internal static class CypherPieces
{
    private const string Source = "src/RelationshipGraph.Storage.Neo4j/";

    // The wire and its failures make no statements.
    private static readonly string[] Others = ["Bolt/", "Transport/", "Failures.cs", "Neo4jSettings.cs"];

    // Text → what it is, where it is not of a statement.
    private static readonly Dictionary<string, string> NotOfStatements = new()
    {
        [";\n"] = "what ends a statement in the printed script",
        ["|"] = "within a stored key",
        ["_order"] = "the end of a property's name, which is sent as a parameter",
        ["declaredStrength"] = "a property of the model",
        ["isSensitive"] = "a property of the model",
        ["x6"] = "a format",
        ["ONLINE"] = "what the server answers",
        ["RANGE"] = "what the server answers",
    };

    /// <summary>Each piece that no statement holds, with its place.</summary>
    public static List<string> Missing(IEnumerable<CypherStep> statements)
    {
        var texts = string.Join('\n', statements.Select(step => step.Text));
        return
        [
            .. from file in SourceFile.All
               where file.Path.StartsWith(Source, StringComparison.Ordinal)
                   && !Others.Any(other => file.Path[Source.Length..].StartsWith(other, StringComparison.Ordinal))
               from piece in Of(file)
               where !texts.Contains(piece.Text, StringComparison.Ordinal) && !NotOfStatements.ContainsKey(piece.Text)
               select $"{file.Path}({piece.Line}): no statement has: {piece.Text}",
        ];
    }

    private static IEnumerable<(string Text, int Line)> Of(SourceFile file) =>
        from token in file.Syntax.DescendantTokens()
        where token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)
        let whole = token.Parent!.FirstAncestorOrSelf<ExpressionSyntax>()!
        where !IsSentence(whole)
        select (token.ValueText.Replace("{{", "{").Replace("}}", "}"), SourceFile.LineOf(token.Parent!));

    // What people read ends with a stop, and a comment of the printed script begins as one.
    private static bool IsSentence(ExpressionSyntax text)
    {
        var written = text.ToString();
        return written.EndsWith(".\"", StringComparison.Ordinal) || written.StartsWith("\"// ", StringComparison.Ordinal);
    }
}
