using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Tests.Core.Strength.Fitting;

/// <summary>Logs of pairs that act at rates of their own and end one day; the same for the same seed.</summary>
internal static class MadeUpLogs
{
    public static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="seed">Of the chance.</param>
    /// <param name="days">How long the log is.</param>
    /// <param name="everyDays">How many days lie between two contacts of a pair on average, over all pairs.</param>
    /// <param name="lifeDays">How many days a tie lasts on average.</param>
    /// <param name="pairs">How many pairs.</param>
    public static List<LoggedContact> Contacts(int seed, int days, double everyDays, double lifeDays, int pairs = 900)
    {
        var random = new Random(seed);
        List<LoggedContact> contacts = [];
        for (var pair = 0; pair < pairs; pair++)
        {
            var (one, other) = (random.Next(150), random.Next(150));
            var (start, life) = (random.NextDouble() * days, Exponential(random) * lifeDays);
            var every = everyDays * (.2 + (2 * random.NextDouble()));
            for (var at = start; at < Math.Min(days, start + life); at += Exponential(random) * every)
            {
                contacts.Add(new LoggedContact($"p{one}", $"p{other}", Begin.AddDays(at)));
            }
        }

        return contacts;
    }

    public static ContactLog Log(IEnumerable<LoggedContact> contacts, StrengthForm form = StrengthForm.AnyChannel) =>
        ContactLog.Of("made up", form, contacts, new Dictionary<string, string> { ["p1"] = "a", ["p2"] = "a", ["p3"] = "b" });

    private static double Exponential(Random random) => -Math.Log(1 - random.NextDouble());
}
