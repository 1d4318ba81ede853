using CsCheck;
using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Core.Model;

public sealed class RecordIdTests
{
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz_ilouABCæ ";

    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<RecordId> Ids = Gen.Select(
        Gen.Enum<RecordKind>(),
        Gen.Long[0, (1L << 41) - 2],
        Gen.Int[0, 1023],
        Gen.Int[0, 63],
        (kind, milliseconds, lane, count) => RecordIds.At(kind, Epoch.AddMilliseconds(milliseconds), lane, count));

    [Fact]
    public void What_is_written_is_read_again() => Ids.Sample(id =>
    {
        var text = id.ToString();

        Assert.Equal(17, text.Length);
        Assert.True(RecordId.TryParse(text, out var read));
        Assert.Equal(id, read);
        Assert.Equal(id, RecordId.FromValue(id.Value));
        Assert.True(id.Value > 0);
        Assert.False(id.IsNone);
    });

    [Fact]
    public void Written_ids_of_one_kind_sort_as_the_ids_do() => Ids.Select(Ids).Sample((left, right) =>
    {
        Assert.Equal(left.CompareTo(right), -right.CompareTo(left));
        Assert.Equal(left < right, right > left);
        Assert.Equal(left <= right, !(left > right));
        Assert.Equal(left >= right, !(left < right));
        if (left.Kind == right.Kind)
        {
            Assert.Equal(left.CompareTo(right), Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString())));
        }
    });

    [Fact]
    public void Ids_of_one_kind_sort_by_their_instant() => Gen.Int[0, 1_000_000].Select(Gen.Int[0, 1023]).Sample((later, lane) =>
    {
        var first = RecordIds.At(RecordKind.Contact, Some.Now, lane, 63);
        var second = RecordIds.At(RecordKind.Contact, Some.Now.AddMilliseconds(1 + later), 1023 - lane, 0);
        Assert.True(first < second);
    });

    [Fact]
    public void Any_text_is_an_id_exactly_or_none() => Ids.Select(Gen.Int[0, 16], Gen.Char[Letters]).Sample((id, at, letter) =>
    {
        var text = id.ToString().ToCharArray();
        text[at] = letter;
        var changed = new string(text);
        if (RecordId.TryParse(changed, out var read))
        {
            Assert.Equal(changed, read.ToString());
        }
        else
        {
            Assert.True(read.IsNone || read.Kind != id.Kind || changed != id.ToString());
        }
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("emp")]
    [InlineData("emp_")]
    [InlineData("emp_0000000000000")]
    [InlineData("emp_zzzzzzzzzzzzz")]
    [InlineData("emp_8000000000000")]
    [InlineData("emp_00c5k2v8q0004g")]
    [InlineData("emp_c5k2v8q0004g")]
    public void What_is_no_id_is_refused(string? text)
    {
        Assert.False(RecordId.TryParse(text, out _));
    }

    [Fact]
    public void Every_sort_of_wrong_letter_place_and_tag_is_refused()
    {
        var id = RecordIds.At(RecordKind.Employee, Some.Now, 5, 6).ToString();
        string[] wrong =
        [
            id.ToUpperInvariant(), "EMP" + id[3..], id.Replace('_', '-'), "con" + id[3..], "xyz" + id[3..], " " + id, id + " ",
            id[..^1] + "i", id[..^1] + "l", id[..^1] + "o", id[..^1] + "u", id[..^1] + "é", id[..^1], id + "0", id[4..],
        ];

        Assert.True(RecordId.TryParse(id, out _));
        Assert.All(wrong, text => Assert.False(RecordId.TryParse(text, out _), text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(1)]
    [InlineData(63L << 16)]
    [InlineData(20L << 16)]
    [InlineData(31L << 16)]
    public void A_number_that_names_no_kind_is_refused(long value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordId.FromValue(value));

    [Fact]
    public void The_default_names_nothing()
    {
        Assert.True(default(RecordId).IsNone);
        Assert.Equal(string.Empty, default(RecordId).ToString());
        Assert.Equal(0, default(RecordId).Value);
    }

    [Fact]
    public void The_written_form_never_changes()
    {
        var id = RecordIds.At(RecordKind.Employee, new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero), 0, 1);

        Assert.Equal("emp_0p65cgs002001", id.ToString());
    }
}
