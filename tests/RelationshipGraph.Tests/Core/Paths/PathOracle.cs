using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Paths;

/// <summary>
/// The rules of paths as they are written, straight from the records: every simple sequence of people is tried. It shares with
/// the search only how a strength becomes a number that can be added.
/// </summary>
internal sealed class PathOracle
{
    private readonly Dictionary<RecordId, Record> _records;
    private readonly PathQuery _query;
    private readonly ViewScope _scope;
    private readonly List<Membership> _memberships = [];
    private readonly ContactOracle _contacts;
    private readonly List<Node> _people;
    private readonly Dictionary<(RecordId, RecordId), HopFound?> _hops = [];

    public PathOracle(IReadOnlyList<Record> records, PathQuery query, ViewScope scope)
    {
        _records = records.ToDictionary(record => record.Id);
        _query = query;
        _scope = scope;
        _contacts = new ContactOracle(records, query.AsOf);
        _people = [.. records.OfType<Person>().Where(person => Sees(person))];
        foreach (var one in records.OfType<Relationship>().Where(one => one is WorksAt or MemberOf))
        {
            _memberships.Add(new Membership(
                one.Id, one.FromId, one.ToId, one.From ?? one.KnownSince, one.Until ?? DateOnly.MaxValue, See(one),
                IsPublic(one)));
        }

        foreach (var holds in records.OfType<Holds>())
        {
            foreach (var into in records.OfType<SeatIn>().Where(into => into.FromId == holds.ToId))
            {
                var seat = (Seat)_records[holds.ToId];
                if (seat.Status is SeatStatus.Wanted or SeatStatus.Applied)
                {
                    continue;
                }

                DateOnly?[] starts = [seat.From, holds.From, into.From];
                DateOnly?[] ends = [seat.Until, holds.Until, into.Until];
                var seen = Sees(seat) ? new[] { See(holds), See(into) }.Min() : Look.Hidden;
                _memberships.Add(new Membership(
                    seat.Id, holds.FromId, into.ToId, starts.Max() ?? seat.KnownSince, ends.Min() ?? DateOnly.MaxValue, seen,
                    IsPublic(holds) && IsPublic(into) && IsPublic(seat)));
            }
        }
    }

    private enum Look
    {
        Hidden,
        Closed,
        Open,
    }

    /// <summary>The answer, written out.</summary>
    public string Answer()
    {
        if (_query.From is { } from && _people.All(person => person.Id != from))
        {
            return $"not found {from}";
        }

        if (Targets() is not { } targets)
        {
            return $"not found {_query.To}";
        }

        var found = new List<(long Cost, List<RecordId> People)>();
        foreach (var target in targets)
        {
            Extend([target], 0, found);
        }

        var told = found
            .OrderBy(path => path.Cost)
            .ThenBy(path => path.People.Count)
            .ThenBy(path => path.People, Comparer<List<RecordId>>.Create(CompareIds))
            .Select(path => Tell(path.People))
            .DistinctBy(path => path.Look)
            .Where(path => !path.Between.Intersect(_query.Avoid).Any())
            .Where(path => _query.Require is not { } required || path.Between.Contains(required))
            .ToList();
        if (_query.IsDiverse)
        {
            told = Diverse(told);
        }

        told = [.. told.Take(_query.PathsMax)];
        return told.Count == 0 ? "no path" : string.Join('\n', told.Select(path => path.Text));
    }

    private static List<(string Text, string Look, List<RecordId> Between)> Diverse(
        List<(string Text, string Look, List<RecordId> Between)> told)
    {
        var taken = new List<(string Text, string Look, List<RecordId> Between)>();
        foreach (var path in told.Where(path => !taken.SelectMany(one => one.Between).Intersect(path.Between).Any()))
        {
            taken.Add(path);
        }

        return taken;
    }

    /// <summary>The people whom the viewer sees.</summary>
    public IEnumerable<RecordId> People => _people.Select(person => person.Id);

