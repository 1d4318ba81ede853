using RelationshipGraph.Model;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Api.Graph;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Api.Worlds;

/// <summary>Two worlds that differ only in what the viewer may not see, asked the same through the API.</summary>
internal static class ApiWorlds
{
    /// <summary>Fills two empty stores with a world each, asks both the same questions, and walks lists to their ends.</summary>
    /// <returns>The seed, the question and both answers; null where no byte differed.</returns>
    public static async Task<string?> FirstDifferenceAsync(
        IGraphStore one, IGraphStore other, int seed, int questionCount)
    {
        var generator = new RecordGenerator(seed);
        var drawn = generator.Graph(nodes: 3, relationships: 12);
        var viewer = ViewerIn(generator, drawn);

        // Discreet ties of others count in paths, so the worlds that are asked for paths do not differ in them.
        var withPaths = seed % 2 == 0;
        var scope = await ScopeOfAsync(drawn, viewer);
        var visible = await SeenAsync(drawn, scope);
        var hidden = Differing(drawn.Except(visible), withPaths);
        var others = Differing(TwoWorlds.HiddenBeside(visible, scope, seed), withPaths);

        await FillAsync(one, [.. visible, .. hidden]);
        await FillAsync(other, [.. visible, .. others]);
        await using var oneDoor = DoorTo(one);
        await using var otherDoor = DoorTo(other);
        var questions = new RandomQuestions(generator, [.. visible, .. hidden, .. others], [.. hidden, .. others], withPaths);
        for (var i = 0; i < questionCount; i++)
        {
            var isWalk = i % 10 == 9;
            var difference = isWalk
                ? await WalkAsync(oneDoor, otherDoor, viewer, generator)
                : await AskAsync(oneDoor, otherDoor, viewer, questions.Next());
            if (difference is not null)
            {
                return $"Seed {seed}, question {i}: {difference}";
            }
        }

        return null;
    }

    private static Viewer ViewerIn(RecordGenerator generator, List<Record> drawn)
    {
        var employees = drawn.OfType<Employee>().Where(e => e.Visibility == Visibility.Everyone).ToList();
        var roles = generator.Values.Pick([Roles.None, Roles.Employee, Roles.Sales, Roles.Strategy]);
        return generator.Random.Next(4) == 0 || employees.Count == 0
            ? new Viewer(default, roles, "token")
            : new Viewer(employees[0].Id, roles, employees[0].Id.ToString());
    }

    private static async Task<ViewScope> ScopeOfAsync(List<Record> drawn, Viewer viewer)
    {
        await using var store = new ReferenceGraphStore();
        await FillAsync(store, drawn);
        await using var door = DoorTo(store);
        return (await door.OpenAsync(viewer, null, Some.NoToken)).Scope;
    }

    private static async Task<List<Record>> SeenAsync(List<Record> drawn, ViewScope scope)
    {
        await using var store = new ReferenceGraphStore();
        await FillAsync(store, drawn);
        var seen = await store.ReadAsync([.. drawn.Select(r => r.Id)], scope, Some.NoToken);
        return [.. drawn.Where(r => seen.ContainsKey(r.Id))];
    }

    private static List<Record> Differing(IEnumerable<Record> hidden, bool withPaths) =>
        [.. hidden.Where(r => !withPaths || r.Visibility != Visibility.Discreet)];

    private static async Task FillAsync(IGraphStore store, IReadOnlyList<Record> records) =>
        Assert.IsType<CommitResult.Done>(await store.CommitAsync(Some.Creating(records), Some.NoToken));

    private static SessionDoor DoorTo(IGraphStore store) =>
        new(store, new RecordIds(Some.TimeAt(Some.Now), new Random(1)), Some.CommitId, Some.TimeAt(Some.Now));

    private static async Task<string?> AskAsync(SessionDoor one, SessionDoor other, Viewer viewer, string question)
    {
        var answers = (One: await TextAsync(one, viewer, question), Other: await TextAsync(other, viewer, question));
        return answers.One == answers.Other ? null : $"{question}\n{answers.One}\n{answers.Other}";
    }

    private static async Task<string?> WalkAsync(SessionDoor one, SessionDoor other, Viewer viewer, RecordGenerator generator)
    {
        var model = generator.Values.Pick(GraphModel.Nodes);
        var order = generator.Values.Pick(["field: ID", "field: CREATED_AT, direction: DESC", "field: KNOWN_SINCE"]);
        string? after = null;
        do
        {
            var question = RandomQuestions.Page(model, order, after);
            if (await AskAsync(one, other, viewer, question) is { } difference)
            {
                return difference;
            }

            var session = await one.OpenAsync(viewer, null, Some.NoToken);
            var info = (await OpenGraph.AnswerAsync(session, question)).At($"{model.Plural}.pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        return null;
    }

    private static async Task<string> TextAsync(SessionDoor door, Viewer viewer, string question)
    {
        var answer = await OpenGraph.AnswerAsync(await door.OpenAsync(viewer, null, Some.NoToken), question);
        Assert.DoesNotContain(answer.Errors, e => e.Code.Contains(':', StringComparison.Ordinal));
        return $"{(answer.Data.ValueKind == default ? "no data" : answer.Data.GetRawText())} {string.Join(' ', answer.Errors)}";
    }
}
