using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Queries;
using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Storage.Sqlite.Commits;

/// <summary>What is done inside the transaction of one commit.</summary>
internal static class CommitWork
{
    /// <summary>Repeats the first result, refuses, or writes everything.</summary>
    public static (CommitResult Result, bool Stays) Apply(Connection connection, SourceNames names, Commit commit)
    {
        var id = commit.Id.ToByteArray();
        if (FindSequence(connection, id) is { } first)
        {
            return (new CommitResult.Done(first, IsRepeated: true), false);
        }

        // What this commit adds to the names is known to others only when they look it up themselves.
        var state = new Snapshot(connection, new Sources(names, connection));
        var examination = new Examination(state, commit);
        if (examination.Refusals() is { Count: > 0 } refusals)
        {
            return (new CommitResult.Refused(refusals), false);
        }

        var changes = new CommitWriting(state, commit, examination.Before).Write();
        using var statement = connection.Prepare(
            "INSERT INTO feed (sequence, commit_id, actor, at, changes)"
            + " VALUES ((SELECT coalesce(max(sequence), 0) + 1 FROM feed), ?1, ?2, ?3, ?4) RETURNING sequence");
        statement.Bind(1, id).Bind(2, commit.Actor).Bind(3, commit.At.ToUnixTimeMilliseconds())
            .Bind(4, FeedBlob.Pack(changes));
        statement.Step();
        return (new CommitResult.Done(statement.Integer(0), IsRepeated: false), true);
    }

    /// <summary>Forgets feed entries, but never the last one: it carries the sequence on.</summary>
    public static bool Trim(Connection connection, long upToSequence)
    {
        using var statement = connection.Prepare(
            "DELETE FROM feed WHERE sequence <= ?1 AND sequence < (SELECT max(sequence) FROM feed)");
        statement.Bind(1, upToSequence).Run();
        return true;
    }

    private static long? FindSequence(Connection connection, ReadOnlySpan<byte> commitId)
    {
        using var statement = connection.Prepare("SELECT sequence FROM feed WHERE commit_id = ?1");
        return statement.Bind(1, commitId).Step() ? statement.Integer(0) : null;
    }
}
