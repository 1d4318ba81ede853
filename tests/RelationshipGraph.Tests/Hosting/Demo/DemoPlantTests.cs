using RelationshipGraph.Hosting.Demo;
using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Hosting.Demo;

/// <summary>What decision 0030 says is planted must be there to be found.</summary>
public sealed class DemoPlantTests
{
    private static readonly DemoWorld World = DemoWorld.Make();

    private static readonly Dictionary<RecordId, int> Credits = World.Records.All.OfType<CreditedTo>()
        .CountBy(credit => credit.ToId).ToDictionary();

    [Fact]
    public void Seats_that_suit_bring_several_times_as_much_a_meeting_as_those_that_do_not()
    {
        var seats = Visited().OrderByDescending(seat => seat.Affinity).ToList();
        var (suited, others) = (seats[..(seats.Count / 3)], seats[^(seats.Count / 3)..]);

        Assert.True(PerMeeting(suited) > 3 * PerMeeting(others), $"{PerMeeting(suited)} {PerMeeting(others)}");
    }

    [Fact]
    public void Fees_say_nothing_of_what_a_seat_brings()
    {
        var seats = Visited().OrderByDescending(seat => DemoNetworks.All[seat.Seat.Network].Fees.Seat).ToList();
        var (dear, cheap) = (seats[..(seats.Count / 2)], seats[(seats.Count / 2)..]);

        Assert.True(PerMeeting(dear) < 1.3 * PerMeeting(cheap), $"{PerMeeting(dear)} {PerMeeting(cheap)}");
    }

    [Fact]
    public void The_dearest_club_never_paid_and_the_cheapest_circles_did()
    {
        Assert.InRange(CreditsOf("Topklubben"), 0, 1);
        Assert.InRange(CreditsOf("Bogholdernes Erfakreds"), 8, 100);
        Assert.InRange(CreditsOf("Unge i Industrien"), 5, 100);
    }

    [Fact]
    public void Production_sits_nowhere() =>
        Assert.DoesNotContain(World.Seats, seat => seat.Holder.Department == DemoSeats.Insular);

    [Fact]
    public void The_largest_customer_hangs_on_one_person()
    {
        var company = DemoTies.SingleThreaded(World);

        var known = World.Ties.Where(tie => tie.Contact.Company == company).Select(tie => tie.Employee.Id).Distinct();

        Assert.Equal([World.AccountOwners[company].Id], known);
    }

    [Fact]
    public void Nobody_sits_where_the_strategy_wants_to_go()
    {
        var candidate = World.Networks.Single(network => network.Name == "Energibyens Partnerskab");

        Assert.Equal(NetworkStatus.Candidate, candidate.Status);
        Assert.DoesNotContain(World.Seats, seat => World.Networks[seat.Network].Id == candidate.Id);
    }

    [Fact]
    public void Members_suit_their_networks_better_than_others_do()
    {
        var (inside, outside) = (new List<double>(), new List<double>());
        for (var n = 0; n < World.Members.Count; n++)
        {
            inside.AddRange(World.Members[n].Select(member => DemoAffinity.Of(DemoNetworks.All[n], member.Person.Profile)));
            outside.AddRange(World.Contacts.Take(300).Select(contact => DemoAffinity.Of(DemoNetworks.All[n], contact.Profile)));
        }

        Assert.True(inside.Average() > outside.Average() + .1, $"{inside.Average()} {outside.Average()}");
    }

    [Fact]
    public void Introductions_by_close_introducers_are_won_more_often()
    {
        var ties = World.Ties.ToDictionary(tie => (tie.Employee.Id, tie.Contact.Id), tie => tie.Quality);
        var ended = World.Records.All.OfType<Introduction>()
            .Where(one => one.State is IntroductionState.Won or IntroductionState.Lost or IntroductionState.Declined)
            .Select(one => (Quality: ties[(one.IntroducerId!.Value, one.TargetId)], Won: one.State == IntroductionState.Won))
            .OrderByDescending(one => one.Quality).ToList();
        var half = ended.Count / 2;

        Assert.True(ended[..half].Count(one => one.Won) > 1.5 * ended[half..].Count(one => one.Won));
    }

    [Fact]
    public void The_sensitive_seats_are_seen_by_their_holders_only() =>
        Assert.All(World.Seats.Where(seat => DemoNetworks.All[seat.Network].IsSensitive), seat =>
        {
            Assert.Equal((Visibility.Owner, seat.Holder.Id), (seat.Record.Visibility, seat.Record.OwnerId));
            Assert.All(World.Records.All.OfType<Relationship>()
                .Where(tie => tie.FromId == seat.Record.Id || tie.ToId == seat.Record.Id),
                tie => Assert.Equal(Visibility.Owner, tie.Visibility));
        });

    private static IEnumerable<(DemoSeat Seat, double Affinity, int Meetings)> Visited() => World.Seats
        .Select(seat => (seat, DemoAffinity.Of(DemoNetworks.All[seat.Network], seat.Holder.Profile), seat.Attended))
        .Where(seat => seat.Attended >= 3 && DemoNetworks.All[seat.seat.Network].MeetingsAYear <= 26);

    private static double PerMeeting(List<(DemoSeat Seat, double Affinity, int Meetings)> seats) =>
        seats.Sum(seat => Credits.GetValueOrDefault(seat.Seat.Record.Id)) / (double)seats.Sum(seat => seat.Meetings);

    private static int CreditsOf(string network) => World.Seats.Where(seat => DemoNetworks.All[seat.Network].Name == network)
        .Sum(seat => Credits.GetValueOrDefault(seat.Record.Id));
}
