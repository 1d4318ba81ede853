using System.Buffers;

namespace RelationshipGraph.Text;

/// <summary>The one form in which text is stored: composed (NFC) and well formed.</summary>
public static class Normal
{
    // NUL ends a text for some stores; U+FFFE and U+FFFF are no characters, and the first cannot be normalised.
    private static readonly SearchValues<char> Refused = SearchValues.Create('\0', '\uFFFE', '\uFFFF');

    /// <summary>Whether a text may be stored: every surrogate in its pair, no NUL, no U+FFFE and no U+FFFF.</summary>
    public static bool IsWellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        if (text.AsSpan().ContainsAny(Refused))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    /// <summary>The composed form: one code point for å, not a and a ring. Equal texts become equal strings.</summary>
    /// <exception cref="ArgumentException">The text is not well formed.</exception>
    public static string Nfc(string text) =>
        IsWellFormed(text)
            ? text.Normalize(System.Text.NormalizationForm.FormC)
            : throw new ArgumentException("The text holds a lone surrogate, a NUL, U+FFFE or U+FFFF.", nameof(text));
}
