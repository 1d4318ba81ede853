using System.Runtime.InteropServices;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>One look at the contacts' contacts of a person.</summary>
internal sealed class SecondDegreeRun(SecondDegreeQuery query, Hops hops, SearchMemory memory, WorkMeter meter)
{
    private readonly List<int> _found = memory.Found;
    private readonly List<int> _staff = [];
    private readonly bool _isLikely = query.Order == SecondDegreeOrder.Likelihood;

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
        var (known, places, contacts) = (memory.Known, memory.Reached, memory.Contacts);
        known.Clear(hops.View.PersonCount);
        places.Clear(hops.View.PersonCount);
        contacts.Clear();
        known.Add(person);
        foreach (ref readonly var arc in hops.View.RowOf(person).Arcs)
        {
            // Whoever is known is known, however weak the tie.
            if (hops.IsOpen(person, arc))
            {
                known.Add(arc.Person);
            }

            if (!hops.Counts(person, arc, out _))
            {
                continue;
            }

            // Of several ties to one contact the strongest comes first, but for one that not everyone may see.
            ref var place = ref places.At(arc.Person, out var isNew);
            if (isNew)
            {
                place = contacts.Count;
                contacts.Add(arc);
            }
            else if (arc.Cost < contacts[place].Cost)
            {
                contacts[place] = arc;
            }
        }

        if (_isLikely)
        {
            memory.Candidates.Clear(hops.View.PersonCount);
            _found.Clear();
        }
        else
        {
            memory.Common.Clear(hops.View.PersonCount);
        }

        foreach (ref readonly var contact in CollectionsMarshal.AsSpan(contacts))
        {
            if (meter.IsSpent)
            {
                break;
            }

            meter.Add(1 + (_isLikely ? Weigh(contact) : memory.Common.Add(contact.Person, known, hops)));
            meter.Check();
        }
    }

    // Hot: once for every contact, and its loop for every tie of that contact.
    private int Weigh(in Arc contact)
    {
        var arcs = hops.View.ArcsOf(contact.Person, out _);
        var weight = SecondDegreeSearch.Weight(HopCost.StrengthOf(contact.Cost), OwnOf(contact.Person, arcs));
        var looked = 0;
        foreach (ref readonly var arc in arcs)
        {
            if (memory.Known.Has(arc.Person) || !hops.Counts(contact.Person, arc, out _))
            {
                continue;
            }

            looked++;
            ref var candidate = ref memory.Candidates.At(arc.Person, out var isNew);
            if (isNew)
            {
                _found.Add(arc.Person);
            }

            Take(ref candidate, contact.Person, arc.Cost, weight);
        }

        return looked;
    }

    private static void Take(ref Candidate candidate, int contact, long cost, double weight)
    {
        if (candidate.Last != contact + 1)
        {
            candidate.Last = contact + 1;
            candidate.Common++;
            candidate.LastCost = cost;
            candidate.Score += ScoreOf(weight, cost);
        }
        else if (cost < candidate.LastCost)
        {
            // A second tie of the same two, which not everyone may see, and stronger.
            candidate.Score += ScoreOf(weight, cost) - ScoreOf(weight, candidate.LastCost);
            candidate.LastCost = cost;
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
        // One more than wanted tells whether more follow.
        var best = new BestPlaces(query.RowsMax + 1);
        var isFilled = !_isLikely && query.Kind is null && query.WorksAt is null && IsFilled(best, memory.Common.FoundOften);
        var total = isFilled
            ? memory.Common.Found.Length
            : OfferAll(_isLikely ? CollectionsMarshal.AsSpan(_found) : memory.Common.Found, best);

        var places = best.InOrder();
        return new SecondDegreeAnswer.Found(
            RowsOf(places.AsSpan(0, Math.Min(places.Length, query.RowsMax))), places.Length > query.RowsMax, total);
    }

    // Where those who have most in common fill the page, the others need not be looked at.
    private bool IsFilled(BestPlaces best, ReadOnlySpan<int> people)
    {
        OfferAll(people, best);
        if (!best.IsFull)
        {
            best.Clear();
        }

        return best.IsFull;
    }

    /// <returns>How many of them are wanted on some page.</returns>
    private int OfferAll(ReadOnlySpan<int> people, BestPlaces best)
    {
        var (total, staff, valueMin) = (0, _staff.ToHashSet(), long.MinValue);
        var hasFilter = query.Kind is not null || query.WorksAt is not null;
        foreach (var person in people)
        {
            if (hasFilter && !IsWanted(person, staff))
            {
                continue;
            }

            total++;
            var value = _isLikely ? CandidateOf(person).Score : memory.Common.Of(person);
            if (value >= valueMin)
            {
                var place = new SecondDegreePlace(value, hops.View.PersonId(person));
                if (query.After is not { } after || SecondDegreePlace.Compare(place, after) > 0)
                {
                    best.Offer(place, person);
                    valueMin = best.ValueMin;
                }
            }
        }

        return total;
    }

    private bool IsWanted(int person, HashSet<int> staff) =>
        (query.Kind is not { } kind || hops.View.PersonId(person).Kind == kind)
        && (query.WorksAt is null || staff.Contains(person));

    private ValueList<SecondDegreeRow> RowsOf(ReadOnlySpan<(SecondDegreePlace Place, int Person)> places)
    {
        var people = new int[places.Length];
        for (var i = 0; i < people.Length; i++)
        {
            people[i] = places[i].Person;
        }

        var ways = new WaysToAsk(people, hops, memory);
        var rows = new SecondDegreeRow[people.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var candidate = _isLikely ? CandidateOf(people[i]) : default;
            ref readonly var way = ref ways.To(people[i]);
            rows[i] = new SecondDegreeRow(
                places[i].Place.Id,
                _isLikely ? FixedPoint.ToNumber(candidate.Score) : null,
                _isLikely ? candidate.Common : memory.Common.Of(people[i]),
                hops.View.PersonId(way.ToAsk.Person),
                new TieStrength(hops.View.TieOf(way.ToAsk).Strength),
                new TieStrength(hops.View.TieOf(way.FromAsk).Strength),
                places[i].Place);
        }

        return ValueList.From(rows);
    }

    private Candidate CandidateOf(int person)
    {
        memory.Candidates.TryGet(person, out var candidate);
        return candidate;
    }
}
