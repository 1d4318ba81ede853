using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Schema;

/// <summary>Makes a database a store of ours, brings an older one forward, and looks whether it is one.</summary>
internal sealed class Migration(ICypherTransport transport)
{
    /// <summary>The version that this program knows.</summary>
    public const int Version = 1;

    private const long WaitSeconds = 600;
    private const int TriesMax = 5;

    /// <summary>Makes what is missing.</summary>
    /// <exception cref="StoreForeignException">Something else is in the database.</exception>
    /// <exception cref="StoreNewerException">A newer program wrote it.</exception>
    public async Task ApplyAsync(CancellationToken ct)
    {
        await FindVersionAsync(mayBeEmpty: true, ct);
        foreach (var rule in SchemaText.Rules)
        {
            await MakeAsync(rule, ct);
        }

        await transport.RunAloneAsync(
            CypherAccess.Write,
            new CypherStep("CALL db.awaitIndexes($seconds)", new Dictionary<string, object?> { ["seconds"] = WaitSeconds }),
            ct);
        await transport.RunAsync(
            CypherAccess.Write,
            () =>
            [
                new CypherStep("MERGE (q:Sequence {name: 'changes'}) ON CREATE SET q.value = 0, q.applied = 0"),
                new CypherStep(
                    "MERGE (s:Store {name: 'relationshipgraph'}) SET s.version = $version",
                    new Dictionary<string, object?> { ["version"] = (long)Version }),
            ],
            ct);
        if (await FindDifferencesAsync(ct) is { Count: > 0 } differences)
        {
            throw new StoreCorruptException(Failures.Store, new InvalidOperationException(string.Join(" ", differences)));
        }
    }

    /// <summary>Whether all that the schema asks for is there, as far as we may look.</summary>
    public async Task<bool> IsWholeAsync(CancellationToken ct)
    {
        try
        {
            return (await FindDifferencesAsync(ct)).Count == 0;
        }
        catch (CypherException failure) when (failure.Cause == CypherFailure.Forbidden)
        {
            // A user who may read and write records need not be one who may look at indexes.
            return true;
        }
    }

    /// <summary>The version in the database; 0 where the database is empty.</summary>
    public async Task<int> FindVersionAsync(bool mayBeEmpty, CancellationToken ct)
    {
        var (version, isEmpty) = await LookAsync(ct);
        if (version == 0 && !isEmpty)
        {
            // Another instance may have made it between our two questions.
            (version, isEmpty) = await LookAsync(ct);
        }

        if (version > Version)
        {
            throw new StoreNewerException(Failures.Store, (int)Math.Min(version, int.MaxValue), Version);
        }

        return version > 0 || (isEmpty && mayBeEmpty) ? (int)version : throw new StoreForeignException(Failures.Store);
    }

    private async Task<(long Version, bool IsEmpty)> LookAsync(CancellationToken ct)
    {
        var (version, isEmpty) = (0L, true);
        await transport.RunAsync(
            CypherAccess.Read,
            () =>
            [
                new CypherStep(
                    "MATCH (s:Store {name: 'relationshipgraph'}) RETURN s.version",
                    OnRow: row => version = row.ReadInteger()),
                new CypherStep("MATCH (n) RETURN 1 LIMIT 1", OnRow: _ => isEmpty = false),
            ],
            ct);
        return (version, isEmpty);
    }

    // Two instances may make it at once. Whatever stands in the way is found when all is compared.
    private async Task MakeAsync(SchemaRule rule, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await transport.RunAloneAsync(CypherAccess.Write, new CypherStep(rule.Statement), ct);
                return;
            }
            catch (CypherException failure) when (failure.Code.StartsWith("Neo.ClientError.Schema.", StringComparison.Ordinal))
            {
                return;
            }
            catch (CypherException failure) when (failure.IsTransient && tries < TriesMax)
            {
                // Another one holds the schema just now.
            }
        }
    }

    /// <summary>What is asked of the database and is not so, a sentence each.</summary>
    public async Task<IReadOnlyList<string>> FindDifferencesAsync(CancellationToken ct)
    {
        var found = new Dictionary<string, Found>();
        await transport.RunAloneAsync(
            CypherAccess.Read,
            new CypherStep(
                "SHOW INDEXES YIELD name, state, type, labelsOrTypes, properties, owningConstraint, options "
                + "RETURN name, state, type, labelsOrTypes, properties, owningConstraint, "
                + "coalesce(options.indexConfig['fulltext.analyzer'], '')",
                OnRow: row =>
                {
                    var (name, state, type) = (row.ReadText(), row.ReadText(), row.ReadText());
                    found[name] = new Found(state, type, Joined(row), Joined(row), HasText(row), row.ReadText());
                }),
            ct);
        var differences = new List<string>();
        foreach (var rule in SchemaText.Rules)
        {
            if (!found.TryGetValue(rule.Name, out var there))
            {
                differences.Add($"The index {rule.Name} is missing.");
            }
            else if (there != new Found(
                "ONLINE", rule.Type, rule.Label, string.Join(',', rule.Properties), rule.IsUnique, rule.Words))
            {
                differences.Add($"The index {rule.Name} is another one, or not online.");
            }
        }

        return differences;
    }

    private sealed record Found(string State, string Type, string Label, string Properties, bool IsUnique, string Words);

    private static bool HasText(ICypherRow row)
    {
        if (row.TryReadNull())
        {
            return false;
        }

        row.Skip();
        return true;
    }

    private static string Joined(ICypherRow row)
    {
        if (row.TryReadNull())
        {
            return string.Empty;
        }

        var names = new string[row.ReadListCount()];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = row.ReadText();
        }

        return string.Join(',', names);
    }
}
