using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Statements;

/// <summary>A row of given values; a list is an array.</summary>
internal sealed class ValueRow : ICypherRow
{
    private readonly Stack<object?> _left = new();

    public ValueRow(params object?[] values) => Put(values);

    public bool TryReadNull()
    {
        var isNull = _left.Peek() is null;
        if (isNull)
        {
            _left.Pop();
        }

        return isNull;
    }

    public bool ReadBoolean() => (bool)_left.Pop()!;

    public long ReadInteger() => (long)_left.Pop()!;

    public double ReadNumber() => (double)_left.Pop()!;

    public string ReadText() => (string)_left.Pop()!;

    public byte[] ReadBytes() => (byte[])_left.Pop()!;

    public int ReadListCount()
    {
        var list = (object?[])_left.Pop()!;
        Put(list);
        return list.Length;
    }

    public int ReadMapCount() => throw new NotSupportedException("No row here has a map.");

    public void Skip() => _left.Pop();

    private void Put(object?[] values)
    {
        for (var i = values.Length - 1; i >= 0; i--)
        {
            _left.Push(values[i]);
        }
    }
}