    /// <summary>The best hop between two people; null where there is none.</summary>
    public (double Strength, long Cost)? HopBetween(RecordId from, RecordId to) =>
        Hop(from, to) is { } hop ? (hop.Strength, hop.Cost) : null;

    /// <summary>The companies where a person works on the day, as far as that is told and not sensitive.</summary>
    public IEnumerable<RecordId> CompaniesOf(RecordId person) =>
        from job in _records.Values.OfType<WorksAt>()
        where job.FromId == person && See(job) == Look.Open && Holds(job) && !IsSensitive(_records[job.ToId])
        select job.ToId;

    public bool SeesNode(RecordId id) => Sees(_records[id]);

    /// <summary>The strongest tie of two people that is told, declared or worked out; 0 where there is none.</summary>
    public double StrongestTie(RecordId one, RecordId other) =>
        Ties(one, other).Where(tie => tie.Look == Look.Open).Select(tie => tie.Strength).DefaultIfEmpty().Max();

    /// <summary>The strongest tie of two people that is told and as strong as is asked; 0 where there is none.</summary>
    public double TieBetween(RecordId one, RecordId other) => Ties(one, other)
        .Where(tie => tie.Look == Look.Open && tie.Strength > 0 && tie.Strength >= _query.StrengthMin.Value)
        .Select(tie => tie.Strength).DefaultIfEmpty().Max();

    /// <summary>The told memberships of people in groups that connect and in which there are two of them or more.</summary>
    public IEnumerable<string> SharedGroups(IReadOnlyList<RecordId> people) =>
        from one in _memberships
        where people.Contains(one.Member) && Connects(one)
        group one by one.Group into members
        where members.Select(one => one.Member).Distinct().Count() > 1
        from one in members
        orderby one.Group, one.Member, one.Record
        select $"{one.Member} {one.Group} {one.Record}";

    private bool Connects(Membership one)
    {
        var wanted = one.Group.Kind == RecordKind.Company ? Through.Company : Through.Network;
        var count = Math.Max(2, _memberships.Count(m => m.Group == one.Group && m.IsPublic && m.Begin <= _query.AsOf));
        return one.Begin <= _query.AsOf && one.Look == Look.Open && (_query.Through & wanted) != 0
            && Sees(_records[one.Group]) && !IsSensitive(_records[one.Group])
            && .5 / Math.Sqrt(count - 1) is var strength && strength >= .02 && strength >= _query.StrengthMin.Value;
    }

    /// <summary>Whether a tie of whatever strength is told.</summary>
    public bool Knows(RecordId one, RecordId other) => Ties(one, other).Any(tie => tie.Look == Look.Open);

    /// <summary>An answer of the search in the same words.</summary>
    public static string Write(PathAnswer answer) => answer switch
    {
        PathAnswer.NotFound one => $"not found {one.Id}",
        PathAnswer.NoPath => "no path",
        PathAnswer.Found found => string.Join('\n', found.Paths.Select(Write)),
        PathAnswer.GaveUp gave => $"gave up at {gave.Limit} = {gave.Max}\n{string.Join('\n', gave.Paths.Select(Write))}",
        _ => throw new ArgumentException("No such answer.", nameof(answer)),
    };

    private static string Write(IntroductionPath path) =>
        $"{path.Start}{string.Concat(path.Steps.Select(Write))} {Write(path.Score)}";

    private static string Write(PathScore score) =>
        score is PathScore.Exact exact ? $"{exact.Value:G10}" : ((PathScore.Banded)score).Band.ToString();

    private static string Write(PathStep step) => step switch
    {
        PathStep.Hop hop => $" -[{hop.Strength.Value:G10} {Write(hop.Via)}]-> {hop.To}",
        _ => " -> closed",
    };

    private static string Write(HopVia via) => via switch
    {
        HopVia.Tie tie => tie.Id?.ToString() ?? "contacts",
        HopVia.Group group => $"{group.Id} of {group.MemberCount}, {group.FromMembership} {group.ToMembership}, "
            + $"{group.OverlapFrom:O} to {group.OverlapUntil ?? DateOnly.MaxValue:O}",
        _ => throw new ArgumentException("No such thing between people.", nameof(via)),
    };

