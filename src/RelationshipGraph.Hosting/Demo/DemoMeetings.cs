using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>Three years of meetings: those of the networks we sit in, and those with companies; who came, and for how
/// long.</summary>
internal static class DemoMeetings
{
    private static readonly string[] NetworkTopics =
        ["Erfaringer med {0}", "{0}: hvad virker?", "Besøg hos et medlem om {0}", "Oplæg og debat om {0}",
            "Næste skridt for {0}"];

    private static readonly string[] CompanyTopics =
        ["Status på anlæg", "Tilbud på ny linje", "Serviceaftale", "Behov det kommende år", "Gennemgang af drift",
            "Første samtale"];

    public static void Build(DemoWorld world)
    {
        var random = new DemoRandom("meetings");
        for (var n = 0; n < DemoNetworks.All.Count; n++)
        {
            var seats = world.Seats.Where(seat => seat.Network == n).ToList();

            // What goes on in a sensitive body is no business of the company's.
            if (seats.Count == 0 || DemoNetworks.All[n].IsSensitive)
            {
                continue;
            }

            foreach (var day in DemoCalendar.Meetings(DemoNetworks.All[n].MeetingsAYear, n * 11))
            {
                var live = seats.Where(seat => seat.HoldsOn(day)).ToList();
                if (live.Count > 0)
                {
                    AddNetworkMeeting(world, random, n, day, live);
                }
            }
        }

        GiveAccounts(world, random);
        AddCompanyMeetings(world, random);
    }

    private static void AddNetworkMeeting(DemoWorld world, DemoRandom random, int network, DateOnly day, List<DemoSeat> seats)
    {
        var declared = DemoNetworks.All[network];
        var hour = declared.MeetingsAYear > 26 ? 5 : random.Between(8, 15);
        var form = declared.Form == NetworkForm.Hybrid ? MeetingForm.Hybrid
            : declared.Form == NetworkForm.Online || random.Chance(.06) ? MeetingForm.Online : MeetingForm.InPerson;
        var topic = declared.Confidentiality == Confidentiality.Closed
            ? null
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, random.Pick(NetworkTopics),
                random.Pick(declared.Topics));
        var meeting = AddMeeting(world, day, hour, declared.HoursAMeeting, form, topic, declared.Place, seats[0].Holder.Id,
            world.Networks[network].Id);
        var present = world.Members[network]
            .Where(member => Holds(member.Membership, day) && member.Membership.KnownSince <= day).ToList();
        var met = random.Some(present, declared.MeetingsAYear > 26 ? random.Between(1, 3) : random.Between(2, 6))
            .ConvertAll(member => member.Person);
        foreach (var contact in met)
        {
            var role = random.Chance(.06) ? AttendanceRole.Speaker : AttendanceRole.Participant;
            Attend(world, day, contact.Id, meeting.Id, role, null);
        }

