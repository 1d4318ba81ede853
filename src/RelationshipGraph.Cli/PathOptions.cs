using System.CommandLine;
using System.Globalization;
using RelationshipGraph.Paths;

namespace RelationshipGraph.Cli;

/// <summary>The kinds of options that <c>relgraph path</c> takes; each refuses what is out of range before anything is
/// read.</summary>
internal static class PathOptions
{
    public static Option<int> Number(string name, string meaning, int standard, int least, int most)
    {
        var option = new Option<int>(name)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"{meaning}, {least} to {most}."),
            HelpName = "n",
            DefaultValueFactory = _ => standard,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    || number < least || number > most))
            {
                result.AddError(string.Create(
                    CultureInfo.InvariantCulture, $"{name} {token.Value} is not a whole number from {least} to {most}."));
            }
        });
        return option;
    }

    public static Option<double> Share(string name, string meaning, double standard, bool isZeroAllowed) => new(name)
    {
        Description = meaning,
        HelpName = "part",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
                && share is >= 0 and <= 1 && (isZeroAllowed || share > 0))
            {
                return share;
            }

            result.AddError($"{name} {result.Tokens[0].Value} is not a number from 0 to 1, such as 0.5.");
            return standard;
        },
    };

    public static Option<DateOnly?> Day(string name, string meaning) => new(name)
    {
        Description = meaning,
        HelpName = "day",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(
                    result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"{name} {result.Tokens[0].Value} is not a day, such as 2026-09-30.");
            return null;
        },
    };

    public static Option<string[]> Through()
    {
        var option = new Option<string[]>("--through")
        {
            Description = "By what people may be joined; may be given several times. Without it: by all.",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        option.AcceptOnlyFromAmong("person", "company", "network");
        return option;
    }

    public static Through ThroughOf(string[]? names) => names is null or []
        ? Paths.Through.All
        : names.Aggregate(Paths.Through.None, (all, name) => all | Enum.Parse<Through>(name, ignoreCase: true));
}
