using RelationshipGraph.Model;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>
/// The records of two worlds and somebody who must not be able to tell them apart. What the viewer may see is the same in both,
/// down to versions and times; the hidden nodes, ties, memberships and texts are others, or none.
/// </summary>
/// <param name="Seed">Makes the same pair again.</param>
/// <param name="Viewer">Who asks.</param>
/// <param name="AsksPaths">
/// Whether introduction paths are asked for. A discreet tie of others counts in them, by design, so such ties are then the same
/// in both worlds; else they differ as all that is hidden does.
/// </param>
internal sealed record WorldPair(int Seed, Viewer Viewer, bool AsksPaths)
{
    private static readonly Roles[] RolesOf =
    [
        Roles.Employee, Roles.Sales, Roles.Strategy, Roles.Employee, Roles.Sales | Roles.Strategy, Roles.None,
        Roles.Employee | Roles.Sales, Roles.Strategy,
    ];

    /// <summary>All that is in the one world.</summary>
    public required IReadOnlyList<Record> One { get; init; }

    /// <summary>All that is in the other.</summary>
    public required IReadOnlyList<Record> Other { get; init; }

    /// <summary>What the viewer sees, in both.</summary>
    public required IReadOnlyList<Record> Seen { get; init; }

    /// <summary>What is hidden, in either.</summary>
    public IReadOnlyList<Record> Hidden => [.. One.Concat(Other).Except(Seen)];

    /// <summary>Draws a pair.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="today">The day the worlds will be asked on; teams are those of the day.</param>
    public static WorldPair Draw(int seed, DateOnly today)
    {
        var generator = new RecordGenerator(seed);
        var asksPaths = generator.Values.Chance(50);
        var drawn = generator.Graph(generator.Random.Next(1, 3), generator.Random.Next(3, 9));
        if (asksPaths)
        {
            AddTies(drawn, generator);
        }

        var state = StateOf(drawn);
        var viewer = ViewerIn(drawn, seed, generator.Values);
        var scope = ScopeOf(viewer, state, today);
        var view = new ReferenceView(state, scope, null);
        var seen = drawn.Where(view.Sees).ToList();
        var kept = asksPaths ? drawn.Where(record => CountsInPaths(record, state, view)).ToList() : [];
        var hidden = drawn.Except(seen).Except(kept).ToList();
        return new WorldPair(seed, viewer, asksPaths)
        {
            One = drawn,
            Other = [.. seen, .. kept, .. HiddenBeside([.. seen, .. kept], hidden, scope, seed, asksPaths)],
            Seen = seen,
        };
    }

    /// <summary>More of what paths lead over; memberships of few groups, so that people meet in them.</summary>
    private static void AddTies(List<Record> records, RecordGenerator generator)
    {
        RecordKind[] kinds = [RecordKind.Knows, RecordKind.Knows, RecordKind.WorksAt, RecordKind.MemberOf];
        var nodes = records.OfType<Node>().Select(node => node.Id).ToHashSet();
        RecordId[] groups =
        [
            records.OfType<Company>().First().Id, .. records.OfType<Network>().Take(2).Select(network => network.Id),
        ];
        records.AddRange(Enumerable.Range(0, 32)
            .Select(i => generator.Relationship(kinds[i % kinds.Length]) with { Source = null })
            .Select(tie => generator.Values.Chance(60) ? tie with { From = null, Until = null } : tie)
            .Select(tie => tie.Id.Kind == RecordKind.Knows ? tie
                : tie with { ToId = generator.Values.Pick([.. groups.Where(group => group.Kind == tie.ToId.Kind)]) })
            .Where(tie => nodes.Contains(tie.FromId) && nodes.Contains(tie.ToId)));
    }

    private static Viewer ViewerIn(List<Record> drawn, int seed, RandomValues values)
    {
        var roles = seed % 40 == 0 ? Roles.Administrator : RolesOf[seed % RolesOf.Length];
        var employee = values.Chance(20) ? default : values.Pick(drawn.OfType<Employee>().ToList()).Id;
        return new Viewer(employee, roles, employee.IsNone ? "somebody" : employee.ToString());
    }

    /// <summary>The rule of teams, written once more: the current departments that everyone sees.</summary>
    private static ViewScope ScopeOf(Viewer viewer, ReferenceState state, DateOnly today)
    {
        if (viewer.IsAdministrator || viewer.Employee.IsNone)
        {
            return viewer.IsAdministrator ? ViewScope.All : ViewScope.Public;
        }

        var open = new ReferenceView(state, ViewScope.Public, today);
        var colleagues =
            from own in open.Edges(viewer.Employee, RecordKind.InDepartment, Direction.Outgoing)
            from member in open.Edges(own.End.Id, RecordKind.InDepartment, Direction.Incoming)
            select member.End.Id;
        return ViewScope.Of(viewer.Employee, colleagues);
    }

    private static bool CountsInPaths(Record record, ReferenceState state, ReferenceView view) =>
        record is Relationship { Visibility: Visibility.Discreet } tie
        && !view.Sees(tie)
        && view.Sees(state.Records[tie.FromId])
        && view.Sees(state.Records[tie.ToId]);

    /// <summary>The hidden records of the other world: nothing, or changed ones of the first and fresh ones.</summary>
    private static List<Record> HiddenBeside(
        List<Record> shared, IEnumerable<Record> hidden, ViewScope scope, int seed, bool asksPaths)
    {
        if (scope.Everything || seed % 7 == 3)
        {
            return [];
        }

        var generator = new RecordGenerator(seed + 1_000_000);
        generator.Know(shared.OfType<Node>());
        var others = generator.Graph(generator.Random.Next(1, 3), generator.Random.Next(3, 9));
        if (asksPaths)
        {
            AddTies(others, generator);
        }

        var taken = others.Concat(shared).Select(record => record.Id).ToHashSet();
        var changed = hidden.Where(record => !taken.Contains(record.Id) && generator.Values.Chance(50)).ToList();
        others.AddRange(changed.Select(record => generator.Changed(record) with { Version = record.Version }));
        var keys = new HashSet<NaturalKey>();
        others = [.. others
            .Select(record => record with { Source = record.Source is { } source ? $"other {source}" : null })
            .Where(record => record.NaturalKey is not { } key || keys.Add(key))];
        while (true)
        {
            // What has lost an end goes, then what is seen, until only hidden records are left.
            var nodes = shared.Concat(others).OfType<Node>().Select(node => node.Id).ToHashSet();
            others.RemoveAll(record => record is Relationship tie && !(nodes.Contains(tie.FromId) && nodes.Contains(tie.ToId)));
            var state = StateOf([.. shared, .. others]);
            var view = new ReferenceView(state, scope, null);
            if (others.RemoveAll(record => view.Sees(record) || (asksPaths && CountsInPaths(record, state, view))) == 0)
            {
                return others;
            }
        }
    }

    private static ReferenceState StateOf(IReadOnlyList<Record> records)
    {
        var memory = new ReferenceMemory();
        Assert.IsType<CommitResult.Done>(memory.Apply(Some.Creating(records)));
        return memory.State;
    }
}
