using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>A transaction held open, with the connection that it keeps to its end.</summary>
internal sealed class BoltTransaction(
    BoltConnection connection, BoltWork work, BoltMembers members, BoltBookmarks bookmarks, TimeSpan resetTimeout)
    : ICypherTransaction
{
    private bool _isOver;

    public async Task RunAsync(IReadOnlyList<CypherStep> steps, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        try
        {
            await connection.RunInsideAsync(steps, ct);
        }
        catch (Exception failure)
        {
            End(failure);
            throw;
        }
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        try
        {
            await connection.AskAsync(output => output.WriteBare(BoltMessage.Commit), ct);
            connection.IsInTransaction = false;
            bookmarks.Replace(work.Bookmarks, connection.Summary.Bookmark);
            End(null);
        }
        catch (CypherException failure) when (
            connection.IsBroken && !connection.IsSending && work.Access == CypherAccess.Write && failure.Code.Length == 0)
        {
            End(failure);
            throw BoltFailures.WithUnknownOutcome(failure);
        }
        catch (Exception failure)
        {
            End(failure);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isOver)
        {
            // A reset rolls back as well, and leaves a connection that is as new.
            await connection.ResetAsync(resetTimeout);
            End(null);
        }
    }

    private void End(Exception? failure)
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        if (failure is CypherException cypher)
        {
            members.Learn(connection.Host, cypher);
        }

        members.Release(connection);
    }
}
