using CsCheck;
using RelationshipGraph.Model;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Core.Model;

public sealed class RecordModelTests
{
    [Fact]
    public void A_record_built_of_its_values_is_the_record() => Gen.Int.Sample(
        seed => Assert.All(new RecordGenerator(seed).Graph(nodes: 1, relationships: 2), record =>
        {
            var model = GraphModel.Of(record.Id);
            var values = model.Properties.Select(property => property.Get(record)).ToArray();

            var built = model.Build(values);

            Assert.Equal(record, built);
            Assert.Equal(values, model.Properties.Select(property => property.Get(built)));
        }),
        iter: 30);

    [Fact]
    public void What_is_absent_gets_its_default()
    {
        foreach (var model in GraphModel.Kinds)
        {
            var id = Some.Id(model.Kind);
            var values = new PropertyValue[model.Properties.Count];
            values[0] = PropertyValue.Of(id);

            Assert.Equal("id", model.Properties[0].Name);
            Assert.Equal(model.Blank(id), model.Build(values));
            Assert.Equal(1, model.Blank(id).Version);
        }

        Assert.Equal("DKK", ((Network)GraphModel.Of(RecordKind.Network).Blank(Some.Id(RecordKind.Network))).Currency);
        Assert.True(((Employee)GraphModel.Of(RecordKind.Employee).Blank(Some.Id(RecordKind.Employee))).IsActive);
    }

    [Fact]
    public void Another_number_of_values_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GraphModel.Of(RecordKind.Goal).Build(new PropertyValue[3]));

    [Fact]
    public void With_replaces_values_on_a_copy()
    {
        var bo = Some.Contact() with { Title = "Maler" };
        var model = GraphModel.Of(RecordKind.Contact);

        var changed = (Contact)bo.With([
            new(model["name"], PropertyValue.Of("Carl")),
            new(model["title"], PropertyValue.Nothing),
            new(model["topics"], PropertyValue.Of("[\"kunst\"]")),
            new(model["decisionRole"], PropertyValue.Of("DECISION_MAKER")),
        ]);

        Assert.Equal(
            bo with { Name = "Carl", Title = null, Topics = ["kunst"], DecisionRole = DecisionRole.DecisionMaker }, changed);
        Assert.Equal(("Bo Lind", "Maler"), (bo.Name, bo.Title));
    }

    [Fact]
    public void A_copy_is_equal_and_another_object()
    {
        var anna = Some.Employee();

        Assert.Equal(anna, anna.Copy());
        Assert.NotSame(anna, anna.Copy());
    }

    [Fact]
    public void Properties_are_found_by_name()
    {
        var model = GraphModel.Of(RecordKind.Network);

        Assert.Equal("meetings_a_year", model["meetingsAYear"].Column);
        Assert.Null(model.Find("MeetingsAYear"));
        Assert.Throws<KeyNotFoundException>(() => model["nothing"]);
        Assert.Equal("name", model.NameProperty!.Name);
        Assert.Null(GraphModel.Of(RecordKind.Seat).NameProperty);
    }

    [Fact]
    public void Ranges_come_from_the_type_and_the_declaration()
    {
        AssertRange(RecordKind.CreditedTo, "share", 0, 1);
        AssertRange(RecordKind.Knows, "declaredStrength", 0, 1);
        AssertRange(RecordKind.Employee, "networkingHours", 0, 10_000);
        AssertRange(RecordKind.Network, "entryFee", 0, MinorUnits.ValueMax);
        AssertRange(RecordKind.Network, "noticeMonths", 0, 120);
        AssertRange(RecordKind.Company, "employeeCount", 0, int.MaxValue);
        AssertRange(RecordKind.Contact, "version", 1, int.MaxValue);

        static void AssertRange(RecordKind kind, string property, double min, double max) =>
            Assert.Equal((min, max), (GraphModel.Of(kind)[property].Min, GraphModel.Of(kind)[property].Max));
    }
}
