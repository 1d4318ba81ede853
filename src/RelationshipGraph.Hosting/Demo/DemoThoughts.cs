using System.Globalization;
using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>Ideas and insights that were brought home from a meeting.</summary>
internal static class DemoThoughts
{
    private static readonly string[] IdeaTitles =
    [
        "Prøv {0} på vores egen linje først", "Tilbyd {0} som abonnement", "Lad kunder besøge os og se {0}",
            "Del en person om {0} med et medlem",
        "En time om {0} hver fredag", "Mål {0} på samme måde som de andre", "Saml vores erfaring med {0} på én side",
    ];

    private static readonly string[] InsightTitles =
    [
        "Flere kunder spørger til {0}", "Ny konkurrent går efter {0}", "Krav til {0} strammes næste år",
            "Indkøb af {0} flytter til koncernen",
        "Priserne på {0} falder", "Mangel på folk, der kan {0}", "Et stort projekt om {0} er på vej",
    ];

    private static readonly InsightKind[] InsightKinds =
    [
        InsightKind.Trend, InsightKind.Competitor, InsightKind.Threat, InsightKind.Segment, InsightKind.Threat, InsightKind.Trend,
        InsightKind.Opportunity,
    ];

    public static void AddIdea(DemoWorld world, DemoRandom random, DemoVisit visit, DemoNetwork network)
    {
        var topic = random.Pick(network.Topics);
        var (day, author) = (visit.Day, visit.Seat.Holder.Id);
        double[] weights = [2, 3, 3, 2];
        var decided = day.AddDays(random.Between(20, 120));
        var status = decided > DemoCalendar.Last ? IdeaStatus.New : (IdeaStatus)(1 + random.Weighted(weights));
        var isDecided = status is IdeaStatus.Adopted or IdeaStatus.Dropped;
        var hidden = random.Unit();
        var idea = world.Records.Add(RecordKind.Idea, day, id => new Idea
        {
            Id = id,
            Visibility = hidden < .03 ? Visibility.Owner : hidden < .1 ? Visibility.Team : Visibility.Everyone,
            OwnerId = author,
            Title = Filled(random, IdeaTitles, topic, out _),
            Text = $"Set hos andre i {network.Name}. Det tager nogle uger at prøve og kan stoppes igen.",
            Status = status,
            AuthorId = author,
            DecidedOn = isDecided ? decided : null,
            Decision = isDecided ? status == IdeaStatus.Adopted ? "Vi prøver i et kvartal." : "Ikke nu; vi mangler folk til det."
                : null,
            Effect = status == IdeaStatus.Adopted && random.Chance(.6) ? "Færre stop og gladere kunder; målt over tre måneder."
                : null,
        });
        From(world, day, idea, visit);
    }

    public static void AddInsight(DemoWorld world, DemoRandom random, DemoVisit visit, DemoNetwork network)
    {
        var topic = random.Pick(network.Topics);
        var (day, author) = (visit.Day, visit.Seat.Holder.Id);
        var title = Filled(random, InsightTitles, topic, out var at);
        var users = random.Chance(.3) ? random.Some(world.Employees, random.Between(1, 3)) : [];
        var industry = random.Pick(DemoIndustry.All);
        var insight = world.Records.Add(RecordKind.Insight, day, id => new Insight
        {
            Id = id,
            Visibility = random.Chance(.12) ? Visibility.Team : Visibility.Everyone,
            OwnerId = author,
            Title = title,
            Text = "Flere sagde det samme uafhængigt af hinanden. Værd at spørge vores egne kunder om.",
            Kind = InsightKinds[at],
            Industries = [industry.Code],
            Topics = [topic],
            Confidentiality = network.Confidentiality,
            AuthorId = author,
            ReusedByIds = ValueList.From(users.Where(user => user.Record.StartedOn < day && user.Id != author)
                .Select(user => user.Id)),
        });
        From(world, day, insight, visit);

        // Under Chatham House and behind closed doors no firm is named.
        if (network.Confidentiality == Confidentiality.Open && visit.Met.Count > 0)
        {
            var company = world.Companies[visit.Met[0].Company].Id;
            world.Records.Add(RecordKind.About, day, id => new About { Id = id, FromId = insight.Id, ToId = company });
        }
        else if (random.Chance(.5))
        {
            var segment = random.Pick(world.Segments).Id;
            world.Records.Add(RecordKind.About, day, id => new About { Id = id, FromId = insight.Id, ToId = segment });
        }
    }

    private static void From(DemoWorld world, DateOnly day, Record thought, DemoVisit visit) =>
        world.Records.Add(RecordKind.CameFrom, day, id => new CameFrom
        {
            Id = id,
            FromId = thought.Id,
            ToId = visit.Meeting.Id,
            Visibility = thought.Visibility,
            OwnerId = thought.OwnerId,
        });

    private static string Filled(DemoRandom random, string[] forms, string topic, out int at)
    {
        at = random.Below(forms.Length);
        return string.Format(CultureInfo.InvariantCulture, forms[at], topic);
    }
}