    private static int CompareIds(List<RecordId> one, List<RecordId> other) =>
        one.Zip(other).Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(compared => compared != 0);

    private List<RecordId>? Targets()
    {
        if (!_records.TryGetValue(_query.To, out var to) || !Sees(to))
        {
            return null;
        }

        return to is Company
            ? [.. _records.Values.OfType<WorksAt>()
                .Where(one => one.ToId == to.Id && !IsSensitive(to) && See(one) == Look.Open && Holds(one))
                .Select(one => one.FromId).Distinct().Where(id => _query.Among is null || _query.Among.Contains(id))]
            : [to.Id];
    }

    private void Extend(List<RecordId> people, long cost, List<(long Cost, List<RecordId> People)> found)
    {
        if (people.Count > _query.HopsMax)
        {
            return;
        }

        foreach (var next in _people.Select(person => person.Id).Where(id => !people.Contains(id)))
        {
            if (Hop(people[^1], next) is not { } hop || people[0] == _query.From)
            {
                continue;
            }

            var whole = cost + hop.Cost + (people.Count > 1 ? HopCost.Of(_query.HopDiscount) : 0);
            List<RecordId> longer = [.. people, next];
            if (_query.From is { } from ? next == from : _records[next] is Employee { IsActive: true })
            {
                found.Add((whole, longer));
            }
            else
            {
                Extend(longer, whole, found);
            }
        }
    }

    private (string Text, string Look, List<RecordId> Between) Tell(List<RecordId> people)
    {
        var (text, score, isClosed) = (people[^1].ToString(), 1.0, false);
        List<RecordId> told = [people[^1]];
        for (var i = people.Count - 1; i > 0; i--)
        {
            var hop = Hop(people[i], people[i - 1])!;
            score *= hop.Strength * (i < people.Count - 1 ? _query.HopDiscount : 1);
            if (!isClosed)
            {
                isClosed = hop.Look == Look.Closed;
                told.AddRange(isClosed ? [] : [people[i - 1]]);
                text += isClosed ? " -> closed" : $" -[{hop.Strength:G10} {hop.Via}]-> {people[i - 1]}";
            }
        }

        var band = score >= .7 ? "Strong" : score >= .4 ? "Active" : score >= .15 ? "Fading" : "Dormant";
        return ($"{text} {(isClosed ? band : $"{score:G10}")}", isClosed ? text : string.Join(' ', people),
            [.. told.Where(id => id != people[0] && id != _query.From)]);
    }

    private HopFound? Hop(RecordId from, RecordId to)
    {
        if (!_hops.TryGetValue((from, to), out var hop))
        {
            hop = Ties(from, to).Concat(Groups(from, to))
                .Where(one => one.Strength > 0 && one.Shown >= _query.StrengthMin.Value)
                .Where(one => one.Look > (_query.IsOpenOnly ? Look.Closed : Look.Hidden))
                .OrderBy(one => one.Cost).ThenByDescending(one => one.Look).ThenBy(one => one.Group is not null)
                .ThenBy(one => one.Group ?? one.First).ThenBy(one => one.First).ThenBy(one => one.Second)
                .FirstOrDefault();
            _hops.Add((from, to), hop);
        }

        return hop;
    }

    private IEnumerable<HopFound> Ties(RecordId a, RecordId b) => (_query.Through & Through.Person) == 0 ? [] :
    [
        .. from tie in _records.Values.OfType<Knows>()
           where (tie.FromId == a && tie.ToId == b) || (tie.FromId == b && tie.ToId == a)
           where Holds(tie)
           select new HopFound(tie.DeclaredStrength?.Value ?? .25, See(tie), null, tie.Id, default, 0, default, default),
        .. from tie in _query.IsDeclaredOnly ? [] : _contacts.Between(a, b)
           select new HopFound(
               tie.Strength, See(tie.Visibility, tie.Owner, a, b), null, tie.Knows ?? default, default, 0, default, default),
    ];

