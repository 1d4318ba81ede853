using System.Globalization;

namespace RelationshipGraph.Storage.Sqlite.Database;

/// <summary>How long the log may grow before it is written back into the file.</summary>
/// <remarks>
/// Writing back copies each changed page once, however often it changed: rarely done, it makes imports fast, for their commits
/// change pages all over the indexes. A small store has a short log, so that little is read again after a crash.
/// </remarks>
internal sealed class LogSize(Connection connection)
{
    private const int PagesMin = 16_384;
    private const int PagesMax = 131_072;
    private const int CommitsBetween = 64;

    private int _commits;

    /// <summary>Sets it by the size of the file: half of it, within bounds.</summary>
    public static void Set(Connection connection)
    {
        var pages = Math.Clamp(connection.Number("PRAGMA page_count") / 2, PagesMin, PagesMax);
        var bytes = pages * connection.Number("PRAGMA page_size");
        connection.RunScript(string.Create(
            CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {pages}; PRAGMA journal_size_limit = {bytes};"));
    }

    /// <summary>Follows the size of the file, now and then.</summary>
    public void BeforeCommit()
    {
        if (++_commits % CommitsBetween == 0)
        {
            Set(connection);
        }
    }
}
