using System.Text;
using System.Text.Json;
using CsCheck;
using RelationshipGraph.Model;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Core.Model;

public sealed class PropertyJsonTests
{
    [Fact]
    public void What_is_written_is_read_again() => Gen.Int.Sample(
        seed =>
        {
            foreach (var record in new RecordGenerator(seed).Graph(nodes: 1, relationships: 1))
            {
                foreach (var property in GraphModel.Of(record.Id).Properties)
                {
                    var value = property.Get(record);
                    using var json = JsonDocument.Parse(Written(property.Type, value));
                    Assert.True(PropertyJson.TryRead(json.RootElement, property.Type, out var read), $"{property}: {value}");
                    Assert.Equal(value, read);
                }
            }
        },
        iter: 30);

    [Fact]
    public void Single_values_have_a_text_that_is_read_again() => Gen.Int.Sample(
        seed =>
        {
            var values = new RandomValues(new Random(seed));
            AssertText(PropertyType.Date, PropertyValue.Of(values.Day()));
            AssertText(PropertyType.Instant, PropertyValue.Of(values.Instant()));
            AssertText(PropertyType.Text, PropertyValue.Of(values.Text()));
            AssertText(PropertyType.Id, PropertyValue.Of(Some.Id(RecordKind.Goal)));
        },
        iter: 200);

    [Fact]
    public void Every_finite_number_comes_back_bit_for_bit() => Gen.Double.Where(double.IsFinite).Sample(number =>
    {
        using var json = JsonDocument.Parse(Written(PropertyType.Number, PropertyValue.Of(number)));
        Assert.True(PropertyJson.TryRead(json.RootElement, PropertyType.Number, out var read));
        Assert.Equal(PropertyValue.Of(number), read);
    });

    [Theory]
    [InlineData(PropertyType.Number, "0.1", "0.1")]
    [InlineData(PropertyType.Number, "1e3", "1000")]
    [InlineData(PropertyType.Number, "100", "100")]
    [InlineData(PropertyType.Boolean, "true", "true")]
    [InlineData(PropertyType.Date, "\"2026-01-15\"", "\"2026-01-15\"")]
    [InlineData(PropertyType.Instant, "\"2026-01-15T11:00:00.1239+01:00\"", "\"2026-01-15T10:00:00.123Z\"")]
    [InlineData(PropertyType.Instant, "\"2026-01-15T10:00:00Z\"", "\"2026-01-15T10:00:00.000Z\"")]
    [InlineData(PropertyType.Text, "\"\\u00e6 <b>&\\u0027\"", "\"æ <b>&'\"")]
    [InlineData(PropertyType.TextList, "[ \"\\u00e6\" , \"b\" ]", "[\"æ\",\"b\"]")]
    [InlineData(PropertyType.TextList, "[]", "null")]
    [InlineData(PropertyType.Integer, "null", "null")]
    public void Values_are_written_in_one_form(PropertyType type, string json, string written)
    {
        using var parsed = JsonDocument.Parse(json);

        Assert.True(PropertyJson.TryRead(parsed.RootElement, type, out var value));
        Assert.Equal(written, Written(type, value));
    }

    [Theory]
    [InlineData(PropertyType.Integer, "1.5")]
    [InlineData(PropertyType.Integer, "9223372036854775808")]
    [InlineData(PropertyType.Integer, "\"1\"")]
    [InlineData(PropertyType.Number, "1e999")]
    [InlineData(PropertyType.Number, "\"0.5\"")]
    [InlineData(PropertyType.Boolean, "1")]
    [InlineData(PropertyType.Boolean, "\"true\"")]
    [InlineData(PropertyType.Date, "\"2026-02-30\"")]
    [InlineData(PropertyType.Date, "\"2026-1-5\"")]
    [InlineData(PropertyType.Date, "\"15-01-2026\"")]
    [InlineData(PropertyType.Date, "20260115")]
    [InlineData(PropertyType.Instant, "\"2026-01-15\"")]
    [InlineData(PropertyType.Instant, "\"2026-01-15T10:00:00\"")]
    [InlineData(PropertyType.Instant, "\"2026-01-15 10:00:00Z\"")]
    [InlineData(PropertyType.Instant, "\"2026-01-15T25:00:00Z\"")]
    [InlineData(PropertyType.Instant, "\"9999-12-31T23:59:59-14:00\"")]
    [InlineData(PropertyType.Instant, "1768471200000")]
    [InlineData(PropertyType.Id, "\"emp\"")]
    [InlineData(PropertyType.Id, "5")]
    [InlineData(PropertyType.Text, "5")]
    [InlineData(PropertyType.Text, "[\"a\"]")]
    [InlineData(PropertyType.Text, "{}")]
    [InlineData(PropertyType.TextList, "\"a\"")]
    [InlineData(PropertyType.TextList, "{}")]
    [InlineData(PropertyType.Documents, "{}")]
    public void Another_form_is_refused(PropertyType type, string json)
    {
        using var parsed = JsonDocument.Parse(json);

        Assert.False(PropertyJson.TryRead(parsed.RootElement, type, out var value));
        Assert.True(value.IsNothing);
    }

    [Fact]
    public void No_text_makes_reading_fail_otherwise() =>
        Gen.String.Select(Gen.Enum<PropertyType>()).Sample((text, type) =>
        {
            var isRead = PropertyJson.TryReadText(text, type, out var value);
            Assert.Equal(isRead, !value.IsNothing);
        });

    private static void AssertText(PropertyType type, PropertyValue value)
    {
        Assert.True(PropertyJson.TryReadText(PropertyJson.ToText(type, value), type, out var read));
        Assert.Equal(value, read);
    }

    private static string Written(PropertyType type, PropertyValue value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, PropertyJson.Options))
        {
            PropertyJson.Write(json, type, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
