using CsCheck;
using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Core.Model;

public sealed class ValueTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(double.Epsilon)]
    public void A_share_and_a_strength_lie_between_zero_and_one(double value)
    {
        Assert.Equal(value, new Share(value).Value);
        Assert.Equal(value, new TieStrength(value).Value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-double.Epsilon)]
    [InlineData(1.0000000000000002)]
    public void Nothing_else_is_a_share_or_a_strength(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Share(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TieStrength(value));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.001)]
    [InlineData(10_000.001)]
    public void Hours_have_a_range(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Hours(value));
        Assert.Equal(10_000, new Hours(10_000).Value);
        Assert.Equal(0, new Hours(0).Value);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(MinorUnits.ValueMax + 1)]
    [InlineData(long.MaxValue)]
    public void An_amount_is_not_negative_and_has_a_greatest_value(long value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinorUnits(value));
        Assert.Equal(MinorUnits.ValueMax, new MinorUnits(MinorUnits.ValueMax).Value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Only_finite_numbers_are_kept(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PropertyValue.Of(value));

    [Fact]
    public void Negative_zero_is_zero()
    {
        Assert.Equal(PropertyValue.Of(0.0), PropertyValue.Of(-0.0));
        Assert.False(double.IsNegative(PropertyValue.Of(-0.0).Number));
        Assert.Equal("0", PropertyValue.Of(-0.0).ToString());
    }

    [Fact]
    public void A_value_is_read_as_what_it_is_and_as_nothing_else()
    {
        PropertyValue[] all = [default, PropertyValue.Of(1L), PropertyValue.Of(1.0), PropertyValue.Of("1")];

        Assert.All(all, value =>
        {
            AssertReads(PropertyPrimitive.Integer, value, v => v.Integer);
            AssertReads(PropertyPrimitive.Number, value, v => v.Number);
            AssertReads(PropertyPrimitive.Text, value, v => v.Text);
            Assert.Equal(value.Primitive == PropertyPrimitive.Nothing, value.IsNothing);
        });
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void Days_and_instants_come_back()
    {
        Gen.Date.Sample(date =>
        {
            var day = DateOnly.FromDateTime(date);
            Assert.Equal(day, PropertyValue.Of(day).ToDate());
        });
        Gen.Long[-62_135_596_800_000, 253_402_300_799_999].Sample(milliseconds =>
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
            Assert.Equal(at, PropertyValue.Of(at).ToInstant());
        });
        Assert.Equal(0, PropertyValue.Of(new DateOnly(1970, 1, 1)).Integer);
        Assert.Equal(DateOnly.MinValue, PropertyValue.Of(DateOnly.MinValue).ToDate());
        Assert.Equal(DateOnly.MaxValue, PropertyValue.Of(DateOnly.MaxValue).ToDate());
    }

    [Fact]
    public void Lists_are_equal_by_their_entries_in_order()
    {
        ValueList<string> list = ["a", "b"];

        Assert.Equal(list, ValueList.From(new List<string> { "a", "b" }));
        Assert.Equal(list.GetHashCode(), ValueList.From(["a", "b"]).GetHashCode());
        Assert.NotEqual(list, ValueList.From(["b", "a"]));
        Assert.NotEqual(list, ValueList.From(["a"]));
        Assert.False(list.Equals(null));
        Assert.Same(ValueList<string>.Empty, ValueList.From(Array.Empty<string>()));
        Assert.Equal(("[a, b]", 2, "b"), (list.ToString(), list.Count, list[1]));
    }

    [Fact]
    public void A_list_does_not_change_with_what_it_was_made_of()
    {
        var made = new[] { "a" };
        var list = ValueList.From(made);

        made[0] = "b";

        Assert.Equal("a", list[0]);
    }

    private static void AssertReads<T>(PropertyPrimitive wanted, PropertyValue value, Func<PropertyValue, T> read)
    {
        if (value.Primitive == wanted)
        {
            Assert.Equal("1", read(value)!.ToString());
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => read(value));
        }
    }
}
