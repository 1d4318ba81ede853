using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RelationshipGraph.Hosting.Demo;
using RelationshipGraph.Tests.Api;
using RelationshipGraph.Tests.GraphSchema;

namespace RelationshipGraph.Tests;

/// <summary>What README.md says is true: its tour is asked, its settings are those that are read.</summary>
public sealed partial class ReadmeTests
{
    private static string Readme { get; } = File.ReadAllText(Repo.PathOf("README.md")).ReplaceLineEndings("\n");

    /// <summary>At home the answers are written anew, to be looked at; on the build server they must be there already.</summary>
    [Fact]
    public async Task The_tours_answers_are_what_the_demo_company_answers()
    {
        await using var server = new ApiServer("Development") { IsStoreDefault = true };
        var told = new StringBuilder();
        var position = 0;
        foreach (Match step in Steps().Matches(Readme))
        {
            var person = Assert.Single(DemoPeople.All, p => p.Name == step.Groups["person"].Value);
            using var client = server.SignedIn(person.Roles, person.Id);
            var answer = await client.AskAsync(step.Groups["query"].Value);
            told.Append(Readme, position, step.Groups["answer"].Index - position)
                .Append(FittedJson.Of(JsonNode.Parse(answer.Text)));
            position = step.Groups["answer"].Index + step.Groups["answer"].Length;
        }

        Assert.True(position > 0, "README.md has no tour.");
        PrintedFile.AssertIs(told.Append(Readme, position, Readme.Length - position).ToString(), "README.md");
    }

    [Fact]
    public void Every_file_it_names_is_there() => Assert.All(
        Links().Matches(Readme).Select(m => m.Groups[1].Value),
        link => Assert.True(Path.Exists(Repo.PathOf(link)), $"{link} is not there."));

    [GeneratedRegex(
        @"```graphql\n# (?<person>[^\n]+)\n(?<query>[^`]+)```\n+```json\n(?<answer>[^`]*?)\n```", RegexOptions.CultureInvariant)]
    private static partial Regex Steps();

    [GeneratedRegex(@"\]\(([^)#:]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Links();
}
