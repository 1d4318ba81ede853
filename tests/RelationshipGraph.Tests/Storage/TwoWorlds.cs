using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage;

/// <summary>
/// Two worlds with the same visible records and different hidden ones: nodes, ties between hidden and visible nodes, hidden ties
/// between visible nodes, ties to sensitive networks and companies, with texts and values from the same pools.
/// </summary>
internal static class TwoWorlds
{
    /// <summary>Fills two empty stores with a world each and asks both the same.</summary>
    /// <returns>The seed, what was asked and the two answers; null where none differed.</returns>
    public static async Task<string?> FirstDifferenceAsync(IGraphStore one, IGraphStore other, int seed, int queryCount)
    {
        var generator = new RecordGenerator(seed);
        var drawn = generator.Graph(nodes: 4, relationships: 14);
        var scope = ScopeIn(generator, drawn);
        var whole = StateOf(drawn);
        var visible = drawn.Where(new ReferenceView(whole, scope, null).Sees).ToList();
        var hidden = drawn.Except(visible).ToList();
        var others = HiddenBeside(visible, scope, seed);

        await FillAsync(one, [.. visible, .. hidden]);
        await FillAsync(other, [.. visible, .. others]);

        var comparison = new StoreComparison(one, other);
        var queries = new RandomQueries(generator, [.. drawn, .. others]);
        for (var i = 0; i < queryCount; i++)
        {
            if (await comparison.AskAsync(queries, generator.Random, scope) is { } difference)
            {
                return $"Seed {seed}, query {i}: {difference}";
            }
        }

        return null;
    }

    private static ViewScope ScopeIn(RecordGenerator generator, List<Record> drawn)
    {
        var employees = drawn.OfType<Employee>().Where(employee => employee.Visibility == Visibility.Everyone).ToList();
        return generator.Random.Next(4) == 0 || employees.Count == 0
            ? ViewScope.Public
            : ViewScope.Of(employees[0].Id, employees.Skip(1).Take(1).Select(colleague => colleague.Id));
    }

    /// <summary>Records that the scope does not see, beside the visible ones and tied to them.</summary>
    public static List<Record> HiddenBeside(List<Record> visible, ViewScope scope, int seed)
    {
        var generator = new RecordGenerator(seed + 1_000_000);
        generator.Know(visible.OfType<Node>());
        var fresh = generator.Graph(nodes: 3, relationships: 20)
            .Select(record => record with { Source = record.Source is { } source ? $"other {source}" : null })
            .ToList();
        while (true)
        {
            // What is visible goes, and with a node what is tied to it, until only hidden records are left.
            var view = new ReferenceView(StateOf([.. visible, .. fresh]), scope, null);
            var gone = fresh.Where(view.Sees).Select(record => record.Id).ToHashSet();
            if (gone.Count == 0)
            {
                return fresh;
            }

            fresh.RemoveAll(record => gone.Contains(record.Id)
                || (record is Relationship tie && (gone.Contains(tie.FromId) || gone.Contains(tie.ToId))));
        }
    }

    private static ReferenceState StateOf(IReadOnlyList<Record> records)
    {
        var memory = new ReferenceMemory();
        Assert.IsType<CommitResult.Done>(memory.Apply(Some.Creating(records)));
        return memory.State;
    }

    private static async Task FillAsync(IGraphStore store, IReadOnlyList<Record> records) =>
        Assert.IsType<CommitResult.Done>(await store.CommitAsync(Some.Creating(records), Some.NoToken));
}
