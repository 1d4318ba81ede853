using CsCheck;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltInputTests
{
    [Fact]
    public async Task Bytes_that_come_split_at_any_place_give_the_same_messages()
    {
        var bytes = PackStreamTests.Written(writer =>
        {
            Message(writer, "first");
            writer.WriteRaw([0, 0]);
            Message(writer, new string('x', 200));
            writer.WriteRaw([0, 0, 0, 0]);
            Message(writer, "");
        });
        for (var split = 0; split <= bytes.Length; split++)
        {
            var stream = new CannedStream([bytes[..split], bytes[split..]]);

            Assert.Equal(["first", new string('x', 200), ""], await ReadAllAsync(stream, 3));
        }
    }

    [Fact]
    public async Task Messages_cut_into_chunks_of_any_size_are_put_together() => await Gen.Select(
        Gen.Int[0, 300_000].Array[1, 4], Gen.Int[1, 65_535].Array[1, 5], Gen.Int[1, 200_000]).SampleAsync(
        async (sizes, chunks, piece) =>
        {
            var texts = sizes.Select(size => new string((char)('a' + (size % 26)), size)).ToList();
            var framed = texts.SelectMany((text, i) => Chunked(Payload(text), chunks[i % chunks.Length])).ToArray();

            Assert.Equal(texts, await ReadAllAsync(new CannedStream(framed.Chunk(piece)), texts.Count));
        },
        iter: 60);

    [Fact]
    public async Task Large_messages_are_cut_into_chunks_by_the_writer()
    {
        foreach (var size in new[] { 65_527, 65_528, 65_529, 65_530, 65_531, 131_060, 131_065, 131_070, 1_000_000 })
        {
            var text = new string('y', size);
            var bytes = PackStreamTests.Written(writer =>
            {
                Message(writer, "before");
                Message(writer, text);
                Message(writer, "after");
            });

            Assert.Equal(["before", text, "after"], await ReadAllAsync(new CannedStream([bytes]), 3));
        }
    }

    [Fact]
    public async Task A_message_larger_than_allowed_is_refused_before_it_is_held()
    {
        var chunk = new byte[65_535 + 2];
        (chunk[0], chunk[1]) = (0xFF, 0xFF);
        var stream = new CannedStream(Enumerable.Repeat(chunk, 1_100));

        var failure = await Assert.ThrowsAsync<CypherException>(() => ReadAllAsync(stream, 1));

        Assert.Equal(CypherFailure.Protocol, failure.Cause);
    }

    private static async Task<List<string>> ReadAllAsync(Stream stream, int count)
    {
        var input = new BoltInput(stream, TimeProvider.System);
        var reader = new PackStreamReader();
        var texts = new List<string>();
        while (texts.Count < count)
        {
            while (input.TryRead(reader))
            {
                reader.ReadStructure();
                texts.Add(reader.ReadText());
            }

            if (texts.Count < count)
            {
                await input.FillAsync(TimeSpan.FromMinutes(1), Some.NoToken);
            }
        }

        return texts;
    }

    private static void Message(PackStreamWriter writer, string text)
    {
        writer.BeginMessage(BoltMessage.Row, 1);
        writer.WriteText(text);
        writer.EndMessage();
    }

    private static byte[] Payload(string text) => PackStreamTests.Written(writer =>
    {
        writer.WriteStructure(BoltMessage.Row, 1);
        writer.WriteText(text);
    });

    private static IEnumerable<byte> Chunked(byte[] payload, int size) => payload.Chunk(size)
        .SelectMany(chunk => (byte[])[(byte)(chunk.Length >> 8), (byte)(chunk.Length & 0xFF), .. chunk])
        .Concat([(byte)0, (byte)0]);
}
