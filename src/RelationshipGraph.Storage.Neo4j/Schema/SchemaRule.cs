namespace RelationshipGraph.Storage.Neo4j.Schema;

/// <summary>One constraint or index.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Type">As the database says it of the index: RANGE or FULLTEXT.</param>
/// <param name="Label">The label or relationship type.</param>
/// <param name="Properties">Its properties, in order.</param>
/// <param name="IsUnique">Whether it is a constraint.</param>
/// <param name="Statement">What makes it; does nothing where it is there.</param>
internal sealed record SchemaRule(
    string Name, string Type, string Label, IReadOnlyList<string> Properties, bool IsUnique, string Statement)
{
    // Splits at blanks and nothing else: the words are folded by us.
    public const string Analyzer = "unicode_whitespace";

    /// <summary>How the index splits texts; empty where it does not.</summary>
    public string Words => Type == "FULLTEXT" ? Analyzer : "";

    public static SchemaRule Unique(string name, string label, bool isNode, string property) => new(
        name, "RANGE", label, [property], true,
        $"CREATE CONSTRAINT {name} IF NOT EXISTS FOR {Pattern(label, isNode)} REQUIRE n.`{property}` IS UNIQUE");

    public static SchemaRule Range(string name, string label, bool isNode, params string[] properties) => new(
        name, "RANGE", label, properties, false,
        $"CREATE INDEX {name} IF NOT EXISTS FOR {Pattern(label, isNode)} "
        + $"ON ({string.Join(", ", properties.Select(one => $"n.`{one}`"))})");

    public static SchemaRule FullText(string name, string label, string property) => new(
        name, "FULLTEXT", label, [property], false,
        $"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:`{label}`) ON EACH [n.`{property}`] "
        + $"OPTIONS {{ indexConfig: {{ `fulltext.analyzer`: '{Analyzer}', `fulltext.eventually_consistent`: false }} }}");

    private static string Pattern(string label, bool isNode) => isNode ? $"(n:`{label}`)" : $"()-[n:`{label}`]-()";
}