        var gone = new HashSet<RecordId>();
        foreach (var seat in seats)
        {
            Send(world, random, seat, meeting, met, gone);
        }
    }

    private static void Send(
        DemoWorld world, DemoRandom random, DemoSeat seat, Meeting meeting, List<DemoContact> met, HashSet<RecordId> gone)
    {
        var declared = DemoNetworks.All[seat.Network];
        var day = DateOnly.FromDateTime(meeting.StartsAt.UtcDateTime);
        var hours = new Hours(Math.Round(declared.HoursAMeeting + (meeting.Form == MeetingForm.Online ? 0 : .5 + random.Unit()),
            1));
        var comes = random.Chance(seat.Holder.Duty);
        var substitute = seat.Record.SubstituteId;
        if (comes && gone.Add(seat.Holder.Id))
        {
            var role = random.Chance(.05) ? AttendanceRole.Speaker : random.Chance(.03) ? AttendanceRole.Host
                : AttendanceRole.Participant;
            Attend(world, day, seat.Holder.Id, meeting.Id, role, hours);
            world.Visits.Add(new DemoVisit(seat, meeting, met, seat.Attended++, false));
        }
        else if (!comes && substitute is { } colleague && random.Chance(.5) && gone.Add(colleague))
        {
            Attend(world, day, colleague, meeting.Id, AttendanceRole.Substitute, hours);
            world.Visits.Add(new DemoVisit(seat, meeting, met, seat.Attended++, true));
        }
        else if (random.Chance(.8) && gone.Add(seat.Holder.Id))
        {
            Attend(world, day, seat.Holder.Id, meeting.Id, AttendanceRole.Absent, null);
        }
    }

    // Every customer and a third of the prospects have somebody who answers for them.
    private static void GiveAccounts(DemoWorld world, DemoRandom random)
    {
        var west = world.Employees.Where(employee => employee.Department is 1 or 2).ToList();
        var east = world.Employees.Where(employee => employee.Department is 3).ToList();
        for (var n = 1; n < world.Companies.Count; n++)
        {
            var company = world.Companies[n];
            var isEast = company.Region is "Hovedstaden" or "Sjælland" or null;
            if (company.Relation == CompanyRelation.Customer
                || (company.Relation == CompanyRelation.Prospect && random.Chance(.35)))
            {
                var isTold = !isEast && company.IndustryCode![..2] is "10" or "36" && random.Chance(.4);
                world.AccountOwners[n] = isTold ? world.Employees[1] : random.Pick(isEast ? east : west);
            }
        }
    }

    private static void AddCompanyMeetings(DemoWorld world, DemoRandom random)
    {
        var staff = world.Contacts.GroupBy(contact => contact.Company).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var (company, owner) in world.AccountOwners.OrderBy(account => account.Key))
        {
            var count = world.Companies[company].Relation == CompanyRelation.Customer ? random.Between(2, 9)
                : random.Between(1, 4);
            for (var n = 0; n < count; n++)
            {
                var known = DemoCalendar.Later(owner.Record.StartedOn!.Value, world.Companies[company].KnownSince);
                var day = DemoCalendar.WorkingDay(random.Day(DemoCalendar.Later(DemoCalendar.First, known.AddDays(5)),
                    DemoCalendar.Last.AddDays(-2)));
                var there = random.Some([.. staff[company].Where(contact => contact.Record.KnownSince <= day)],
                    random.Between(1, 3));
                if (there.Count > 0)
                {
                    AddCompanyMeeting(world, random, company, owner, day, there);
                }
            }
        }
    }

    private static void AddCompanyMeeting(
        DemoWorld world, DemoRandom random, int company, DemoEmployee owner, DateOnly day, List<DemoContact> there)
    {
        var online = random.Chance(.3);
        var meeting = AddMeeting(world, day, random.Between(7, 14), random.Between(1, 3), online ? MeetingForm.Online
            : MeetingForm.InPerson,
            random.Pick(CompanyTopics), online ? null : world.Companies[company].Region, owner.Id, world.Companies[company].Id);
        Attend(world, day, owner.Id, meeting.Id, AttendanceRole.Host, new Hours(online ? 1 : 3));
        foreach (var contact in there)
        {
            Attend(world, day, contact.Id, meeting.Id, AttendanceRole.Participant, null);
        }

        if (random.Chance(.3))
        {
            var helper = random.Pick(world.Employees);
            if (helper.Id != owner.Id && helper.Record.StartedOn < day)
            {
                Attend(world, day, helper.Id, meeting.Id, AttendanceRole.Participant, new Hours(online ? 1 : 3));
            }
        }
    }

    private static Meeting AddMeeting(
        DemoWorld world, DateOnly day, int hour, double hours, MeetingForm form, string? topic, string? place, RecordId owner,
            RecordId holder)
    {
        var meeting = world.Records.Add(RecordKind.Meeting, day, id => new Meeting
        {
            Id = id,
            OwnerId = owner,
            StartsAt = DemoCalendar.At(day, hour, 30),
            Minutes = (int)(hours * 60),
            Form = form,
            Topic = topic,
            Place = form == MeetingForm.Online ? null : place,
        });
        world.Records.Add(RecordKind.HeldBy, day, id => new HeldBy { Id = id, FromId = meeting.Id, ToId = holder });
        return meeting;
    }

    private static bool Holds(Relationship membership, DateOnly day) =>
        (membership.From is not { } from || from <= day) && (membership.Until is not { } until || day < until);

    private static void Attend(DemoWorld world, DateOnly day, RecordId person, RecordId meeting, AttendanceRole role,
        Hours? hours) =>
        world.Records.Add(RecordKind.Attended, day, id => new Attended
        {
            Id = id,
            FromId = person,
            ToId = meeting,
            Role = role,
            HoursSpent = hours,
        });
}
