using CsCheck;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class PackStreamTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char['\0', '\uD7FF'], 0, 40];

    private static readonly Gen<object?> Plain = Gen.OneOf(
        Gen.Const((object?)null),
        Gen.Bool.Select(value => (object?)value),
        Gen.Long.Select(value => (object?)value),
        Gen.Int[-200, 200].Select(value => (object?)(long)value),
        Gen.OneOf<long>(long.MinValue, long.MaxValue, int.MinValue, int.MaxValue, short.MinValue, -129, -128, -17, -16, 127, 128)
            .Select(value => (object?)value),
        Gen.Double.Select(value => (object?)value),
        Text.Select(value => (object?)value),
        Gen.Byte.Array[0, 300].Select(value => (object?)value));

    [Fact]
    public void Any_value_comes_back_as_it_was() => Nested(3).Sample(value =>
    {
        var (data, start, end) = MessageOf(Written(writer => Message(writer, value)));
        var reader = new PackStreamReader();
        reader.Set(data, start, end);
        reader.ReadStructure();

        Assert.Equivalent(value, PackStreamObjects.Read(reader), strict: true);
    });

    [Fact]
    public void Any_value_can_be_passed_over() => Nested(3).Sample(value =>
    {
        var bytes = Written(writer =>
        {
            writer.BeginMessage(BoltMessage.Row, 2);
            writer.WriteValue(value);
            writer.WriteInteger(4711);
            writer.EndMessage();
        });
        var (data, start, end) = MessageOf(bytes);
        var reader = new PackStreamReader();
        reader.Set(data, start, end);
        reader.ReadStructure();

        reader.Skip();

        Assert.Equal(4711, reader.ReadInteger());
    });

    [Fact]
    public void A_message_cut_short_anywhere_is_an_error_and_nothing_else()
    {
        var value = new List<object?> { "text", 300L, 1.5, new Dictionary<string, object?> { ["k"] = new byte[20] }, true };
        var (data, start, end) = MessageOf(Written(writer => Message(writer, value)));
        var reader = new PackStreamReader();
        for (var cut = start; cut < end; cut++)
        {
            reader.Set(data, start, cut);
            var failure = Assert.Throws<CypherException>(() =>
            {
                reader.ReadStructure();
                return PackStreamObjects.Read(reader);
            });
            Assert.Equal(CypherFailure.Protocol, failure.Cause);

            reader.Set(data, start, cut);
            Assert.Throws<CypherException>(() =>
            {
                reader.ReadStructure();
                reader.Skip();
            });
        }
    }

    [Theory]
    [InlineData(new byte[] { PackStreamMarker.List32, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { PackStreamMarker.Map32, 0x7F, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { PackStreamMarker.Text32, 0x40, 0, 0, 0 })]
    [InlineData(new byte[] { PackStreamMarker.Bytes32, 0x80, 0, 0, 0 })]
    [InlineData(new byte[] { PackStreamMarker.Text16, 0xFF, 0xFF, 0x41 })]
    [InlineData(new byte[] { 0xC4 })]
    [InlineData(new byte[] { 0xEF, 1, 2, 3 })]
    [InlineData(new byte[] { PackStreamMarker.TinyText + 2, 0xC3, 0x28 })]
    public void What_claims_too_much_or_makes_no_sense_is_refused(byte[] value)
    {
        var reader = new PackStreamReader();
        reader.Set(value, 0, value.Length);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var failure = Assert.Throws<CypherException>(() => PackStreamObjects.Read(reader));

        Assert.Equal(CypherFailure.Protocol, failure.Cause);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Lists_nested_too_deeply_are_refused()
    {
        var value = Enumerable.Repeat((byte)(PackStreamMarker.TinyList + 1), 2_000).Append((byte)1).ToArray();
        var reader = new PackStreamReader();
        reader.Set(value, 0, value.Length);

        Assert.Equal(CypherFailure.Protocol, Assert.Throws<CypherException>(reader.Skip).Cause);

        object? parameter = 1L;
        for (var depth = 0; depth < 100; depth++)
        {
            parameter = new List<object?> { parameter };
        }

        Assert.Equal(
            CypherFailure.Statement,
            Assert.Throws<CypherException>(() => new PackStreamWriter().WriteValue(parameter)).Cause);
    }

    [Fact]
    public void Integers_are_read_in_any_width_and_as_numbers()
    {
        byte[] seven =
        [
            7,
            PackStreamMarker.Integer8, 7,
            PackStreamMarker.Integer16, 0, 7,
            PackStreamMarker.Integer32, 0, 0, 0, 7,
            PackStreamMarker.Integer64, 0, 0, 0, 0, 0, 0, 0, 7,
        ];
        var reader = new PackStreamReader();
        reader.Set(seven, 0, seven.Length);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(7, reader.ReadInteger());
        }

        reader.Set(seven, 0, seven.Length);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(7.0, reader.ReadNumber());
        }
    }

    [Fact]
    public void Parameters_that_the_server_would_change_or_does_not_know_are_refused()
    {
        foreach (var value in new object[]
        {
            "half \uD83D", 1.5m, Some.Now, Guid.Empty, new object(), new Dictionary<int, string> { [1] = "a" },
        })
        {
            var failure = Assert.Throws<CypherException>(() => new PackStreamWriter().WriteValue(value));
            Assert.Equal(CypherFailure.Statement, failure.Cause);
        }
    }

    [Fact]
    public void Lists_and_maps_of_plain_types_are_written_as_those_of_objects()
    {
        var writer = new PackStreamWriter();
        writer.WriteValue(new object?[]
        {
            new[] { "a" }, new List<string> { "a" }, new[] { 1L }, new[] { 1 }, new List<double> { 1.5 }, new[] { true },
            new Dictionary<string, string> { ["k"] = "v" }, new SortedDictionary<string, long> { ["k"] = 1 },
            new List<byte[]> { new byte[1] },
        });
        var expected = new PackStreamWriter();
        expected.WriteValue(new object?[]
        {
            new object?[] { "a" }, new object?[] { "a" }, new object?[] { 1L }, new object?[] { 1L }, new object?[] { 1.5 },
            new object?[] { true }, new Dictionary<string, object?> { ["k"] = "v" },
            new Dictionary<string, object?> { ["k"] = 1L },
            new object?[] { new byte[1] },
        });

        Assert.Equal(expected.Written.ToArray(), writer.Written.ToArray());
    }

    [Fact]
    public void A_value_of_another_type_says_so()
    {
        var writer = new PackStreamWriter();
        writer.WriteValue("text");
        var bytes = writer.Written.ToArray();
        foreach (var read in new Action<ICypherRow>[]
        {
            row => row.ReadInteger(), row => row.ReadBoolean(), row => row.ReadNumber(), row => row.ReadBytes(),
            row => row.ReadListCount(), row => row.ReadMapCount(),
        })
        {
            var reader = new PackStreamReader();
            reader.Set(bytes, 0, bytes.Length);
            Assert.Equal(CypherFailure.Statement, Assert.Throws<CypherException>(() => read(reader)).Cause);
        }
    }

    internal static byte[] Written(Action<PackStreamWriter> write)
    {
        var writer = new PackStreamWriter();
        write(writer);
        return writer.Written.ToArray();
    }

    private static void Message(PackStreamWriter writer, object? value)
    {
        writer.BeginMessage(BoltMessage.Row, 1);
        writer.WriteValue(value);
        writer.EndMessage();
    }

    /// <summary>The message without the lengths of its chunks.</summary>
    private static (byte[] Data, int Start, int End) MessageOf(byte[] framed)
    {
        var message = new List<byte>();
        for (var at = 0; at < framed.Length - 2;)
        {
            var length = (framed[at] << 8) + framed[at + 1];
            message.AddRange(framed.AsSpan(at + 2, length));
            at += 2 + length;
        }

        return ([.. message], 0, message.Count);
    }

    private static Gen<object?> Nested(int depth) => depth == 0
        ? Plain
        : Gen.Frequency(
            (4, Plain),
            (1, Nested(depth - 1).List[0, 17].Select(list => (object?)list)),
            (1, Gen.Dictionary(Text, Nested(depth - 1))[0, 17].Select(map => (object?)map)));
}
