using System.Text.Json;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;
using RelationshipGraph.Tests.Architecture;

namespace RelationshipGraph.Tests.Storage.Neo4j.Statements;

/// <summary>What the store sends is Cypher, by Neo4j's own parser and checks, as it was and as it will be.</summary>
public sealed class StatementTests
{
    private static readonly Lazy<Task<IReadOnlyCollection<CypherStep>>> Recorded = new(StatementScript.RecordAsync);

    [NodeFact("cypher-lint")]
    public async Task Every_statement_is_right_in_Cypher_5_and_in_Cypher_25()
    {
        var statements = StatementChoice.Of(await Recorded.Value);

        var (exitCode, output) = await CheckAsync([.. statements, new CypherStep(ScriptOfEachShape())]);

        Assert.True(exitCode == 0, output);
        Assert.Contains($"{statements.Count + 1} statements, 0 findings", output, StringComparison.Ordinal);
    }

    [NodeFact("cypher-lint")]
    public async Task What_is_wrong_is_told_with_the_statement_and_the_dialect()
    {
        var (exitCode, output) = await CheckAsync(
        [
            new CypherStep("MATCH (n:Record) SET n = n"),
            new CypherStep("MATCH (n:Record) WHERE n.id > 0 AND"),
            new CypherStep("MATCH (n:Record) RETURN m.id"),
            new CypherStep("MATCH (n:Record) RETURN length_of(n)"),
            new CypherStep("MATCH (n:Record {id: $id}) RETURN n.id", new Dictionary<string, object?> { ["ids"] = 1 }),
            new CypherStep("MATCH (n:Record {id: $id}) RETURN n.id", new Dictionary<string, object?> { ["id"] = 1 }),
        ]);

        Assert.Equal(1, exitCode);
        Assert.Contains("6 statements, 12 findings", output, StringComparison.Ordinal);
        foreach (var dialect in (string[])["CYPHER 5", "CYPHER 25"])
        {
            Assert.Contains($"{dialect}: Variable `m` not defined\n  MATCH (n:Record) RETURN m.id\n", output);
            Assert.Contains($"{dialect}: Parameter $id is not defined.\n", output);
            Assert.Contains($"{dialect}: Function length_of is not present", output);
        }

        Assert.Contains("CYPHER 25: Type mismatch: expected Map but was Node\n  MATCH (n:Record) SET n = n\n", output);
    }

    // A hint without SEEK is also met by going through the whole index, once for each row that asks.
    [Fact]
    public async Task What_is_looked_up_for_each_row_is_sought()
    {
        var lookUps = (await Recorded.Value).Where(step => step.Text.StartsWith("UNWIND", StringComparison.Ordinal)
            && step.Text.Contains("MATCH", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(lookUps);
        Assert.All(lookUps, step => Assert.Contains("USING INDEX SEEK ", step.Text, StringComparison.Ordinal));
        Assert.All(lookUps, step => Assert.DoesNotMatch("USING INDEX (?!SEEK )", step.Text));
    }

    // The server plans anew for another size of a list or a text, and for another type.
    [Fact]
    public async Task What_differs_in_form_is_in_one_parameter()
    {
        var others = (await Recorded.Value).SelectMany(step => step.Parameters ?? new Dictionary<string, object?>())
            .Where(parameter => parameter.Key != VaryingValues.Name && parameter.Value is not long);

        Assert.Empty(others.Select(parameter => parameter.Key).Distinct());
    }

    [Fact]
    public async Task Every_piece_of_Cypher_in_the_source_stands_in_a_statement_that_was_recorded()
    {
        var statements = await Recorded.Value;

        Findings.AssertNone(CypherPieces.Missing(statements));
    }

    [Fact]
    public async Task A_piece_that_no_statement_has_is_told()
    {
        var statements = await Recorded.Value;

        var missing = CypherPieces.Missing(
            statements.Where(step => !step.Text.Contains("STARTS WITH", StringComparison.Ordinal)));

        Assert.Contains("Queries/FilterCypher.cs", Assert.Single(missing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_has_every_stretch_and_the_printed_script_has_no_shape_of_its_own()
    {
        var statements = await Recorded.Value;
        var chosen = StatementChoice.Of(statements);

        Assert.True(chosen.Count * 5 < statements.Count, $"{chosen.Count} of {statements.Count}");
        Assert.Subset(StretchesOf(chosen), StretchesOf(statements));
        Assert.Subset(
            statements.Select(step => CypherShape.Of(step.Text)).ToHashSet(),
            SchemaText.Rules.Select(rule => CypherShape.Of(rule.Statement)).ToHashSet());
    }

    private static HashSet<string> StretchesOf(IEnumerable<CypherStep> statements) =>
        [.. statements.Select(step => CypherShape.Of(step.Text)).Distinct().SelectMany(StatementChoice.StretchesOf)];

    /// <summary>The printed script with its comments, and of its statements the first of each shape.</summary>
    private static string ScriptOfEachShape() => string.Join(
        '\n',
        File.ReadLines(Repo.PathOf("graph-schema", "neo4j", "0001-graph.cypher"))
            .DistinctBy(line => line.StartsWith("//", StringComparison.Ordinal) ? line : CypherShape.Of(line)));

    private static Task<(int ExitCode, string Output)> CheckAsync(IEnumerable<CypherStep> statements) =>
        NodeFactAttribute.RunAsync(
            JsonSerializer.Serialize(statements.Select(step => new
            {
                text = step.Text,
                parameters = step.Parameters?.Keys.ToArray() ?? [],
            })),
            "cypher-lint/check.mjs");
}
