using GraphQL.Types;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage;
using Xunit.Abstractions;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>What a viewer may not see changes no byte of any answer of the API.</summary>
public sealed class WorldPairTests(ITestOutputHelper output)
{
    private const int Pairs = 1_000;

    private static readonly string[] Codes =
    [
        ProblemCode.BadCursor, ProblemCode.BadPage, ProblemCode.PageTooLarge, ProblemCode.Malformed, ProblemCode.SearchTooShort,
        ProblemCode.NotFound, ProblemCode.EndMissing, ProblemCode.VersionConflict, ProblemCode.Forbidden, ProblemCode.Required,
    ];

    private static readonly string[] Happenings =
    [
        "walks forward", "walks backward", "searches that found", "paths found", "paths with a closed step",
        "paths through a group", "viewers with an employee", "viewers without an employee",
        .. Enum.GetNames<Visibility>().Select(name => $"visibility {name.ToUpperInvariant()}"),
    ];

    [Fact]
    public async Task No_answer_tells_two_worlds_apart_that_differ_in_what_is_hidden()
    {
        var coverage = new Coverage();
        for (var seed = 1; seed <= Pairs; seed++)
        {
            var pair = WorldPair.Draw(seed, OpenDoor.Today);
            await using var one = await World.OpenAsync(new ReferenceGraphStore(), pair.One, validates: true);
            await using var other = await World.OpenAsync(new ReferenceGraphStore(), pair.Other, validates: false);
            var comparison = new PairComparison(pair, one, other, coverage, World.Schema);
            var difference = await comparison.FirstDifferenceAsync(queries: 2, walks: 1, changes: 1);
            Assert.True(difference is null, difference);
            coverage.Note(pair);
        }

        foreach (var (what, times) in coverage.Events)
        {
            output.WriteLine($"{what}: {times}");
        }

        AssertLeftNothingOut(coverage);
    }

    [Fact]
    public async Task The_whole_application_with_its_store_keeps_the_same_secrets()
    {
        var coverage = new Coverage();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var seed in new[] { 2_001, 2_002, 2_003, 2_006, 2_007, 2_008 })
        {
            var pair = WorldPair.Draw(seed, today);
            await using var one = await ServedWorld.OpenAsync(pair.One);
            await using var other = await ServedWorld.OpenAsync(pair.Other);
            var comparison = new PairComparison(pair, one, other, coverage, World.Schema);

            // What is made over HTTP gets ids of chance, so that only refusals can be compared.
            var difference = await comparison.FirstDifferenceAsync(queries: 4, walks: 2, changes: 2, areStale: true);
            Assert.True(difference is null, difference);
        }

        Assert.True(coverage.Events["answers"] >= 50);
    }

    private static void AssertLeftNothingOut(Coverage coverage)
    {
        var root = World.Schema.Query.Fields.Select(field => $"Query.{field.Name}");
        var changes = World.Schema.Mutation!.Fields
            .Where(field => !InputWriter.MayReveal(field.Name))
            .Select(field => $"Mutation.{field.Name}");
        var lists =
            from type in World.Schema.AllTypes.OfType<IObjectGraphType>()
            from field in type.Fields
            where field.Arguments?.Find("after") is not null || field.Name == "totalCount"
            select $"{type.Name}.{field.Name}";
        Assert.Empty(root.Concat(changes).Concat(lists).Except(coverage.Fields));
        Assert.Empty(new[] { "filter", "orderBy", "history", "asOf", "kinds", "through" }.Except(coverage.Arguments));
        Assert.Equal(["all", "none", "some"], coverage.Quantifiers.Order());
        Assert.Equal(["ASC", "DESC"], coverage.Directions.Order());

        Assert.Empty(Enum.GetValues<Roles>().Except(coverage.Roles));
        var hidden =
            from kind in GraphModel.Kinds
            from visibility in Enum.GetValues<Visibility>()
            where visibility != Visibility.Everyone && (visibility != Visibility.Discreet || !kind.IsNode)
            select (kind.Kind, visibility);
        Assert.Empty(hidden.Except(coverage.Hidden));

        Assert.Empty(Codes.Except(coverage.Codes));
        Assert.Empty(Happenings.Except(coverage.Events.Keys));
    }
}
