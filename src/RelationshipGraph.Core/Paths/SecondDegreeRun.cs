using System.Runtime.InteropServices;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>One look at the contacts' contacts of a person.</summary>
internal sealed class SecondDegreeRun(SecondDegreeQuery query, Hops hops, SearchMemory memory, WorkMeter meter)
{
    private readonly List<int> _found = memory.Found;
    private readonly List<int> _staff = [];

    public SecondDegreeAnswer Answer()
    {
        var person = PathEnds.PersonOf(query.Of, hops);
        if (person < 0)
        {
            return new SecondDegreeAnswer.NotFound(query.Of);
        }

        if (query.WorksAt is { } company)
        {
            var ends = PathEnds.Of(new PathQuery(company, query.Of, query.AsOf), hops, meter, out var missing);
            if (ends is null)
            {
                return new SecondDegreeAnswer.NotFound(missing);
            }

            _staff.AddRange(ends.Targets);
        }

        Look(person);
        return meter.IsSpent
            ? new SecondDegreeAnswer.GaveUp(nameof(Limits.PathWorkMax), meter.Max)
            : Page();
    }

    private void Look(int person)
    {
        var (known, candidates) = (memory.Known, memory.Candidates);
        known.Clear(hops.View.PersonCount);
        candidates.Clear(hops.View.PersonCount);
        _found.Clear();
        known.Add(person);
        foreach (ref readonly var arc in hops.View.ArcsOf(person, out _))
        {
            // Whoever is known is known, however weak the tie.
            if (hops.IsOpen(person, arc))
            {
                known.Add(arc.Person);
            }
        }

        var looked = memory.InBall;
        looked.Clear(hops.View.PersonCount);
        var arcs = hops.View.ArcsOf(person, out var publicCount);
        foreach (ref readonly var arc in arcs)
        {
            if (!meter.IsSpent && hops.Counts(person, arc, out _) && !looked.Has(arc.Person))
            {
                // Of several ties to one contact the strongest comes first, but for one that not everyone may see.
                var strongest = arc;
                if (publicCount < arcs.Length)
                {
                    hops.TryStrongest(person, arc.Person, out strongest);
                }

                looked.Add(arc.Person);
                LookAt(arc.Person, strongest.Cost);
            }
        }
    }

    // Hot: once for every contact, and its loops for every tie of that contact.
    private void LookAt(int contact, long cost)
    {
        var arcs = hops.View.ArcsOf(contact, out _);
        var isLikely = query.Order == SecondDegreeOrder.Likelihood;
        var weight = isLikely ? SecondDegreeSearch.Weight(HopCost.StrengthOf(cost), OwnOf(contact, arcs)) : 0;
        var looked = 0;
        foreach (ref readonly var arc in arcs)
        {
            if (memory.Known.Has(arc.Person) || !hops.Counts(contact, arc, out _))
            {
                continue;
            }

            looked++;
            ref var candidate = ref memory.Candidates.At(arc.Person, out var isNew);
            if (isNew)
            {
                _found.Add(arc.Person);
                candidate.Cost = long.MaxValue;
            }

            Take(ref candidate, contact, cost, arc, weight);
        }

        meter.Add(looked + 1);
        meter.Check();
    }

    private void Take(ref Candidate candidate, int contact, long cost, Arc arc, double weight)
    {
        if (candidate.Last != contact + 1)
        {
            candidate.Last = contact + 1;
            candidate.Common++;
            candidate.LastCost = arc.Cost;
            candidate.Score += ScoreOf(weight, arc.Cost);
        }
        else if (arc.Cost < candidate.LastCost)
        {
            // A second tie of the same two, which not everyone may see, and stronger.
            candidate.Score += ScoreOf(weight, arc.Cost) - ScoreOf(weight, candidate.LastCost);
            candidate.LastCost = arc.Cost;
        }

        var whole = cost + arc.Cost;
        if (whole < candidate.Cost
            || (whole == candidate.Cost && hops.View.PersonId(contact).Value < hops.View.PersonId(candidate.Ask).Value))
        {
            (candidate.Cost, candidate.Ask) = (whole, contact);
        }
    }

    private static long ScoreOf(double weight, long cost) =>
        weight > 0 ? SecondDegreeSearch.Share(weight, HopCost.StrengthOf(cost)) : 0;

    /// <summary>All strengths of a contact together; several ties to one person count as the strongest.</summary>
    private long OwnOf(int contact, ReadOnlySpan<Arc> arcs)
    {
        var (own, seen) = (0L, memory.OwnTies);
        seen.Clear(hops.View.PersonCount);
        foreach (ref readonly var arc in arcs)
        {
            if (!hops.Counts(contact, arc, out _))
            {
                continue;
            }

            var strength = FixedPoint.Of(HopCost.StrengthOf(arc.Cost));
            ref var strongest = ref seen.At(arc.Person, out _);
            if (strength > strongest)
            {
                own += strength - strongest;
                strongest = strength;
            }
        }

        return own;
    }

    private SecondDegreeAnswer.Found Page()
    {
        var best = new List<SecondDegreePlace>(query.RowsMax + 1);
        var total = 0;
        var staff = _staff.ToHashSet();
        foreach (var person in CollectionsMarshal.AsSpan(_found))
        {
            var id = hops.View.PersonId(person);
            if ((query.Kind is { } kind && id.Kind != kind) || (query.WorksAt is not null && !staff.Contains(person)))
            {
                continue;
            }

            total++;
            memory.Candidates.TryGet(person, out var candidate);
            var place = new SecondDegreePlace(
                query.Order == SecondDegreeOrder.Likelihood ? candidate.Score : candidate.Common, id);
            if (query.After is not { } after || Compare(place, after) > 0)
            {
                Insert(best, place);
            }
        }

        var rows = best.Take(query.RowsMax).Select(RowOf);
        return new SecondDegreeAnswer.Found(ValueList.From(rows), best.Count > query.RowsMax, total);
    }

    private void Insert(List<SecondDegreePlace> best, SecondDegreePlace place)
    {
        if (best.Count > query.RowsMax)
        {
            if (Compare(place, best[^1]) >= 0)
            {
                return;
            }

            best.RemoveAt(best.Count - 1);
        }

        var at = best.Count;
        while (at > 0 && Compare(place, best[at - 1]) < 0)
        {
            at--;
        }

        best.Insert(at, place);
    }

    private SecondDegreeRow RowOf(SecondDegreePlace place)
    {
        var person = hops.View.FindPerson(place.Id);
        memory.Candidates.TryGet(person, out var candidate);
        return new SecondDegreeRow(
            place.Id,
            query.Order == SecondDegreeOrder.Likelihood ? FixedPoint.ToNumber(candidate.Score) : null,
            candidate.Common,
            hops.View.PersonId(candidate.Ask),
            StrengthOf(hops.View.FindPerson(query.Of), candidate.Ask),
            StrengthOf(candidate.Ask, person),
            place);
    }

    private TieStrength StrengthOf(int person, int other)
    {
        hops.TryStrongest(person, other, out var arc);
        return new TieStrength(hops.View.TieOf(arc).Strength);
    }

    // Below zero where the first comes first.
    private static int Compare(SecondDegreePlace one, SecondDegreePlace other)
    {
        var byValue = other.Value.CompareTo(one.Value);
        return byValue != 0 ? byValue : one.Id.CompareTo(other.Id);
    }
}
