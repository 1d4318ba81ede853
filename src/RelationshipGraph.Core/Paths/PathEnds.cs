using RelationshipGraph.Indexing;
using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>Where a search begins and ends.</summary>
/// <param name="Source">The person who asks; -1 for any employee who still works here.</param>
/// <param name="Targets">The people to be reached.</param>
internal sealed record PathEnds(int Source, List<int> Targets)
{
    /// <summary>The ends of a query as the viewer sees them; null where one is missing.</summary>
    public static PathEnds? Of(PathQuery query, Hops hops, WorkMeter meter, out RecordId missing)
    {
        var source = -1;
        missing = query.From ?? query.To;
        if (query.From is { } from)
        {
            source = PersonOf(from, hops);
            if (source < 0)
            {
                return null;
            }
        }

        missing = query.To;
        if (TargetsOf(query.To, hops, meter) is not { } targets)
        {
            return null;
        }

        if (query.Among is { } among)
        {
            targets.RemoveAll(target => !among.Contains(hops.View.PersonId(target)));
        }

        return new PathEnds(source, targets);
    }

    /// <summary>The person's number; -1 where there is no such person for the viewer.</summary>
    public static int PersonOf(RecordId id, Hops hops)
    {
        var person = hops.View.FindPerson(id);
        return person >= 0 && hops.Sight.SeesPerson(person) ? person : -1;
    }

    /// <summary>The people to be reached; null where there is no such end for the viewer.</summary>
    private static List<int>? TargetsOf(RecordId id, Hops hops, WorkMeter meter)
    {
        if (id.Kind != RecordKind.Company)
        {
            var person = PersonOf(id, hops);
            return person < 0 ? null : [person];
        }

        var company = hops.View.FindGroup(id);
        return company >= 0 && hops.Sight.SeesGroup(company) ? StaffOf(company, hops, meter) : null;
    }

    // A discreet job counts in paths, but it would tell who works there: such a person is not what is looked for. Who
    // works at a sensitive company is looked for by nobody.
    private static List<int> StaffOf(int company, Hops hops, WorkMeter meter)
    {
        var staff = new HashSet<int>();
        foreach (var member in hops.View.IsSensitive(company) ? [] : hops.View.MembersOf(company, out _))
        {
            if (member.Person >= 0 && member.From <= hops.Day && hops.Day < member.Until
                && hops.Sight.SeesPerson(member.Person)
                && hops.Sight.See(member.Access, member.Person) == Seen.Open)
            {
                staff.Add(member.Person);
            }
        }

        meter.Add(staff.Count);
        return [.. staff];
    }
}
