using Microsoft.Extensions.DependencyInjection;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Api.Graph;

/// <summary>Each kind of the model is created, read, updated, emptied and deleted by what the schema offers for it.</summary>
public abstract class EveryKindTests<TPlace> : IDisposable
    where TPlace : IStorePlace
{
    private readonly OpenGraph _graph = OpenGraph.On<TPlace>();
    private readonly SampleInput _sample = new();

    public void Dispose()
    {
        _graph.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableTheory]
    [MemberData(nameof(WritableKinds.Names), MemberType = typeof(WritableKinds))]
    public async Task A_record_goes_through_its_whole_life(string kind)
    {
        await _graph.WithAsync(_sample.Named);

        await new RecordLife(_graph.AskAsync, _sample).LiveAsync(GraphModel.Find(kind)!);
    }

    [SkippableFact]
    public async Task Every_kind_does_so_through_the_whole_application()
    {
        using var server = new ApiServer();
        using var client = server.SignedIn();
        var store = server.Services.GetRequiredService<IGraphStore>();
        Assert.IsType<CommitResult.Done>(await store.CommitAsync(Some.Creating(_sample.Named), Some.NoToken));
        var life = new RecordLife(
            async (query, variables) =>
            {
                var json = (await client.AskAsync(query, variables)).Json;
                Assert.False(json.TryGetProperty("errors", out var errors), errors.ToString());
                return new Answer(json.GetProperty("data"), []);
            },
            _sample);

        foreach (var model in GraphModel.Kinds.Where(k => !k.IsDerived))
        {
            await life.LiveAsync(model);
        }
    }

    [SkippableFact]
    public async Task Every_list_of_the_root_and_every_list_of_every_node_can_be_read()
    {
        await _graph.WithAsync(_sample.Named);
        var lists = string.Join('\n', GraphModel.Nodes.Select(model =>
            $"{model.Plural}(first: 2) {{ totalCount pageInfo {{ endCursor }} nodes {{ __typename "
            + string.Join(' ', EdgeSide.At(model.Kind).Select(s =>
                $"{s.Name} {{ totalCount edges {{ cursor id version node {{ ... on Node {{ id }} }} }} }}"))
            + " } }"));

        var answer = await _graph.AskAsync($"{{ {lists} }}");

        foreach (var model in GraphModel.Nodes)
        {
            var expected = _sample.Named.Append(_graph.Door.Anna).Append(_graph.Door.Bent).Append(_graph.Door.Carl)
                .Count(r => r.Id.Kind == model.Kind);
            Assert.Equal(expected, answer.At($"{model.Plural}.totalCount").GetInt32());
            Assert.All(answer.EachAt($"{model.Plural}.nodes", "__typename"), name => Assert.Equal(model.Name, name));
        }
    }
}
