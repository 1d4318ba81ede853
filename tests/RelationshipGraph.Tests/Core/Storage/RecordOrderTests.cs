using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Storage;

public sealed class RecordOrderTests
{
    [Fact]
    public void An_order_can_be_written_out()
    {
        var byName = new RecordOrder(GraphModel.Of(RecordKind.Contact)["name"], Descending: true);

        Assert.Equal("name descending", $"{byName}");
        Assert.Equal("id ascending", $"{RecordOrder.ById}");
        Assert.Contains("name descending", new PageQuery(RecordKind.Contact) { Order = byName }.ToString());
    }

    [Fact]
    public void The_reverse_of_the_reverse_is_the_order() =>
        Assert.Equal(RecordOrder.ById, RecordOrder.ById.Reversed.Reversed);

    [Fact]
    public void The_place_of_a_record_holds_its_sort_key_or_nothing()
    {
        var contact = Some.Contact("Åse Ærø");
        var byName = new RecordOrder(GraphModel.Of(RecordKind.Contact)["name"], Descending: false);

        Assert.Equal(new Keyset(PropertyValue.Of("}se {r|"), contact.Id), Keyset.Of(contact, byName));
        Assert.Equal(new Keyset(default, contact.Id), Keyset.Of(contact, RecordOrder.ById));
        Assert.Equal(
            new Keyset(PropertyValue.Of(contact.CreatedAt), contact.Id),
            Keyset.Of(contact, new RecordOrder(GraphModel.Of(RecordKind.Contact)["createdAt"], Descending: true)));
    }
}
