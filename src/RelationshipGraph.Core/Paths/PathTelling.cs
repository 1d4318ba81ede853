using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Paths;

/// <summary>What the viewer is told of a path.</summary>
internal static class PathTelling
{
    /// <summary>How many people are told, counted from the start: all, or those before the first closed hop.</summary>
    /// <param name="people">From the one to be reached back to the start.</param>
    /// <param name="hops">The hops there are.</param>
    public static int Shown(ReadOnlySpan<int> people, Hops hops)
    {
        // Where nothing is discreet the answer is the same, and sooner.
        var mayBeClosed = hops.MayBeClosed && hops.View.Access.HasDiscreet;
        for (var i = people.Length - 1; i > 0 && mayBeClosed; i--)
        {
            if (BestHop.Between(people[i], people[i - 1], hops).IsClosed)
            {
                return people.Length - i;
            }
        }

        return people.Length;
    }

    public static IntroductionPath Of(WholePath path, PathQuery query, Hops hops)
    {
        var steps = new List<PathStep>();
        var (score, isClosed) = (1.0, false);
        for (var i = path.People.Length - 1; i > 0; i--)
        {
            var (from, to) = (hops.View.PersonId(path.People[i]), hops.View.PersonId(path.People[i - 1]));
            var hop = BestHop.Between(path.People[i], path.People[i - 1], hops);
            score *= steps.Count == 0 && !isClosed ? hop.Strength : hop.Strength * query.HopDiscount;
            if (!isClosed)
            {
                steps.Add(hop.IsClosed
                    ? new PathStep.Closed(from)
                    : new PathStep.Hop(from, to, new TieStrength(hop.Strength), hop.Via));
            }

            isClosed |= hop.IsClosed;
        }

        return new IntroductionPath(
            hops.View.PersonId(path.People[^1]), ValueList.From(steps),
            isClosed ? new PathScore.Banded(ScoreBands.Of(score)) : new PathScore.Exact(score));
    }
}
