using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Indexing;

/// <summary>Small random graphs with everything that the index must tell apart: periods, owners, hidden ends, seats.</summary>
internal sealed class RandomGraph
{
    /// <summary>The day around which things begin and end.</summary>
    public static readonly DateOnly Day = Some.Today;

    // Their products are equal only where the same numbers are multiplied, or powers of two.
    private static readonly double?[] Strengths = [null, .25, .5, .3, .7, .7, 1, .5, 0];

    private readonly Random _random;
    private readonly bool _ofGroups;
    private readonly bool _ofContacts;

    /// <param name="seed">The same seed gives the same graph.</param>
    /// <param name="size">Roughly how many people, companies and networks.</param>
    /// <param name="ofGroups">Whether people are joined by little but groups that they came to and left.</param>
    /// <param name="ofContacts">Whether they were in contact, too, and went to meetings.</param>
    public RandomGraph(int seed, int size, bool ofGroups = false, bool ofContacts = false)
    {
        _ofContacts = ofContacts;
        _random = new Random(seed);
        _ofGroups = ofGroups;
        Employees = Many(1 + (size / 3), NewEmployee);
        Contacts = Many(1 + (size / 2), () => Some.Contact());
        Companies = Many(1 + (size / 6), NewCompany);
        Networks = Many(1 + (size / 5), NewNetwork);
        Seats = Many(size / 3, NewSeat);
        Meetings = ofContacts ? Many(1 + (size / 4), NewMeeting) : [];
        Records.AddRange([.. Employees, .. Contacts, .. Companies, .. Networks, .. Seats, .. Meetings]);
        for (var i = (_random.Next(2 * size) + size) * (ofContacts ? 2 : 1); i > 0; i--)
        {
            Records.Add(NewRelationship());
        }
    }

    public List<Record> Records { get; } = [];

    public List<Employee> Employees { get; }

    public List<Contact> Contacts { get; }

    public List<Company> Companies { get; }

    public List<Network> Networks { get; }

    public List<Seat> Seats { get; }

    public List<Meeting> Meetings { get; }

    public List<Node> People => [.. Employees, .. Contacts];

    public Random Random => _random;

    /// <summary>A viewer of any sort.</summary>
    public ViewScope NextScope() => _random.Next(5) switch
    {
        0 => ViewScope.All,
        1 => ViewScope.Public,
        _ => ViewScope.Of(Any(Employees).Id, Employees.Where(_ => _random.Next(3) == 0).Select(one => one.Id)),
    };

    /// <summary>A change to a few records; the graph goes on with it.</summary>
    public Commit NextCommit()
    {
        var changes = new List<Change>();
        for (var i = 1 + _random.Next(4); i > 0; i--)
        {
            var old = Any(Records);
            if (changes.Any(change => change.Id == old.Id))
            {
                continue;
            }

            switch (_random.Next(8))
            {
                case 0 when IsSpare(old) && !changes.Any(change => change is Change.Delete):
                    changes.Add(Some.Deleting(old));
                    break;
                case <= 3:
                    changes.Add(new Change.Update(Changed(old), old.Version));
                    break;
                default:
                    changes.Add(new Change.Create(_random.Next(4) == 0 ? NewNode() : NewRelationship()));
                    break;
            }
        }

        // A relationship cannot stay or come where its end goes.
        var gone = changes.OfType<Change.Delete>().Select(change => change.Id).ToHashSet();
        changes.RemoveAll(change =>
            RecordOf(change) is Relationship tie && (gone.Contains(tie.FromId) || gone.Contains(tie.ToId)));
        foreach (var change in changes)
        {
            Records.RemoveAll(record => record.Id == change.Id);
            if (RecordOf(change) is { } record)
            {
                Records.Add(record);
            }
        }

        Records.RemoveAll(record => record is Relationship tie && (gone.Contains(tie.FromId) || gone.Contains(tie.ToId)));
        Keep(Employees, gone);
        Keep(Contacts, gone);
        Keep(Companies, gone);
        Keep(Networks, gone);
        Keep(Seats, gone);
        Keep(Meetings, gone);
        return Some.Commit(changes);
    }

    public T Any<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    /// <summary>A store that holds the records.</summary>
    public static async Task FillAsync(IGraphStore store, IEnumerable<Record> records)
    {
        var result = await store.CommitAsync(Some.Creating([.. records]), Some.NoToken);
        Assert.IsType<CommitResult.Done>(result);
    }

    /// <summary>A relationship between any two nodes that it may join.</summary>
    public Relationship NewRelationship()
    {
        if (_ofContacts && _random.Next(2) == 0)
        {
            return WithAccess<Relationship>(_random.Next(3) == 0
                ? Some.Attended(Any(People), Any(Meetings)) with { Role = NextRole() }
                : NewInteraction());
        }

        Relationship made = _random.Next(_ofGroups ? 4 : 0, 12) switch
        {
            <= 5 when !_ofGroups || _random.Next(2) == 0 => NewKnows(),
            <= 5 => Some.WorksAt(Any(People), Any(Companies)),
            6 or 7 => Some.WorksAt(Any(People), Any(Companies)),
            8 => Some.MemberOf(Any(Contacts), Any(Networks)),
            9 => Some.MemberOf(_random.Next(4) == 0 ? Any(Companies) : Any(Contacts), Any(Networks)),
            10 when Seats.Count > 0 => Some.Holds(Any(Employees), Any(Seats)),
            _ when Seats.Count > 0 => Some.SeatIn(Any(Seats), Any(Networks)),
            _ => NewKnows(),
        };
        var (from, until) = NextPeriod();
        return WithAccess(made with { From = from, Until = until });
    }

    private static Record? RecordOf(Change change) => change switch
    {
        Change.Create create => create.Record,
        Change.Update update => update.Record,
        _ => null,
    };

