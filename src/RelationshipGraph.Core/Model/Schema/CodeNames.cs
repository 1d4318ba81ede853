using System.Text;

namespace RelationshipGraph.Model;

/// <summary>The names the outside sees: codes in upper snake case, columns in lower snake case, fields in camel case.</summary>
public static class CodeNames
{
    /// <summary>BusinessNetwork → BUSINESS_NETWORK.</summary>
    public static string Upper(string name) => Snake(name).ToUpperInvariant();

    /// <summary>NetworkingHours → networking_hours.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            // The last capital of a run starts a word of its own when a small letter follows: MeetingsAYear.
            var endsRun = i + 1 < name.Length && char.IsLower(name[i + 1]);
            if (i > 0 && char.IsUpper(name[i]) && (endsRun || !char.IsUpper(name[i - 1])))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>NetworkingHours → networkingHours.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
