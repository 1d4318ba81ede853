using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Sessions;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Introductions;

/// <summary>Introduction paths in the order in which they had better be asked: who is asked much comes later.</summary>
public static class RankedPaths
{
    /// <summary>
    /// Finds paths, and orders them by their score times their first introducer's <see cref="IntroducerLoad.LoadFactor"/>. Where
    /// somebody is asked at all, that is among the <see cref="Limits.PathsMax"/> strongest; else it is exact.
    /// </summary>
    /// <exception cref="ArgumentException">A part of the query is not in its range.</exception>
    public static async Task<PathAnswer> FindAsync(Session session, PathQuery query)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(query);
        var answer = await session.FindPathsAsync(query);
        var ranked = await RankAsync(session, PathsOf(answer));
        if (ranked.All(one => one.Factor == 1))
        {
            return answer;
        }

        // Of people who share nobody the set is what was asked for; only its order changes.
        if (!query.IsDiverse && query.PathsMax < Limits.PathsMax)
        {
            answer = await session.FindPathsAsync(query with { PathsMax = Limits.PathsMax });
            ranked = await RankAsync(session, PathsOf(answer));
        }

        var paths = ValueList.From(ranked.OrderByDescending(one => one.Value * one.Factor).Take(query.PathsMax)
            .Select(one => one.Path));
        return answer is PathAnswer.GaveUp gaveUp ? gaveUp with { Paths = paths } : new PathAnswer.Found(paths);
    }

    /// <summary>The second person of a path, who is asked first; null where the path needs no introducer.</summary>
    public static RecordId? IntroducerOf(IntroductionPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Steps is [PathStep.Hop(_, var introducer, _, _), _, ..] ? introducer : null;
    }

    private static async Task<List<(IntroductionPath Path, double Value, double Factor)>> RankAsync(
        Session session, IReadOnlyList<IntroductionPath> paths)
    {
        var loads = IntroducerLoads.Of(session);
        var asked = paths.Select(path => IntroducerOf(path) is { } introducer ? loads.Ask(introducer) : null).ToList();
        var ranked = new List<(IntroductionPath Path, double Value, double Factor)>();
        foreach (var (path, load) in paths.Zip(asked))
        {
            var factor = load is not null && await load() is { } known ? known.LoadFactor : 1;
            ranked.Add((path, ValueOf(path), factor));
        }

        return ranked;
    }

    // Of a path with a closed step only the band may show.
    private static double ValueOf(IntroductionPath path) => path.Score switch
    {
        PathScore.Exact(var value) => value,
        PathScore.Banded(var band) => ScoreBands.FloorOf(band),
        _ => 0,
    };

    private static ValueList<IntroductionPath> PathsOf(PathAnswer answer) => answer switch
    {
        PathAnswer.Found(var paths) => paths,
        PathAnswer.GaveUp(var paths, _, _) => paths,
        _ => [],
    };
}
