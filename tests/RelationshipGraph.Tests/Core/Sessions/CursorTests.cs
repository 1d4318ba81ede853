using CsCheck;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Sessions;

public sealed class CursorTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly RecordId Id = RecordId.FromValue(RecordIds.At(RecordKind.Contact, At, 5, 6).Value);

    private static readonly Gen<PropertyValue> Values = Gen.OneOf(
        Gen.Long.Select(PropertyValue.Of),
        Gen.Double.Where(double.IsFinite).Select(PropertyValue.Of),
        Gen.String[Gen.Char[' ', '~'], 0, 200].Select(PropertyValue.Of),
        Gen.Const(PropertyValue.Nothing));

    [Fact]
    public void What_is_written_is_read() => Gen.Select(Gen.ULong, Values).Sample((list, value) =>
        Cursor.Read(list, value.Primitive, Cursor.Write(list, new Keyset(value, Id)), "after") == new Keyset(value, Id));

    [Fact]
    public void Another_list_refuses_it() => Gen.Select(Gen.ULong, Gen.ULong, Values).Where((a, b, _) => a != b).Sample(
        (list, other, value) => IsRefused(other, value.Primitive, Cursor.Write(list, new Keyset(value, Id))));

    [Fact]
    public void A_value_of_another_sort_is_refused() =>
        Assert.True(IsRefused(1, PropertyPrimitive.Text, Cursor.Write(1, new Keyset(PropertyValue.Of(5), Id))));

    [Fact]
    public void No_text_whatever_brings_it_down() =>
        Gen.Select(Gen.String, Gen.Enum<PropertyPrimitive>()).Sample((text, primitive) => IsRefused(1, primitive, text));

    [Fact]
    public void No_changed_cursor_brings_it_down() =>
        Gen.Select(Values, Gen.Int[0, 400], Gen.Char.AlphaNumeric).Sample((value, place, letter) =>
        {
            var cursor = Cursor.Write(7, new Keyset(value, Id)).ToCharArray();
            cursor[place % cursor.Length] = letter;
            var read = TryRead(7, value.Primitive, new string(cursor));
            Assert.True(read is null || !read.Value.Id.IsNone);
        });

    [Fact]
    public void The_problem_names_the_argument()
    {
        var thrown = Assert.Throws<RequestException>(() => Cursor.Read(1, PropertyPrimitive.Nothing, "abc", "before"));

        Assert.Equal((ProblemCode.BadCursor, "before"), (thrown.Code, thrown.Problem.Path));
    }

    private static bool IsRefused(ulong list, PropertyPrimitive primitive, string text) => TryRead(list, primitive, text) is null;

    private static Keyset? TryRead(ulong list, PropertyPrimitive primitive, string text)
    {
        try
        {
            return Cursor.Read(list, primitive, text, "after");
        }
        catch (RequestException refused) when (refused.Code == ProblemCode.BadCursor)
        {
            return null;
        }
    }
}
