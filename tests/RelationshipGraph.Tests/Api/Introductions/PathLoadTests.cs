using RelationshipGraph.Model;
using RelationshipGraph.Tests.Api.Graph;
using RelationshipGraph.Tests.Core.Sessions;

namespace RelationshipGraph.Tests.Api.Introductions;

/// <summary>What a path says of how much its first introducer is asked.</summary>
public sealed class PathLoadTests : IDisposable
{
    private readonly OpenGraph _graph = OpenGraph.InMemory();
    private readonly Contact _kim = Some.Contact("Kim");
    private readonly Contact _lone = Some.Contact("Lone");

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task The_loads_of_all_paths_are_read_at_once_and_a_tie_of_ones_own_needs_none()
    {
        var (anna, bent, carl) = (_graph.Door.Anna, _graph.Door.Bent, _graph.Door.Carl);
        await _graph.WithAsync(
            _kim, Some.Knows(anna, _kim, .9), Some.Knows(anna, bent, .8), Some.Knows(bent, _kim, .8), Some.Knows(anna, carl, .7),
            Some.Knows(carl, _kim, .7), Asked(bent), Asked(carl), Asked(carl));
        var query = $"{{ introductionPaths(to: \"{_kim.Id}\") {{ paths {{ score load {{ asks loadFactor }} }} }} }}";
        var without = $"{{ introductionPaths(to: \"{_kim.Id}\", byLoad: false) {{ paths {{ score }} }} }}";
        var viewer = OpenDoor.As(anna);

        var answer = await _graph.AskAsync(viewer, query);
        var plain = await _graph.Door.Reads.CountAsync(() => _graph.AskAsync(viewer, without));
        var loaded = await _graph.Door.Reads.CountAsync(() => _graph.AskAsync(viewer, query));

        Assert.Equal(
            ["", """{"asks":1,"loadFactor":0.75}""", """{"asks":2,"loadFactor":0.6}"""],
            answer.EachAt("introductionPaths.paths", "load"));
        Assert.Equal(plain + 1, loaded);
    }

    [Fact]
    public async Task Who_is_asked_much_comes_later_and_keeps_the_score()
    {
        var (anna, bent, carl) = (_graph.Door.Anna, _graph.Door.Bent, _graph.Door.Carl);
        await _graph.WithAsync(
            _kim, Some.Knows(anna, bent, .9), Some.Knows(bent, _kim, .9), Some.Knows(anna, carl, .8), Some.Knows(carl, _kim, .8),
            Asked(bent), Asked(bent));
        const string Paths = "paths { hops { to { name } } }";
        var ends = $"to: \"{_kim.Id}\", first: 1";

        var answer = await _graph.AskAsync(
            OpenDoor.As(anna),
            $"{{ ranked: introductionPaths({ends}) {{ {Paths} }} "
            + $"plain: introductionPaths({ends}, byLoad: false) {{ {Paths} }} }}");

        Assert.Equal("Carl Dam", answer.At("ranked.paths.0.hops.0.to.name").GetString());
        Assert.Equal("Bent Æbelø", answer.At("plain.paths.0.hops.0.to.name").GetString());
    }

    [Fact]
    public async Task The_introducer_before_a_closed_step_has_a_load()
    {
        await _graph.WithAsync(
            _kim, _lone, Some.Knows(_graph.Door.Anna, _kim, .9),
            Some.Knows(_kim, _lone, .9) with { Visibility = Visibility.Discreet, OwnerId = _graph.Door.Carl.Id }, Asked(_kim));

        var answer = await _graph.AskAsync(
            OpenDoor.As(_graph.Door.Anna),
            $"{{ introductionPaths(to: \"{_lone.Id}\") {{ paths {{ closedStep {{ from {{ name }} }} load {{ asks }} }} }} }}");

        var path = answer.At("introductionPaths.paths.0");
        Assert.Equal(
            path.GetProperty("closedStep").GetProperty("from").GetProperty("name").GetString() == "Kim"
                ? """{"asks":1}"""
                : "null",
            path.GetProperty("load").GetRawText());
    }

    private Introduction Asked(Node introducer) => Some.Introduction(_graph.Door.Carl.Id, _kim.Id) with
    {
        IntroducerId = introducer.Id,
        State = IntroductionState.Asked,
        AskedOn = OpenDoor.Today,
    };
}
