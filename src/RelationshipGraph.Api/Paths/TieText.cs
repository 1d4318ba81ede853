using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Api.Paths;

/// <summary>What a tie or a hop rests on, in a sentence.</summary>
/// <param name="isDanish">In Danish, else in English.</param>
internal sealed class TieText(bool isDanish)
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private CultureInfo Culture => isDanish ? Danish : English;

    /// <summary>What a tie rests on.</summary>
    public string Of(TieReading reading)
    {
        var contacts = reading.Channels.Sum(channel => channel.Pair.RowCount);
        if (contacts == 0)
        {
            return reading.Declared is null
                ? Say("Nothing is known of a tie.", "Der er intet kendskab til en relation.")
                : Say("They know each other, as somebody declared; no contact has been seen.",
                    "De kender hinanden, som nogen har angivet; der er ikke set nogen kontakt.");
        }

        var first = reading.Channels.Min(channel => channel.Pair.FirstAt);
        var last = Day(DateOnly.FromDateTime(reading.Channels.Max(channel => channel.Pair.LastAt).UtcDateTime));
        var kinds = string.Join(", ", reading.Channels.GroupBy(channel => channel.Channel)
            .OrderByDescending(one => one.Sum(channel => channel.Pair.RowCount)).ThenBy(one => one.Key)
            .Select(one => Counted(one.Key, one.Sum(channel => channel.Pair.RowCount))));
        return contacts == 1
            ? Say($"{kinds} on {last}.", $"{kinds} den {last}.")
            : Say($"{kinds} since {first.Year}, the latest on {last}.", $"{kinds} siden {first.Year}, senest den {last}.");
    }

    /// <summary>What a hop through a company or network rests on.</summary>
    /// <param name="name">What it is called; null where that is hidden or gone.</param>
    /// <param name="via">How they are both in it.</param>
    /// <param name="next">Its next meeting; null where none is known.</param>
    public string Of(string? name, HopVia.Group via, Meeting? next)
    {
        var where = name ?? Say("the same group", "samme kreds");
        var members = via.MemberCount.ToString(Culture);
        var both = via.OverlapUntil is { } until
            ? Say($"Both were in {where} until {Day(until)}", $"Begge var i {where} indtil {Day(until)}")
            : Say($"Both are in {where}, of {members}", $"Begge er i {where}, af {members}");
        return next is null
            ? both + "."
            : Say(
                $"{both}, next meeting {Day(DateOnly.FromDateTime(next.StartsAt.UtcDateTime))}.",
                $"{both}, næste møde {Day(DateOnly.FromDateTime(next.StartsAt.UtcDateTime))}.");
    }

    /// <summary>Why a tie is fading, and what to do.</summary>
    public string Of(TieReading reading, Fading fading)
    {
        var why = fading.Reason switch
        {
            FadingReason.Fell => Say(
                $"It was stronger 90 days ago, and is now {Word(reading.Band)}",
                $"Den var stærkere for 90 dage siden og er nu {Word(reading.Band)}"),
            FadingReason.ColdSoon => Say(
                $"It is {Word(reading.Band)} until {Day(reading.ColdOn!.Value)}",
                $"Den er {Word(reading.Band)} indtil {Day(reading.ColdOn!.Value)}"),
            _ => Say("It is getting weaker", "Den bliver svagere"),
        };
        var step = fading.Step switch
        {
            FadingStep.Meet => Say("meet", "mødes"),
            FadingStep.Call => Say("call", "ring"),
            _ => Say("write", "skriv"),
        };
        return Say($"{why}: {step}.", $"{why}: {step}.");
    }

    private string Counted(Channel channel, long count)
    {
        var (one, many) = channel switch
        {
            Channel.Meeting => Say(("meeting", "meetings"), ("møde", "møder")),
            Channel.Call => Say(("call", "calls"), ("opkald", "opkald")),
            Channel.Email => Say(("e-mail", "e-mails"), ("e-mail", "e-mails")),
            Channel.Message => Say(("message", "messages"), ("besked", "beskeder")),
            Channel.Event => Say(
                ("event attended together", "events attended together"), ("fælles begivenhed", "fælles begivenheder")),
            Channel.FaceToFace => Say(("encounter", "encounters"), ("personligt møde", "personlige møder")),
            Channel.Reply => Say(("public reply", "public replies"), ("offentligt svar", "offentlige svar")),
            _ => Say(("letter", "letters"), ("brev", "breve")),
        };
        return $"{count.ToString("N0", Culture)} {(count == 1 ? one : many)}";
    }

    private string Word(ScoreBand? band) => band switch
    {
        ScoreBand.Strong => Say("strong", "stærk"),
        ScoreBand.Active => Say("active", "aktiv"),
        ScoreBand.Fading => Say("fading", "svindende"),
        _ => Say("dormant", "sovende"),
    };

    private string Day(DateOnly day) => day.ToString(isDanish ? "d. MMMM yyyy" : "d MMMM yyyy", Culture);

    private T Say<T>(T english, T danish) => isDanish ? danish : english;
}
