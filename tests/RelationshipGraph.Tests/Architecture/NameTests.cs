using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RelationshipGraph.Tests.Architecture;

/// <summary>A name says what a thing is. These say only that something had to go somewhere.</summary>
public sealed partial class NameTests
{
    [Theory]
    [InlineData("PathHelper", true)]
    [InlineData("StringUtils", true)]
    [InlineData("Common", true)]
    [InlineData("CommonNeighbours", false)]
    [InlineData("Utilisation", false)]
    [InlineData("ReportsTo", false)]
    public void The_rule_knows_an_empty_name(string name, bool isEmpty) => Assert.Equal(isEmpty, SaysNothing().IsMatch(name));

    [Fact]
    public void No_type_has_an_empty_name()
    {
        var found =
            from file in SourceFile.All
            from type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            where SaysNothing().IsMatch(type.Identifier.Text)
            select $"{file.Path}({SourceFile.LineOf(type)}): {type.Identifier.Text}";

        Findings.AssertNone(found);
    }

    [Fact]
    public void No_file_and_no_folder_has_an_empty_name()
    {
        var found =
            from file in SourceFile.All
            from part in file.Path.Split('/')
            where SaysNothing().IsMatch(Path.GetFileNameWithoutExtension(part))
            select file.Path;

        Findings.AssertNone(found);
    }

    [GeneratedRegex("(Helper|Helpers|Manager|Managers|Util|Utils)$|^(Common|Misc)$")]
    private static partial Regex SaysNothing();
}
