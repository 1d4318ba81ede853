using System.Net.Sockets;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>What reading allocates. All answers are there already, so that everything happens on this thread.</summary>
public sealed class BoltMemoryTests
{
    private const int Rows = 100_000;

    [Fact]
    public async Task Rows_of_plain_values_are_read_without_allocating()
    {
        long sum = 0;
        var allocated = await AllocatedByAsync(writer => writer.WriteInteger(123_456), row => sum += row.ReadInteger());

        Assert.Equal(Rows * 123_456L, sum);
        Assert.InRange(allocated, 0, Rows / 10);
    }

    [Fact]
    public async Task Rows_with_a_text_allocate_that_text_only()
    {
        long sum = 0;
        var allocated = await AllocatedByAsync(
            writer => writer.WriteText("a name of twenty-six chars"), row => sum += row.ReadText().Length);

        // An object's head, its length, 26 characters and a zero: 80 bytes.
        Assert.Equal(Rows * 26L, sum);
        Assert.InRange(allocated, Rows * 80L, (Rows * 80L) + (Rows / 10));
    }

    [Fact]
    public async Task A_thousand_queries_allocate_alike_and_hold_nothing()
    {
        var step = new CypherStep("Q", null, row => row.Skip());
        var work = new BoltWork(CypherAccess.Read, null, [], TimeSpan.FromSeconds(1));
        using var connection = Connection(Enumerable.Repeat(Answer(writer => writer.WriteInteger(1), 100), 1_200));
        for (var i = 0; i < 200; i++)
        {
            await connection.RunAloneAsync(work, step, 1_000, Some.NoToken);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            await connection.RunAloneAsync(work, step, 1_000, Some.NoToken);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000, 0, 1_000);
    }

    private static async Task<long> AllocatedByAsync(Action<PackStreamWriter> write, Action<ICypherRow> read)
    {
        var work = new BoltWork(CypherAccess.Read, null, [], TimeSpan.FromSeconds(1));
        var answer = Answer(write, Rows);
        using (var warm = Connection([answer]))
        {
            var rows = 0;
            await warm.RunAloneAsync(work, new CypherStep("Q", null, _ => rows++), Rows, Some.NoToken);
            Assert.Equal(Rows, rows);
        }

        using var connection = Connection([answer]);
        var step = new CypherStep("Q", null, read);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await connection.RunAloneAsync(work, step, Rows, Some.NoToken);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static BoltConnection Connection(IEnumerable<byte[]> answers) => new(
        new BoltHost("canned", 1),
        new Socket(SocketType.Stream, ProtocolType.Tcp),
        new CannedStream(answers),
        TimeSpan.FromSeconds(1),
        BoltTestKit.Standstill);

    private static byte[] Answer(Action<PackStreamWriter> write, int rows) => PackStreamTests.Written(writer =>
    {
        Success(writer);
        for (var row = 0; row < rows; row++)
        {
            writer.BeginMessage(BoltMessage.Row, 1);
            writer.WriteList(1);
            write(writer);
            writer.EndMessage();
        }

        Success(writer);
    });

    private static void Success(PackStreamWriter writer)
    {
        writer.BeginMessage(BoltMessage.Success, 1);
        writer.WriteMap(0);
        writer.EndMessage();
    }
}
