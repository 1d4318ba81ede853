using RelationshipGraph.Storage.Sqlite.Database;

namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>
/// Tells whether anything was committed after a sequence, by whatever program, without reading the feed where nothing was. Safe
/// for concurrent use.
/// </summary>
/// <remarks>
/// SQLite gives every connection a number that changes when another connection commits. It is read before the greatest sequence:
/// a commit in between changes it again, and the next question looks anew.
/// </remarks>
internal sealed class FeedWatch(StoreFile file) : IDisposable
{
    private readonly Lock _lock = new();
    private Connection? _connection;
    private long _version;
    private long _last = -1;
    private bool _isClosed;

    /// <summary>Whether a sequence is the greatest there is. In doubt it is not.</summary>
    public bool IsLast(long sequence)
    {
        lock (_lock)
        {
            try
            {
                return !_isClosed && Last() == sequence;
            }
            catch (StoreException)
            {
                // Whoever reads the feed instead meets what is the matter.
                Close();
                return false;
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            Close();
        }
    }

    private long Last()
    {
        _connection ??= file.OpenReader();
        var version = _connection.Number("PRAGMA data_version");
        if (_last < 0 || version != _version)
        {
            (_last, _version) = (_connection.Number("SELECT max(sequence) FROM feed"), version);
        }

        return _last;
    }

    private void Close()
    {
        _connection?.Dispose();
        (_connection, _last) = (null, -1);
    }
}
