using System.Globalization;
using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Core.Model;

public sealed class NaturalKeyTests
{
    private static readonly Employee Anna = Some.Employee();
    private static readonly Contact Bo = Some.Contact();

    [Fact]
    public void A_node_has_one_when_it_has_a_source_and_an_external_id()
    {
        Assert.Equal(
            NaturalKey.OfNode(RecordKind.Contact, "crm", "1"), (Bo with { Source = "crm", ExternalId = "1" }).NaturalKey);
        Assert.Null((Bo with { Source = "crm" }).NaturalKey);
        Assert.Null((Bo with { ExternalId = "1" }).NaturalKey);
        Assert.Null(Bo.NaturalKey);
    }

    [Fact]
    public void A_relationship_has_one_when_it_has_a_source()
    {
        var tie = Some.Knows(Anna, Bo) with { Source = "crm" };

        Assert.Equal(string.Empty, tie.NaturalKey!.Value.Local);
        Assert.Equal("2025-02-03", (tie with { From = new DateOnly(2025, 2, 3) }).NaturalKey!.Value.Local);
        Assert.Equal("7", (tie with { From = new DateOnly(2025, 2, 3), ExternalId = "7" }).NaturalKey!.Value.Local);
        Assert.Equal(
            (RecordKind.Knows, "crm", Anna.Id, Bo.Id),
            (tie.NaturalKey.Value.Kind, tie.NaturalKey.Value.Source, tie.NaturalKey.Value.FromId, tie.NaturalKey.Value.ToId));
        Assert.Null((tie with { Source = null, ExternalId = "7" }).NaturalKey);
    }

    [Fact]
    public void An_interactions_own_part_is_its_instant_and_channel()
    {
        var tie = Some.Interaction(Anna, Bo, Some.Now, Channel.Email) with { Source = "crm" };

        Assert.Equal("1768471200000 Email", tie.NaturalKey!.Value.Local);
        Assert.Equal("7", (tie with { ExternalId = "7" }).NaturalKey!.Value.Local);
        Assert.NotEqual(tie.NaturalKey, (tie with { Channel = Channel.Call }).NaturalKey);
    }

    [Fact]
    public void A_states_own_part_is_its_channel() => Assert.Equal(
        "Call", (Some.Interacted(Anna, Bo, Channel.Call) with { Source = "strength" }).NaturalKey!.Value.Local);

    [Fact]
    public void Keys_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            var tie = Some.Knows(Anna, Bo) with { Source = "crm", From = new DateOnly(2025, 2, 3) };
            Assert.Equal("2025-02-03", tie.NaturalKey!.Value.Local);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Direction_belongs_to_the_key() => Assert.NotEqual(
        (Some.Knows(Anna, Bo) with { Source = "crm" }).NaturalKey, (Some.Knows(Bo, Anna) with { Source = "crm" }).NaturalKey);
}
