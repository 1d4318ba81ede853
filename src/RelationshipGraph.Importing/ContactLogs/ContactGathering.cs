using RelationshipGraph.Importing.Tables;
using RelationshipGraph.Problems;
using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Importing.ContactLogs;

/// <summary>Gathers contacts from the tables that tell of them.</summary>
internal sealed class ContactGathering
{
    /// <summary>Attending together says something of two people only where not everybody was there.</summary>
    private const int AttendingMax = 40;

    private const string Attended = "co_attendance";

    private readonly Dictionary<string, string> _units = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<LoggedContact>> _contacts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _starts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, DateTimeOffset?>> _attending = new(StringComparer.Ordinal);

    /// <summary>How a table is read, by the names its file may have; null where it tells of no contacts.</summary>
    public Func<Header, Action<SourceRow>>? ReaderOf(string[] names) => names[0] switch
    {
        "people" => People,
        "interactions" => Interactions,
        "events" => Events,
        "attendance" => Attendance,
        _ => null,
    };

    /// <summary>A log for each channel, by name; last the events attended together.</summary>
    public IReadOnlyList<ContactLog> Logs()
    {
        var logs = _contacts
            .Select(channel => ContactLog.Of(
                channel.Key, StrengthForms.Of(InteractionTable.Channels[channel.Key]), channel.Value, _units))
            .ToList();
        var together = _attending.SelectMany(attending => Together(attending.Key, attending.Value)).ToList();
        if (together.Count > 0)
        {
            logs.Add(ContactLog.Of(Attended, StrengthForm.Event, together, _units));
        }

        return logs;
    }

    private Action<SourceRow> People(Header header)
    {
        var (id, unit) = (header.Find("person_id", "id"), header.Find("unit"));
        return row =>
        {
            if (row.Text(unit) is { } known)
            {
                _units[row.Id(id)] = known;
            }
        };
    }

    private Action<SourceRow> Interactions(Header header)
    {
        var (from, to) = (header.Find("from_id", "a"), header.Find("to_id", "b"));
        var (at, channel, weight) = (header.Find("at"), header.Find("channel"), header.Find("weight"));
        return row =>
        {
            if (row.Text(channel)?.ToLowerInvariant() is not { } word)
            {
                row.Refuse(Problem.Of(ProblemCode.Required, channel.Name));
            }
            else if (InteractionTable.Channels.ContainsKey(word))
            {
                if (row.Instant(at) is { } moment)
                {
                    ContactsOn(word).Add(new LoggedContact(row.Id(from), row.Id(to), moment, row.Number(weight) ?? 1));
                }
            }
            else if (!InteractionTable.Ties.Contains(word))
            {
                row.Refuse(InteractionTable.UnknownChannel(word, channel));
            }
        };
    }

    private Action<SourceRow> Events(Header header)
    {
        var (id, startsAt) = (header.Find("event_id", "id"), header.Find("starts_at"));
        return row =>
        {
            if (row.Instant(startsAt) is { } moment)
            {
                _starts[row.Id(id)] = moment;
            }
        };
    }

    private Action<SourceRow> Attendance(Header header)
    {
        var (person, at) = (header.Find("person_id", "person"), header.Find("event_id", "meeting"));
        var (response, answered) = (header.Find("response"), header.Find("at"));
        return row =>
        {
            if (row.Text(response) is null or "yes")
            {
                var attending = row.Id(at);
                if (!_attending.TryGetValue(attending, out var people))
                {
                    _attending.Add(attending, people = new(StringComparer.Ordinal));
                }

                people[row.Id(person)] = row.Instant(answered);
            }
        };
    }

    private List<LoggedContact> ContactsOn(string channel)
    {
        if (!_contacts.TryGetValue(channel, out var contacts))
        {
            _contacts.Add(channel, contacts = []);
        }

        return contacts;
    }

    /// <summary>The pairs who were at an event; when it began, else when the last of them answered.</summary>
    private IEnumerable<LoggedContact> Together(string attended, Dictionary<string, DateTimeOffset?> people)
    {
        var at = _starts.TryGetValue(attended, out var start) ? start : people.Values.Max();
        if (at is null || people.Count > AttendingMax)
        {
            yield break;
        }

        var sorted = people.Keys.Order(StringComparer.Ordinal).ToList();
        for (var one = 0; one < sorted.Count; one++)
        {
            for (var other = one + 1; other < sorted.Count; other++)
            {
                yield return new LoggedContact(sorted[one], sorted[other], at.Value, 1, people.Count);
            }
        }
    }
}
