using RelationshipGraph.Tests.Storage.Contract;
namespace RelationshipGraph.Tests.Api.Graph;

public abstract class WalkTests<TPlace> : IDisposable
    where TPlace : IStorePlace
{
    private static readonly string[] Names = ["Anker", "Berg", "Cæsar", "Dam", "Eg", "Fjord", "Grøn", "Høj", "Ibsen", "Åbo"];

    private readonly OpenGraph _graph = OpenGraph.On<TPlace>();

    public void Dispose()
    {
        _graph.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableTheory]
    [InlineData("ASC", true)]
    [InlineData("ASC", false)]
    [InlineData("DESC", true)]
    [InlineData("DESC", false)]
    public async Task A_list_is_walked_to_its_end_both_ways_while_others_write(string direction, bool forward)
    {
        await _graph.WithAsync(Names.Select(n => (Record)Some.Network(n)).Reverse().ToArray());
        var seen = await WalkAsync(
            $"networks(orderBy: {{ field: NAME, direction: {direction} }},", "networks", forward,
            step => _graph.Door.StoreAsync(Some.Network($"Ny {step}"), Some.Network($"Aa {step}")));

        var wanted = direction == "ASC" ? Names : [.. Names.Reverse()];
        Assert.Equal(wanted, seen.Where(n => Names.Contains(n)));
    }

    [SkippableTheory]
    [InlineData("ASC", true)]
    [InlineData("DESC", false)]
    public async Task The_relationships_of_a_node_are_walked_alike(string direction, bool forward)
    {
        var network = Some.Network("VL");
        var members = Names.Select(n => Some.Contact(n)).ToArray();
        await _graph.WithAsync([network, .. members, .. members.Select(m => Some.MemberOf(m, network))]);

        var seen = await WalkAsync(
            $"networks {{ nodes {{ members(orderBy: {{ field: CREATED_AT, direction: {direction} }},", "networks.nodes.0.members",
            forward,
            async step =>
            {
                var late = Some.Contact($"Ny {step}");
                await _graph.Door.StoreAsync(late, Some.MemberOf(late, network));
            });

        var wanted = direction == "ASC" ? Names : [.. Names.Reverse()];
        Assert.Equal(wanted, seen.Where(n => Names.Contains(n)));
    }

    // Three at a time, in the list's own order; on each page the flags must say what the next page shows.
    private async Task<List<string>> WalkAsync(string head, string path, bool forward, Func<int, Task> writeAsync)
    {
        var seen = new List<string>();
        string? cursor = null;
        for (var step = 0; step < 50; step++)
        {
            var part = forward ? $"first: 3, after: {Quoted(cursor)}" : $"last: 3, before: {Quoted(cursor)}";
            var isNested = path.Contains('.', StringComparison.Ordinal);
            var node = isNested ? "... on Contact { name }" : "name";
            var close = isNested ? "} }" : string.Empty;
            var answer = await _graph.AskAsync(
                $"{{ {head} {part}) {{ edges {{ cursor node {{ {node} }} }} "
                    + $"pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} {close} }}");
            var names = answer.At($"{path}.edges").EnumerateArray()
                .Select(e => e.GetProperty("node").GetProperty("name").GetString()!).ToArray();
            seen.InsertRange(forward ? seen.Count : 0, names);
            var info = answer.At($"{path}.pageInfo");
            Assert.Equal(cursor is not null, info.GetProperty(forward ? "hasPreviousPage" : "hasNextPage").GetBoolean());
            if (!info.GetProperty(forward ? "hasNextPage" : "hasPreviousPage").GetBoolean())
            {
                return seen;
            }

            cursor = info.GetProperty(forward ? "endCursor" : "startCursor").GetString();
            await writeAsync(step);
        }

        throw new InvalidOperationException("The walk has no end.");
    }

    private static string Quoted(string? cursor) => cursor is null ? "null" : $"\"{cursor}\"";
}