    private IEnumerable<HopFound> Groups(RecordId a, RecordId b)
    {
        foreach (var one in _memberships.Where(one => one.Member == a && one.Begin <= _query.AsOf))
        {
            var wanted = one.Group.Kind == RecordKind.Company ? Through.Company : Through.Network;
            var group = _records[one.Group];
            if ((_query.Through & wanted) == 0 || !Sees(group) || IsSensitive(group))
            {
                continue;
            }

            var count = Math.Max(2, _memberships.Count(m => m.Group == one.Group && m.IsPublic && m.Begin <= _query.AsOf));
            foreach (var other in _memberships)
            {
                var begin = one.Begin > other.Begin ? one.Begin : other.Begin;
                var until = one.Until < other.Until ? one.Until : other.Until;
                if (other.Member != b || other.Group != one.Group || other.Begin > _query.AsOf || begin >= until)
                {
                    continue;
                }

                var strength = .5 / Math.Sqrt(count - 1);
                if (until <= _query.AsOf)
                {
                    strength *= Math.Pow(2, -(_query.AsOf.DayNumber - until.DayNumber) / 365.25 / 2);
                }

                if (strength >= .02)
                {
                    yield return new HopFound(
                        strength, one.Look < other.Look ? one.Look : other.Look, one.Group, one.Record, other.Record,
                        count, begin, until);
                }
            }
        }
    }

    private bool Holds(Relationship tie) =>
        (tie.From is null || tie.From <= _query.AsOf) && (tie.Until is null || _query.AsOf < tie.Until);

    private bool IsPublic(Record record) =>
        record.Visibility == Visibility.Everyone
        && (record is not Relationship tie || (IsPublic(_records[tie.FromId]) && IsPublic(_records[tie.ToId])));

    private static bool IsSensitive(Record group) =>
        group is Network { IsSensitive: true } or Company { IsSensitive: true };

    private bool Sees(Record node) => Sees(node.Visibility, node.OwnerId);

    private bool Sees(Visibility visibility, RecordId? owner) =>
        _scope.Everything || visibility == Visibility.Everyone || IsViewer(owner)
        || (visibility == Visibility.Team && _scope.Team.Contains(owner!.Value));

    private Look See(Relationship tie)
    {
        if (!Sees(_records[tie.FromId]) || !Sees(_records[tie.ToId]))
        {
            return Look.Hidden;
        }

        return See(tie.Visibility, tie.OwnerId, tie.FromId, tie.ToId);
    }

    // Of two people who are seen.
    private Look See(Visibility visibility, RecordId? owner, RecordId a, RecordId b)
    {
        var isEnd = visibility == Visibility.Discreet && (IsViewer(a) || IsViewer(b));
        return Sees(visibility, owner) || isEnd ? Look.Open : visibility == Visibility.Discreet ? Look.Closed : Look.Hidden;
    }

    private bool IsViewer(RecordId? id) => !_scope.Viewer.IsNone && id == _scope.Viewer;

    private sealed record Membership(
        RecordId Record, RecordId Member, RecordId Group, DateOnly Begin, DateOnly Until, Look Look, bool IsPublic);

    private sealed record HopFound(
        double Strength, Look Look, RecordId? Group, RecordId First, RecordId Second, int Count,
        DateOnly Begin, DateOnly Until)
    {
        public long Cost => HopCost.Of(Strength);

        // What it is held against: of what the viewer is told nothing, no more than where its band begins.
        public double Shown => Look == Look.Open ? Strength : new[] { .7, .4, .15, 0 }.First(floor => Strength >= floor);

        public string Via => Group is null
            ? First.IsNone ? "contacts" : First.ToString()
            : $"{Group} of {Count}, {First} {Second}, {Begin:O} to {Until:O}";
    }
}
