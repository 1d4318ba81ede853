using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>Who asked whom for an introduction, and what came of it: the closer the introducer, the better it went.</summary>
internal static class DemoIntroductions
{
    public const int IntroductionCount = 130;

    private static readonly string[] Reasons =
        ["Kender personen for lidt.", "Ikke det rette tidspunkt.", "Har lige bedt om en anden tjeneste.",
            "Personen har skiftet job."];

    private static readonly string[] Notes =
        ["Jeg vil gerne høre, hvordan de griber det an.", "Vi har løst noget lignende for et par af deres kolleger.",
            "Et kvarter over en kop kaffe er nok."];

    public static void Build(DemoWorld world)
    {
        var (random, details) = (new DemoRandom("introductions"), new DemoRandom("what introductions tell"));
        var askers = world.Employees.Where(employee => employee.Department is 1 or 2 or 3 or 5).ToList();
        var ties = world.Ties.Where(tie => tie.Visibility == Visibility.Everyone
            && tie.Contact.Record.Visibility == Visibility.Everyone && tie.Contact.Profile.Level >= 2).ToList();
        for (var n = 0; n < IntroductionCount; n++)
        {
            var (tie, asker) = (random.Pick(ties), random.Pick(askers));
            var first = DemoCalendar.Later(DemoCalendar.First, DemoCalendar.Later(tie.Since, asker.Record.StartedOn!.Value));
            if (asker.Id != tie.Employee.Id && first < DemoCalendar.Last.AddDays(-5))
            {
                AddIntroduction(world, random, details, asker, tie, random.Day(first, DemoCalendar.Last.AddDays(-1)));
            }
        }
    }

    private static void AddIntroduction(
        DemoWorld world, DemoRandom random, DemoRandom details, DemoEmployee asker, DemoTie tie, DateOnly asked)
    {
        var state = StateOf(random, tie.Quality);
        var made = asked.AddDays(random.Between(2, 25));
        var ended = made.AddDays(random.Between(10, 150));
        state = asked > DemoCalendar.Last.AddDays(-12) ? IntroductionState.Asked
            : made > DemoCalendar.Last ? IntroductionState.Accepted
            : ended > DemoCalendar.Last && state >= IntroductionState.Meeting ? IntroductionState.Made : state;
        var isMade = state is IntroductionState.Made or IntroductionState.Meeting
            or IntroductionState.Won or IntroductionState.Lost;
        var isEnded = state is IntroductionState.Declined or IntroductionState.Won or IntroductionState.Lost;
        var reason = state is IntroductionState.Declined or IntroductionState.Lost ? random.Pick(Reasons) : null;
        var introduction = world.Records.Add(RecordKind.Introduction, asked, id => Told(details, asked, made, new Introduction
        {
            Id = id,
            OwnerId = asker.Id,
            AskerId = asker.Id,
            IntroducerId = tie.Employee.Id,
            TargetId = tie.Contact.Id,
            PathIds = [asker.Id, tie.Employee.Id, tie.Contact.Id],
            State = state,
            Reason = reason,
            AskedOn = state == IntroductionState.Drafted ? null : asked,
            MadeOn = isMade ? made : null,
            EndedOn = isEnded ? state == IntroductionState.Declined ? asked.AddDays(2) : ended : null,
        }));
        if (state == IntroductionState.Won)
        {
            var measure = random.Chance(.5) ? Measure.NewCustomers : Measure.Revenue;
            DemoYields.AddOutcome(world, random, measure, ended, asker.Id, introduction.Id, introduction.Id, default);
        }
    }

    /// <summary>The same with what was written, answered and said on the way.</summary>
    private static Introduction Told(
        DemoRandom random, DateOnly asked, DateOnly made, Introduction introduction)
    {
        var note = random.Chance(.7) ? random.Pick(Notes) : null;
        var answered = asked.AddDays(random.Between(1, 2));
        var (isAsked, hasAnswered) = (random.Chance(.8), random.Chance(.75));
        var met = made.AddDays(random.Between(3, 9));
        return introduction.State switch
        {
            IntroductionState.Drafted or IntroductionState.Asked => introduction with { Note = note },
            IntroductionState.Declined when random.Chance(.15) => introduction with
            {
                Note = note,
                State = IntroductionState.Withdrawn,
                Reason = null,
            },
            IntroductionState.Declined => introduction with { Note = note, AnsweredOn = introduction.EndedOn },
            IntroductionState.Accepted => introduction with
            {
                Note = note,
                AnsweredOn = answered,
                TargetConsent = !isAsked ? null : hasAnswered ? TargetConsent.Yes : TargetConsent.Asked,
                TargetAskedOn = isAsked ? answered : null,
                TargetAnsweredOn = isAsked && hasAnswered ? DemoCalendar.Earlier(answered.AddDays(2), DemoCalendar.Last) : null,
            },
            _ => introduction with
            {
                Note = note,
                AnsweredOn = answered,
                TargetConsent = isAsked ? TargetConsent.Yes : null,
                TargetAskedOn = isAsked ? answered : null,
                TargetAnsweredOn = isAsked ? made : null,
                MetOn = introduction.State == IntroductionState.Made ? null : met,
            },
        };
    }

    private static IntroductionState StateOf(DemoRandom random, double quality)
    {
        if (random.Chance(.05))
        {
            return IntroductionState.Drafted;
        }

        // Agreed to, made, met, won: each step is likelier the closer the introducer is.
        if (!random.Chance(.4 + (.55 * quality)))
        {
            return IntroductionState.Declined;
        }

        return random.Chance(.25) ? IntroductionState.Made
            : random.Chance(.35) ? IntroductionState.Meeting
            : random.Chance(.15 + (.7 * quality)) ? IntroductionState.Won : IntroductionState.Lost;
    }
}
