using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage;

/// <summary>Random commits on what a reference store holds: most changes are sound, some are not.</summary>
/// <param name="generator">Where records come from.</param>
/// <param name="memory">What there is to change.</param>
internal sealed class RandomCommits(RecordGenerator generator, ReferenceMemory memory)
{
    public Commit Next()
    {
        var stored = memory.State.Records.Values.ToList();
        var changes = Enumerable.Range(0, 1 + generator.Random.Next(25))
            .Select(_ => Change(stored))
            .DistinctBy(change => change.Id);
        return Some.Commit([.. changes]);
    }

    private Change Change(List<Record> stored)
    {
        var one = generator.Values.Pick(stored);
        var other = generator.Values.Pick(stored);
        return generator.Random.Next(20) switch
        {
            < 5 => new Change.Create(generator.Node(generator.Values.Pick(GraphModel.Nodes).Kind)),
            < 10 => new Change.Create(generator.Relationship(generator.Values.Pick(GraphModel.Relationships).Kind)),
            < 14 => new Change.Update(generator.Changed(one), one.Version),
            < 16 => new Change.Delete(one.Id, one.Version),
            16 => Unsound(one, other),
            17 => new Change.Update(
                generator.Changed(one) with { Source = other.Source, ExternalId = other.ExternalId }, one.Version),
            _ => new Change.Update(
                generator.Changed(one) with { Source = one.Source, ExternalId = one.ExternalId }, one.Version),
        };
    }

    private Change Unsound(Record one, Record other) => generator.Random.Next(5) switch
    {
        0 => new Change.Create(one),
        1 => new Change.Delete(one.Id, one.Version + 1),
        2 => new Change.Update(generator.Changed(one), one.Version - 1),
        3 when one is Relationship tie && other is Node node =>
            new Change.Update(tie with { ToId = node.Id, Version = tie.Version + 1 }, tie.Version),
        _ => new Change.Delete(generator.Named(RecordKind.Goal), 1),
    };
}
