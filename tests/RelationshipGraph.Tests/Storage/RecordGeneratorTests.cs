using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Storage;

public sealed class RecordGeneratorTests
{
    private static readonly List<Record> Records = new RecordGenerator(1).Graph(nodes: 40, relationships: 120);

    [Fact]
    public void Every_value_is_one_the_model_allows()
    {
        foreach (var record in Records)
        {
            Assert.All(
                GraphModel.Of(record.Id).Properties,
                property => Assert.Null(PropertyCheck.Of(property, property.Get(record))));
        }
    }

    [Fact]
    public void Every_kind_property_and_word_comes_with_and_without_a_value()
    {
        foreach (var model in GraphModel.Kinds)
        {
            var records = Records.Where(record => record.Id.Kind == model.Kind).ToList();
            Assert.All(model.Properties, property => Assert.Contains(records, r => !property.Get(r).IsNothing));
            Assert.All(
                model.Properties.Where(property => property.IsNullable || property.IsList),
                property => Assert.Contains(records, r => property.Get(r).IsNothing));
            Assert.Contains(records, record => record.NaturalKey is not null);
            Assert.All(
                Enum.GetValues<Visibility>().Where(visibility => !model.IsNode || visibility != Visibility.Discreet),
                visibility => Assert.Contains(records, record => record.Visibility == visibility));
        }
    }

    [Fact]
    public void The_awkward_shapes_are_there()
    {
        var ties = Records.OfType<Relationship>().ToList();

        Assert.Contains(ties, tie => tie.FromId == tie.ToId);
        Assert.Contains(ties.GroupBy(tie => (tie.Id.Kind, tie.FromId, tie.ToId)), group => group.Count() > 1);
        Assert.Contains(Records, record => record is Network { IsSensitive: true });
        Assert.Contains(Records, record => record is Company { IsSensitive: true });
        Assert.Contains(ties, tie => tie is { From: not null, Until: null });
        Assert.Contains(ties, tie => tie is { From: not null, Until: not null });
    }

    [Fact]
    public void The_same_seed_makes_the_same_graph() =>
        Assert.Equal(new RecordGenerator(3).Graph(3, 5), new RecordGenerator(3).Graph(3, 5));
}
