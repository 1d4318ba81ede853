using System.Text;

namespace RelationshipGraph.Tests.Importing;

/// <summary>A file of many rows that is made while it is read.</summary>
internal sealed class RowStream(string header, int rows, Func<int, string> row) : Stream
{
    private byte[] _part = Encoding.UTF8.GetBytes(header);
    private int _at;
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == _part.Length)
        {
            if (_next == rows)
            {
                return 0;
            }

            var text = new StringBuilder();
            for (var i = 0; i < 1_000 && _next < rows; i++)
            {
                text.Append(row(_next++));
            }

            (_part, _at) = (Encoding.UTF8.GetBytes(text.ToString()), 0);
        }

        var length = Math.Min(count, _part.Length - _at);
        _part.AsSpan(_at, length).CopyTo(buffer.AsSpan(offset));
        _at += length;
        return length;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
