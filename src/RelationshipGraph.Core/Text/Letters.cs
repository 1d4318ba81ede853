using System.Globalization;
using System.Text;

namespace RelationshipGraph.Text;

/// <summary>What search and sort key know of single characters; both work on the same decomposed text.</summary>
internal static class Letters
{
    public static readonly Rune A = new('a');
    public static readonly Rune RingAbove = new('\u030A');

    /// <summary>The text as compatibility-decomposed runes: base letters, each followed by its marks.</summary>
    /// <remarks>Takes any string; what is not well formed becomes U+FFFD, which is neither letter nor digit.</remarks>
    public static StringRuneEnumerator Decompose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var wellFormed = Normal.IsWellFormed(text) ? text : Repair(text);
        return wellFormed.Normalize(NormalizationForm.FormKD).EnumerateRunes();
    }

    /// <summary>A letter or a digit, without case, or null for what separates words.</summary>
    public static Rune? Fold(Rune rune)
    {
        // The spacing modifiers count as letters in Unicode, but people write them as apostrophes and accents.
        if (!Rune.IsLetterOrDigit(rune) || rune.Value is >= 0x2B0 and <= 0x2FF)
        {
            return null;
        }

        if (Rune.IsDigit(rune))
        {
            return new Rune((char)('0' + (int)Rune.GetNumericValue(rune)));
        }

        var lower = Rune.ToLowerInvariant(rune);
        return lower.Value == 'ς' ? new Rune('σ') : lower;
    }

    /// <summary>A combining mark or an invisible format character: neither compared nor a separator.</summary>
    public static bool IsIgnored(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.EnclosingMark
        or UnicodeCategory.Format;

    /// <summary>The ASCII spelling of a lower-case Latin letter that does not decompose; null for any other letter.</summary>
    /// <remarks>Æ and ø are not here: search and sort key treat them differently.</remarks>
    public static string? AsciiOf(Rune lower) => lower.Value switch
    {
        'ß' => "ss",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'œ' => "oe",
        'ı' => "i",
        'ȷ' => "j",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ĸ' => "k",
        _ => null,
    };

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            repaired.Append(rune.Value is 0 or 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune);
        }

        return repaired.ToString();
    }
}
