using System.Runtime.InteropServices;
using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>By which memberships groups are entered, and at what cost: of those that lead nowhere better, none.</summary>
/// <remarks>
/// The best hop out of a group depends on the membership by which one came in, for the two must have overlapped. So a group is
/// not settled once: an entry is passed over only if another one costs no more and lasted at least as long.
/// </remarks>
internal sealed class GroupFront
{
    private readonly Dictionary<int, List<(Joining Joining, long Cost)>> _entries = [];

    public IEnumerable<(Joining Joining, long Cost)> All => _entries.Values.SelectMany(entries => entries);

    /// <param name="joining">The membership.</param>
    /// <param name="cost">Of the way to its person.</param>
    /// <param name="day">The query's day: what ends after it is still whole.</param>
    public void Add(in Joining joining, long cost, int day)
    {
        ref var entries = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, joining.Group, out _);
        entries ??= [];
        var added = (joining, cost);
        foreach (var entry in entries)
        {
            if (IsAsGood(entry, added, day))
            {
                return;
            }
        }

        entries.RemoveAll(entry => IsAsGood(added, entry, day));
        entries.Add(added);
    }

    private static bool IsAsGood((Joining Joining, long Cost) one, (Joining Joining, long Cost) other, int day) =>
        one.Cost <= other.Cost && one.Joining.Begin <= other.Joining.Begin
        && (one.Joining.Until > day || one.Joining.Until >= other.Joining.Until);
}
