using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RelationshipGraph.Tests.Architecture;

/// <summary>The size budget. An exception states the size it was granted for, and goes when it is not needed.</summary>
public sealed class SizeTests
{
    private const int SourceLinesMax = 400;
    private const int TestLinesMax = 500;
    private const int MethodLinesMax = 60;
    private const int ColumnsMax = 130;

    // Path from the root → lines granted.
    private static readonly Dictionary<string, int> FileExceptions = [];

    // "path: method" → lines granted.
    private static readonly Dictionary<string, int> MethodExceptions = [];

    [Fact]
    public void Files_keep_their_budget() =>
        AssertWithin(
            FileExceptions,
            SourceFile.All.Select(file => (file.Path, file.Lines.Length, file.IsTest ? TestLinesMax : SourceLinesMax)));

    [Fact]
    public void Methods_keep_their_budget() =>
        AssertWithin(
            MethodExceptions,
            SourceFile.All.SelectMany(Methods).Select(method => (method.Name, method.Lines, MethodLinesMax)));

    [Fact]
    public void Lines_keep_their_budget()
    {
        var wide =
            from file in SourceFile.All
            from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
            where line.Text.Length > ColumnsMax
            select $"{file.Path}({line.Number}): {line.Text.Length} columns";

        Findings.AssertNone(wide);
    }

    private static void AssertWithin(
        Dictionary<string, int> exceptions, IEnumerable<(string Name, int Lines, int LinesMax)> measured)
    {
        var failures = new List<string>();
        var needed = new HashSet<string>();
        foreach (var (name, lines, linesMax) in measured)
        {
            if (lines > linesMax)
            {
                needed.Add(name);
                if (lines > exceptions.GetValueOrDefault(name, linesMax))
                {
                    failures.Add($"{name}: {lines} lines, allowed {exceptions.GetValueOrDefault(name, linesMax)}");
                }
            }
        }

        failures.AddRange(exceptions.Keys.Except(needed).Select(name => $"{name}: the exception is no longer needed"));
        Findings.AssertNone(failures);
    }

    /// <summary>All that has a body, with its lines from first to last; the statements of a program are one method.</summary>
    private static IEnumerable<(string Name, int Lines)> Methods(SourceFile file)
    {
        foreach (var node in file.Syntax.DescendantNodes())
        {
            var name = node switch
            {
                MethodDeclarationSyntax method => method.Identifier.Text,
                ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
                OperatorDeclarationSyntax one => "operator " + one.OperatorToken.Text,
                ConversionOperatorDeclarationSyntax conversion => "operator " + conversion.Type,
                LocalFunctionStatementSyntax function => function.Identifier.Text,
                AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
                _ => null,
            };

            if (name is not null)
            {
                yield return ($"{file.Path}: {name}", LinesOf(node.GetLocation()));
            }
        }

        var program = file.Syntax.Members.OfType<GlobalStatementSyntax>().ToList();
        if (program.Count > 0)
        {
            yield return ($"{file.Path}: program", program.Sum(statement => LinesOf(statement.GetLocation())));
        }
    }

    private static int LinesOf(Location location)
    {
        var span = location.GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
