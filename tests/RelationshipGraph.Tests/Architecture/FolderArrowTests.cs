using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RelationshipGraph.Tests.Architecture;

public sealed partial class FolderArrowTests
{
    private const string Core = "src/RelationshipGraph.Core/";

    private static readonly string[] Order =
    [
        "Text", "Problems", "Model", "Storage", "Strength", "Indexing", "Paths", "Sessions", "Introductions", "Seats", "Ledger",
    ];

    // Who may use whom inside Core; a folder without a line fails. The files beside the folders are used by all of them.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        [""] = ["Text", "Problems"],
        ["Text"] = [],
        ["Problems"] = ["Text"],
        ["Model"] = ["Text", "Problems"],
        ["Storage"] = ["Text", "Problems", "Model"],
        ["Strength"] = ["Problems", "Model"],
        ["Indexing"] = ["Text", "Problems", "Model", "Storage", "Strength"],
        ["Paths"] = ["Problems", "Model", "Storage", "Strength", "Indexing"],
        ["Sessions"] = ["Text", "Problems", "Model", "Storage", "Indexing", "Strength", "Paths"],
        ["Introductions"] = AllUpTo("Sessions"),
        ["Seats"] = AllUpTo("Introductions"),
        ["Ledger"] = AllUpTo("Seats"),
        ["Insight"] = AllUpTo("Ledger"),
    };

    [Fact]
    public void Folders_of_Core_use_only_what_they_may() =>
        Findings.AssertNone(
            from file in SourceFile.All
            where file.Path.StartsWith(Core, StringComparison.Ordinal)
            let folder = FolderOf(file)
            from other in Mentioned(file)
            where other != folder && !Allowed.GetValueOrDefault(folder, []).Contains(other)
            select $"{file.Path} uses {other}.");

    [Fact]
    public void Every_folder_of_Core_has_its_line() =>
        Findings.AssertNone(
            from file in SourceFile.All
            where file.Path.StartsWith(Core, StringComparison.Ordinal) && !Allowed.ContainsKey(FolderOf(file))
            select $"{file.Path}: the folder has no line in the table of arrows.");

    [Fact]
    public void A_namespace_is_a_folder_or_one_above_it() =>
        Findings.AssertNone(
            from file in SourceFile.All
            from declared in file.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            let name = declared.Name.ToString()
            where !NamespacesOf(file).Contains(name)
            select $"{file.Path} declares {name}, not {NamespacesOf(file)[0]}.");

    private static string[] AllUpTo(string folder) => Order[..(Order.IndexOf(folder) + 1)];

    private static string FolderOf(SourceFile file)
    {
        var inside = file.Path[Core.Length..].Split('/');
        return inside.Length == 1 ? "" : inside[0];
    }

    /// <summary>The namespace of the file's folder, then those above it; the project's own for files at its root only.</summary>
    private static List<string> NamespacesOf(SourceFile file)
    {
        var folders = file.Path.Split('/')[1..^1];
        var root = folders[0] == "RelationshipGraph.Core" ? "RelationshipGraph" : folders[0];

        return folders.Length == 1
            ? [root]
            : [.. Enumerable.Range(2, folders.Length - 1).Reverse().Select(n => string.Join('.', [root, .. folders[1..n]]))];
    }

    /// <summary>The folders of Core that a file names, by a using or by a full name, in code or in a comment.</summary>
    private static IEnumerable<string> Mentioned(SourceFile file) =>
        FullName().Matches(file.Text).Select(match => match.Groups[1].Value).Where(name => Allowed.ContainsKey(name)).Distinct();

    [GeneratedRegex(@"\bRelationshipGraph\.([A-Z]\w*)")]
    private static partial Regex FullName();
}
