using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Paths;

/// <summary>Reads ties of a graph as one viewer may know them; a discreet tie of others is not told.</summary>
internal sealed class TieReader
{
    private readonly GraphView _view;
    private readonly Sight _sight;
    private readonly IDeclaredTies _declared;
    private readonly KnownTies _now;
    private readonly KnownTies _earlier;

    /// <param name="view">The graph with its contacts by the day asked about.</param>
    /// <param name="declared">The ties that somebody declared.</param>
    /// <param name="scope">What the viewer may see.</param>
    public TieReader(GraphView view, IDeclaredTies declared, ViewScope scope)
    {
        var acts = view.Acts!;
        (_view, _declared, _sight) = (view, declared, new Sight(view, scope));
        _now = new KnownTies(view, acts, declared);
        _earlier = new KnownTies(view, new ActDay(acts.Log, acts.Day - TieReading.TrendDays), declared);
    }

    /// <summary>The person's number; -1 where there is no such person for the viewer.</summary>
    public int PersonOf(RecordId id) => _view.FindPerson(id) is var person and >= 0 && _sight.SeesPerson(person) ? person : -1;

    /// <summary>Everybody whom a person knows or was in contact with, as far as the viewer sees them.</summary>
    public IEnumerable<int> OthersOf(int person) => _declared.Of(person).Concat(_now.ContactsOf(person)).Distinct()
        .Where(other => other != person && _view.FindPerson(_view.PersonId(other)) >= 0 && _sight.SeesPerson(other));

    /// <summary>Everybody who works at a company, as far as that is told and everyone may look for it.</summary>
    /// <returns>Null where there is no such company for the viewer.</returns>
    public IReadOnlyList<int>? StaffOf(RecordId id)
    {
        var company = _view.FindGroup(id);
        if (company < 0 || !_sight.SeesGroup(company))
        {
            return null;
        }

        var (staff, day) = (new HashSet<int>(), _view.Acts!.Day);
        foreach (ref readonly var member in _view.IsSensitive(company) ? [] : _view.MembersOf(company, out _))
        {
            if (member.Person >= 0 && member.From <= day && day < member.Until && _sight.SeesPerson(member.Person)
                && _sight.See(member.Access, member.Person) == Seen.Open)
            {
                staff.Add(member.Person);
            }
        }

        return [.. staff];
    }

    /// <summary>How strong a tie is, without its trend.</summary>
    public double StrengthOf(KnownTie known) => new SilentTie(_view.Model, known.Moment).After(days: 0);

    /// <summary>How strong a tie was <see cref="TieReading.TrendDays"/> days earlier, and will be after some silence.</summary>
    public (double Earlier, double Now, double Ahead) CourseOf(KnownTie known, int person, int other, int daysAhead)
    {
        var silent = new SilentTie(_view.Model, known.Moment);
        var earlier = EarlierOf(person, other, known.Access) is { IsKnown: true } moment
            ? new SilentTie(_view.Model, moment).After(days: 0)
            : 0;
        return (earlier, silent.After(days: 0), silent.After(daysAhead));
    }

    /// <summary>All that the viewer may know of a tie.</summary>
    public FoundTie Read(int person, int other)
    {
        var known = Find(person, other);
        var now = known?.Moment ?? new TieMoment(DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(_view.Acts!.Day), []);
        var earlier = known is null ? null : EarlierOf(person, other, known.Access);
        return new FoundTie(
            _view.PersonId(person), _view.PersonId(other),
            TieReading.Of(_view.Model, Turned(now, person, other), earlier is null ? null : Turned(earlier, person, other)),
            known is null or { Knows: 0 } ? null : RecordId.FromValue(known.Knows));
    }

    private TieMoment? EarlierOf(int person, int other, RecordAccess access)
    {
        var known = _earlier.Of(person, other);
        return (known.FirstOrDefault(one => one.Access == access) ?? known.FirstOrDefault(one => one.IsOpen))?.Moment;
    }

    /// <summary>The strongest tie that the viewer may know of; null where there is none.</summary>
    /// <remarks>
    /// Of equally strong ones that which everyone may see, then by the rule.
    /// </remarks>
    public KnownTie? Find(int person, int other) => _now.Of(person, other)
        .Where(one => one.HasOwn && _sight.See(one.Access, person, other) == Seen.Open)
        .OrderByDescending(one => new SilentTie(_view.Model, one.Moment).After(days: 0))
        .ThenBy(one => one.Access)
        .FirstOrDefault();

    // Contacts are kept as seen from the person with the lower number.
    private static TieMoment Turned(TieMoment moment, int person, int other) => person < other ? moment : moment with
    {
        Channels =
        [
            .. moment.Channels.Select(channel => channel with
            {
                Pair = channel.Pair with
                {
                    OutgoingCount = channel.Pair.IncomingCount,
                    IncomingCount = channel.Pair.OutgoingCount,
                },
                First = channel.Second,
                Second = channel.First,
            }),
        ],
    };
}
