using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Tests.Core.Paths;

/// <summary>
/// The rules of what contacts make of a tie as they are written, straight from the records. It shares with the product the
/// formula, and how a list of contacts becomes its terms.
/// </summary>
internal sealed class ContactOracle
{
    private static readonly TimeSpan Horizon = StrengthModel.Shipped.Horizon;

    private readonly Dictionary<RecordId, Record> _records;
    private readonly DateOnly _day;
    private readonly DateTimeOffset _end;
    private readonly List<Contact> _contacts = [];

    public ContactOracle(IReadOnlyList<Record> records, DateOnly day)
    {
        _records = records.ToDictionary(record => record.Id);
        _day = day;
        _end = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        foreach (var one in records.OfType<Interaction>().Where(one => one.FromId != one.ToId))
        {
            Add(one.FromId, one.ToId, one.At, one.Direction, one.Source ?? "", one.Channel, 1 + one.ParticipantIds.Count, one);
        }

        foreach (var meeting in records.OfType<Meeting>().Where(one => one.Visibility == Visibility.Everyone))
        {
            var people = records.OfType<Attended>()
                .Where(one => one.ToId == meeting.Id && one.Role != AttendanceRole.Absent)
                .Where(one => IsOpen(one) && IsOpen(_records[one.FromId]))
                .Select(one => one.FromId).Distinct().ToList();
            var at = new DateTimeOffset(meeting.StartsAt.UtcDateTime.Date, TimeSpan.Zero);
            if (people.Count <= 40)
            {
                foreach (var (a, b) in people.SelectMany(a => people.Select(b => (a, b))).Where(pair => pair.a < pair.b))
                {
                    Add(a, b, at, ContactDirection.Mutual, "the meetings", Channel.Event, people.Count - 1, meeting);
                }
            }
        }
    }

    /// <summary>What contacts make of a tie, one for each rule of who may see it.</summary>
    public IEnumerable<(Visibility Visibility, RecordId? Owner, double Strength, RecordId? Knows)> Between(RecordId a, RecordId b)
    {
        var contacts = _contacts.Where(one => (one.From == a && one.To == b) || (one.From == b && one.To == a)).ToList();
        var declared = _records.Values.OfType<Knows>()
            .Where(one => (one.FromId == a && one.ToId == b) || (one.FromId == b && one.ToId == a))
            .Where(one => (one.From is null || one.From <= _day) && (one.Until is null || _day < one.Until))
            .ToList();
        foreach (var rule in contacts.Select(one => RuleOf(one.Record)).Concat(declared.Select(RuleOf)).Distinct())
        {
            var (own, parts) = (
                contacts.Where(one => RuleOf(one.Record) == rule || IsOpen(one.Record)).ToList(),
                declared.Where(one => RuleOf(one) == rule || IsOpen(one)).ToList());
            if (own.Count == 0)
            {
                continue;
            }

            var knows = parts.OrderByDescending(one => one.DeclaredStrength?.Value ?? .25).ThenBy(one => one.Id).FirstOrDefault();
            var strength = knows is null ? 0 : knows.DeclaredStrength?.Value ?? .25;
            foreach (var strand in own
                .GroupBy(one => (one.Channel, IsMeeting: one.Source == "the meetings", one.Source, IsOpen: IsOpen(one.Record)))
                .OrderBy(one => one.Key.Channel).ThenBy(one => one.Key.IsMeeting)
                .ThenBy(one => one.Key.Source, StringComparer.Ordinal).ThenByDescending(one => one.Key.IsOpen))
            {
                var part = StrengthOf(strand.Key.Channel, strand.Key.Source, [.. strand], a, b);
                strength += part * (1 - strength);
            }

            yield return (rule.Visibility, rule.Owner, strength, knows?.Id);
        }
    }

    private double StrengthOf(Channel channel, string source, List<Contact> strand, RecordId a, RecordId b)
    {
        var form = StrengthForms.Of(channel);
        var activity = new SourceActivity(DateTimeOffset.UnixEpoch, Horizon);
        foreach (var one in _contacts.Where(one => one.Source == source && IsPublic(one)))
        {
            activity.Add(one.At);
        }

        // A bin that is not over yet does not count.
        var bin = Horizon.Ticks / 200;
        var bins = (_end - DateTimeOffset.UnixEpoch).Ticks / bin;
        var over = DateTimeOffset.UnixEpoch.AddTicks((bins * bin) - TimeSpan.TicksPerMillisecond);
        var clock = activity.ClockAt(over);
        var pair = PairState.Of(form, strand.OrderBy(one => one.At).ThenBy(one => one.Record.Id)
            .Select(one => new PairAct(one.At, clock.At(one.At), one.Direction, one.Others)));
        return StrengthModel.Shipped.Strength(
            channel, pair, PersonOf(a), PersonOf(b), channel == Channel.FaceToFace && WorkTogether(a, b),
            clock.At(_end - TimeSpan.FromMilliseconds(1))).Value;

        PersonState PersonOf(RecordId person) => _contacts
            .Where(one => one.Source == source && IsPublic(one) && (one.From == person || one.To == person))
            .Select(one => clock.At(one.At)).Order()
            .Aggregate(default(PersonState), (state, active) => state.With(active));
    }

    private bool WorkTogether(RecordId a, RecordId b) => JobsOf(a).Intersect(JobsOf(b)).Any();

    private IEnumerable<RecordId> JobsOf(RecordId person) =>
        from job in _records.Values.OfType<WorksAt>()
        let company = (Company)_records[job.ToId]
        where job.FromId == person && IsOpen(job) && IsOpen(company) && !company.IsSensitive
        where (job.From ?? job.KnownSince) <= _day && (job.Until is null || _day < job.Until)
        select job.ToId;

    private void Add(
        RecordId from, RecordId to, DateTimeOffset at, ContactDirection direction, string source, Channel channel, int others,
        Record record)
    {
        if (at < _end)
        {
            _contacts.Add(new Contact(from, to, at, direction, source, channel, others, record));
        }
    }

    private bool IsPublic(Contact contact) =>
        IsOpen(contact.Record) && IsOpen(_records[contact.From]) && IsOpen(_records[contact.To]);

    private static bool IsOpen(Record record) => record.Visibility == Visibility.Everyone;

    private static (Visibility Visibility, RecordId? Owner) RuleOf(Record record) =>
        IsOpen(record) ? (Visibility.Everyone, null) : (record.Visibility, record.OwnerId);

    private sealed record Contact(
        RecordId From, RecordId To, DateTimeOffset At, ContactDirection Direction, string Source, Channel Channel, int Others,
        Record Record);
}
