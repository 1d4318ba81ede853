using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RelationshipGraph.Tests.Architecture;

/// <summary>One C# file of ours, parsed.</summary>
/// <param name="Path">From the root of the checkout, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text, CompilationUnitSyntax Syntax)
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> Everything = new(() => [.. Under("src"), .. Under("tests")]);

    /// <summary>All files of <c>src</c> and <c>tests</c>, ordered by path; nothing that the build made.</summary>
    public static IReadOnlyList<SourceFile> All => Everything.Value;

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    public static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static IEnumerable<SourceFile> Under(string folder) =>
        Directory.EnumerateFiles(Repo.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Repo.Root, file).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal)
            .Select(Read);

    private static SourceFile Read(string path)
    {
        var text = File.ReadAllText(Repo.PathOf(path)).ReplaceLineEndings("\n");
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14));
        return new SourceFile(path, text, tree.GetCompilationUnitRoot());
    }
}