    private static void Keep<T>(List<T> list, HashSet<RecordId> gone)
        where T : Node =>
        list.RemoveAll(node => gone.Contains(node.Id));

    // One of each kind stays to choose from.
    private bool IsSpare(Record record) => record is Relationship or Seat
        || Records.Count(other => other.Id.Kind == record.Id.Kind) > 1;

    private Node NewNode()
    {
        Node made = _random.Next(_ofContacts ? 6 : 5) switch
        {
            5 => NewMeeting(),
            0 => NewEmployee(),
            1 => Some.Contact(),
            2 => NewCompany(),
            3 => NewNetwork(),
            _ => NewSeat(),
        };
        var node = WithAccess(made);
        switch (node)
        {
            case Employee employee: Employees.Add(employee); break;
            case Contact contact: Contacts.Add(contact); break;
            case Company company: Companies.Add(company); break;
            case Network network: Networks.Add(network); break;
            case Seat seat: Seats.Add(seat); break;
            case Meeting meeting: Meetings.Add(meeting); break;
        }

        return node;
    }

    private Record Changed(Record old)
    {
        var next = WithAccess(Some.Next(old));
        var (from, until) = NextPeriod();
        return next switch
        {
            Knows knows => knows with { From = from, Until = until, DeclaredStrength = NextStrength() },
            Interaction contact => contact with { At = NextMoment(), Channel = NextChannel() },
            Attended attended => attended with { Role = NextRole() },
            Meeting meeting => meeting with { StartsAt = NextMoment() },
            Relationship tie => tie with { From = from, Until = until },
            Seat seat => seat with { From = from, Until = until, Status = NextStatus() },
            Employee employee => employee with { IsActive = _random.Next(4) != 0 },
            Company company => company with { IsSensitive = _random.Next(4) == 0 },
            Network network => network with { IsSensitive = _random.Next(4) == 0 },
            _ => next,
        };
    }

    private Knows NewKnows()
    {
        var (from, to) = (Any(People), Any(People));
        while (from.Id == to.Id)
        {
            to = Any(People);
        }

        return Some.Knows(from, to) with { DeclaredStrength = NextStrength() };
    }

    private Interaction NewInteraction()
    {
        var (from, to) = (Any(People), Any(People));
        return Some.Interaction(from, to, NextMoment(), NextChannel()) with
        {
            Source = Any((string?[])[null, null, "mail", "badges"]),
            ExternalId = $"act {_random.NextInt64()}",
            Direction = Any(Enum.GetValues<ContactDirection>()),
            ParticipantIds = ValueList.From(Enumerable.Range(0, _random.Next(3)).Select(_ => Any(People).Id)),
        };
    }

    private Meeting NewMeeting() => Some.Meeting(NextMoment());

    private Channel NextChannel() =>
        Any((Channel[])[Channel.Email, Channel.Email, Channel.Call, Channel.FaceToFace, Channel.Event]);

    private AttendanceRole NextRole() =>
        Any((AttendanceRole[])[AttendanceRole.Participant, AttendanceRole.Guest, AttendanceRole.Absent]);

    // Often on the day itself, and at its very ends.
    private DateTimeOffset NextMoment() => new DateTimeOffset(Day, TimeOnly.MinValue, TimeSpan.Zero) + (_random.Next(5) switch
    {
        0 => TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(_random.Next(3)),
        1 => TimeSpan.FromHours(_random.Next(-30, 30)),
        _ => TimeSpan.FromHours(_random.Next(-9000, 200)),
    });

    private Company NewCompany() => Some.Company() with { IsSensitive = _random.Next(8) == 0 };

    private Network NewNetwork() => Some.Network() with { IsSensitive = _random.Next(8) == 0 };

    private Seat NewSeat()
    {
        var (from, until) = NextPeriod();
        return Some.Seat(from, until) with { Status = NextStatus() };
    }

    // Most seats are held.
    private SeatStatus NextStatus() => _random.Next(4) == 0 ? Any(Enum.GetValues<SeatStatus>()) : SeatStatus.Member;

    private Employee NewEmployee() => Some.Employee() with { IsActive = _random.Next(6) != 0 };

    private TieStrength? NextStrength() => Any(Strengths) is { } strength ? new TieStrength(strength) : null;

    private (DateOnly? From, DateOnly? Until) NextPeriod()
    {
        var from = _random.Next(_ofGroups ? 1 : 3) == 0 ? NextDay() : (DateOnly?)null;
        var until = _random.Next(_ofGroups ? 2 : 4) == 0 ? NextDay() : (DateOnly?)null;
        return from > until ? (until, from) : (from, until);
    }

    private DateOnly NextDay() => Day.AddDays(_random.Next(4) switch
    {
        0 => 0,
        1 => _random.Next(-3, 4),
        _ => _random.Next(-3000, 800),
    });

    private List<T> Many<T>(int count, Func<T> make)
        where T : Node =>
        [.. Enumerable.Range(0, count).Select(_ => WithAccess(make()))];

    // The first employees are made before there are any owners.
    private T WithAccess<T>(T record)
        where T : Record
    {
        var owners = Employees;
        var known = record with { KnownSince = _random.Next(3) == 0 ? NextDay() : Day.AddDays(-4000) };
        if (owners is null or { Count: 0 } || _random.Next(10) < 6)
        {
            return (T)known with { Visibility = Visibility.Everyone };
        }

        var choices = record is Relationship
            ? [Visibility.Discreet, Visibility.Discreet, Visibility.Team, Visibility.Owner]
            : new[] { Visibility.Team, Visibility.Owner };
        return (T)known with { Visibility = Any(choices), OwnerId = Any(owners).Id };
    }
}
