using System.Globalization;
using System.Text;

namespace RelationshipGraph.Storage.Neo4j.Schema;

/// <summary>A form of a text that Neo4j compares as the text's code points compare.</summary>
/// <remarks>
/// What it computes with, it compares by UTF-16 unit, where what stands beyond the basic plane comes before its last part. From
/// the first surrogate on, and for the character that marks it, a code point is therefore written as six digits behind the mark.
/// A text without such characters is its own form.
/// </remarks>
internal static class TextOrder
{
    private const char Mark = '\uD7FF';

    /// <summary>Whether the form is the text itself.</summary>
    public static bool IsPlain(string text) => !text.AsSpan().ContainsAnyInRange(Mark, '\uFFFF');

    /// <summary>The form.</summary>
    public static string Of(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var form = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < Mark)
            {
                form.Append((char)rune.Value);
            }
            else
            {
                form.Append(Mark).Append(rune.Value.ToString("x6", CultureInfo.InvariantCulture));
            }
        }

        return form.ToString();
    }
}
