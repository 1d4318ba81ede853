using System.Globalization;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Sqlite;

namespace RelationshipGraph.Benchmarks.Kills;

/// <summary>Commits until it is killed, and says of each commit that it was acknowledged.</summary>
internal static class KillWriter
{
    /// <summary>Writes one line a commit: its number, which is its sequence.</summary>
    public static async Task<int> RunAsync(string file, TextWriter output, CancellationToken ct)
    {
        await using var store = await SqliteGraphStore.OpenAsync(file, SqliteOpenMode.Create, TimeProvider.System, ct);

        // The last commit of the run before is sent again, as a client would that did not hear the answer.
        var last = (await store.ReadFeedAsync(0, 1, ct)).LastSequence;
        for (var number = Math.Max(1, last); ; number++)
        {
            var result = await store.CommitAsync(KillPlan.Of(number), ct);
            if (result is not CommitResult.Done done || done.Sequence != number || done.IsRepeated != (number == last))
            {
                await Console.Error.WriteLineAsync($"Commit {number} ended with {result}.");
                return 1;
            }

            await output.WriteLineAsync(number.ToString(CultureInfo.InvariantCulture));
            await output.FlushAsync(ct);
        }
    }
}
