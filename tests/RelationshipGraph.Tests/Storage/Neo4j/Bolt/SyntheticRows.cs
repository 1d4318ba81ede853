using RelationshipGraph.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>
/// Rows made by rule, encoded once in a block, so that a server of ours can give them faster than a client takes them.
/// </summary>
internal sealed class SyntheticRows
{
    private const int BlockRows = 1_000;

    private readonly byte[] _block;
    private readonly int[] _ends = new int[BlockRows];

    private SyntheticRows(string[] columns, Action<PackStreamWriter, int> writeRow)
    {
        Columns = columns;
        var writer = new PackStreamWriter();
        for (var row = 0; row < BlockRows; row++)
        {
            writer.BeginMessage(BoltMessage.Row, 1);
            writer.WriteList(columns.Length);
            writeRow(writer, row);
            writer.EndMessage();
            _ends[row] = writer.Written.Length;
        }

        _block = writer.Written.ToArray();
    }

    /// <summary>One integer, from 0 to 999 and again.</summary>
    public static SyntheticRows OneInteger { get; } = new(["n"], (writer, row) => writer.WriteInteger(row));

    /// <summary>An integer, a text, a number and a boolean.</summary>
    public static SyntheticRows FourColumns { get; } = new(["n", "name", "share", "isOpen"], (writer, row) =>
    {
        writer.WriteInteger(row);
        writer.WriteText($"employee-{row:0000}-of-the-company");
        writer.WriteNumber(row / 7.0);
        writer.WriteBoolean(row % 2 == 0);
    });

    public string[] Columns { get; }

    /// <summary>Sends the rows from one place in the sequence to another. It ends between rows only.</summary>
    public async Task SendAsync(Stream stream, long from, long count, CancellationToken ct)
    {
        while (count > 0)
        {
            var first = (int)(from % BlockRows);
            var rows = (int)Math.Min(count, BlockRows - first);
            var start = first == 0 ? 0 : _ends[first - 1];
            ct.ThrowIfCancellationRequested();
            await stream.WriteAsync(_block.AsMemory(start, _ends[first + rows - 1] - start), CancellationToken.None);
            from += rows;
            count -= rows;
        }
    }
}
