using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace RelationshipGraph.Hosting.Settings;

/// <summary>Reads settings one by one, and keeps what is wrong with them until all have been read.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    public const string Section = "RelationshipGraph";

    private readonly IConfigurationSection _section = configuration.GetSection(Section);
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _wrong = [];

    /// <summary>The value without blanks around it; null where it is missing or empty.</summary>
    public string? Text(string name)
    {
        _known.Add(name);
        var value = _section[name]?.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>The entries of a list: one value with commas, or numbered values.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var entries = Text(name) is { } joined ? joined.Split(',') : [.. Numbered(name)];
        return [.. entries.Select(entry => entry.Trim()).Where(entry => entry.Length > 0)];
    }

    /// <summary>A whole number; the default where it is missing or refused.</summary>
    public long Number(string name, long otherwise, long min, long max)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min} to {max}."));
        return otherwise;
    }

    /// <summary>One of the names; the default where it is missing or refused.</summary>
    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        foreach (var choice in Enum.GetValues<T>())
        {
            if (choice.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return choice;
            }
        }

        Refuse(name, $"must be one of: {string.Join(", ", Enum.GetNames<T>())}.");
        return otherwise;
    }

    /// <summary>Notes what is wrong with a setting and how to mend it. The value itself is not said: it may be a
    /// secret.</summary>
    public void Refuse(string name, string why) => _wrong.Add($"{VariableOf(name)} {why}");

    /// <summary>Ends the reading.</summary>
    /// <exception cref="SettingsException">Something is wrong or unknown; the message names all of it.</exception>
    public void ThrowIfWrong()
    {
        foreach (var name in Leaves(_section, string.Empty).Where(name => !_known.Contains(name)))
        {
            Refuse(name, "is not a setting. Look for a slip of the pen in its name.");
        }

        if (_wrong.Count > 0)
        {
            throw new SettingsException(
                $"""
                RelationshipGraph cannot start. These settings must be mended:
                {string.Join(Environment.NewLine, _wrong.Select(line => "  - " + line))}
                Set them as environment variables of these names, or in appsettings.json under "{Section}".
                """);
        }
    }

    private static string VariableOf(string name) =>
        $"{Section}__{name.Replace(":", "__", StringComparison.Ordinal)}".ToUpperInvariant();

    private static IEnumerable<string> Leaves(IConfigurationSection section, string under) =>
        from child in section.GetChildren()
        let name = under.Length == 0 ? child.Key : $"{under}:{child.Key}"
        from leaf in child.GetChildren().Any() ? Leaves(child, name) : [name]
        select leaf;

    private IEnumerable<string> Numbered(string name)
    {
        foreach (var child in _section.GetSection(name).GetChildren())
        {
            yield return Text($"{name}:{child.Key}") ?? string.Empty;
        }
    }
}
