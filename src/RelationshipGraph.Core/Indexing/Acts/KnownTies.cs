using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Indexing;

/// <summary>All that is known of two people at the end of a day, as far as one rule of who may see it reaches.</summary>
/// <param name="Access">The rule.</param>
/// <param name="Moment">What is known.</param>
/// <param name="Knows">The strongest KNOWS among it, by its number; 0 where nobody declares the tie.</param>
/// <param name="HasOwn">Whether anything of it is under this very rule, and not only under that of everyone.</param>
internal sealed record KnownTie(RecordAccess Access, TieMoment Moment, long Knows, bool HasOwn)
{
    /// <summary>Whether it is what everyone may see.</summary>
    public bool IsOpen => Access == default;

    /// <summary>Whether the two were ever in contact by then, as far as it reaches.</summary>
    public bool HasContacts => Moment.Channels.Count > 0;
}

/// <summary>What is known of the ties of a graph at the end of a day.</summary>
/// <param name="view">The graph, for who works where and what not everyone may see.</param>
/// <param name="acts">The contacts.</param>
/// <param name="declared">The ties that somebody declared.</param>
/// <remarks>
/// What everyone may see counts for everybody. A contact or declaration that not everyone may see is joined with that, and with
/// those under the same rule: two that are kept from others in different ways are not joined, or one would tell of the other.
/// </remarks>
internal sealed class KnownTies(GraphView view, ActDay acts, IDeclaredTies declared)
{
    private static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);

    private static readonly Comparer<Part> ByPlace = Comparer<Part>.Create((one, two) =>
    {
        var byChannel = one.Channel.CompareTo(two.Channel);
        var byMeeting = byChannel != 0 ? byChannel : (one.Source == Strand.Meetings).CompareTo(two.Source == Strand.Meetings);
        return byMeeting != 0 ? byMeeting : string.CompareOrdinal(one.Name, two.Name);
    });

    /// <summary>The same, where the graph has the declared ties.</summary>
    public KnownTies(GraphView view, ActDay acts)
        : this(view, acts, new ViewTies(view))
    {
    }

    /// <summary>What is known of two people, a part for each rule; that of everyone first.</summary>
    public IReadOnlyList<KnownTie> Of(int person, int other)
    {
        var said = DeclaredOf(person, other);
        var channels = ChannelsOf(person, other);
        if (said.Count == 0 && channels.Count == 0)
        {
            return [];
        }

        var open = channels.TryGetValue(default, out var forAll) ? forAll : [];
        var openSaid = said.GetValueOrDefault(default);
        var known = new List<KnownTie>();
        foreach (var access in said.Keys.Concat(channels.Keys).Prepend(default).Distinct().Order())
        {
            var own = access == default ? [] : channels.GetValueOrDefault(access, []);
            var strongest = access == default ? openSaid : Stronger(openSaid, said.GetValueOrDefault(access));
            var hasOwn = said.ContainsKey(access) || channels.ContainsKey(access);
            var parts = own.Count == 0 ? open : [.. open.Concat(own).Order(ByPlace)];
            var moment = new TieMoment(
                Epoch.AddDays(acts.Day), [.. parts.Select(one => one.Moment)],
                strongest.Id == 0 ? null : new TieStrength(strongest.Strength));
            known.Add(new KnownTie(access, moment, strongest.Id, hasOwn));
        }

        return known;
    }

    /// <summary>Everybody with whom a person was in contact, by the day or later.</summary>
    public IEnumerable<int> ContactsOf(int person) =>
        acts.Log.StrandsOf(person).Select(strand => acts.Log[strand].Other(person)).Distinct();

    private Dictionary<RecordAccess, (double Strength, long Id)> DeclaredOf(int person, int other)
    {
        var strongest = new Dictionary<RecordAccess, (double Strength, long Id)>();
        foreach (var tie in declared.Between(person, other).Where(tie => tie.Holds(acts.Day)))
        {
            strongest[tie.Access] = Stronger(strongest.GetValueOrDefault(tie.Access), (tie.Strength, tie.Id));
        }

        return strongest;
    }

    private Dictionary<RecordAccess, List<Part>> ChannelsOf(int person, int other)
    {
        var channels = new Dictionary<RecordAccess, List<Part>>();
        bool? isSameUnit = null;
        foreach (var number in acts.Log.StrandsOf(person, other))
        {
            var strand = acts.Log[number];
            isSameUnit ??= strand.Channel == Channel.FaceToFace ? IsSameUnit(person, other) : null;
            if (acts.MomentOf(number, isSameUnit ?? false) is { } moment)
            {
                var access = view.Access[strand.Access].Tie;
                if (!channels.TryGetValue(access, out var same))
                {
                    same = [];
                    channels.Add(access, same);
                }

                same.Add(new Part(moment, strand.Channel, strand.Source, acts.Log.Sources[strand.Source].Name));
            }
        }

        // In an order that does not tell which came first: rounding depends on it.
        foreach (var same in channels.Values)
        {
            same.Sort(ByPlace);
        }

        return channels;
    }

    /// <summary>Whether both work at one company, as everyone may know.</summary>
    public bool IsSameUnit(int person, int other)
    {
        foreach (ref readonly var one in view.JoiningsOf(person))
        {
            if (one.Access != 0 || !view.IsCompany(one.Group) || view.GroupAccess(one.Group) != 0
                || view.IsSensitive(one.Group) || one.Begin > acts.Day || acts.Day >= one.Until)
            {
                continue;
            }

            foreach (ref readonly var two in view.JoiningsOf(other))
            {
                if (two.Group == one.Group && two.Access == 0 && two.Begin <= acts.Day && acts.Day < two.Until)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Of equally strong ones that with the lower number.
    private static (double Strength, long Id) Stronger((double Strength, long Id) one, (double Strength, long Id) two) =>
        one.Id == 0 ? two
        : two.Id == 0 ? one
        : two.Strength > one.Strength || (two.Strength == one.Strength && two.Id < one.Id) ? two : one;

    private sealed record Part(ChannelMoment Moment, Channel Channel, int Source, string Name);
}
