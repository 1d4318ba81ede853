using System.Globalization;
using System.Text;

namespace RelationshipGraph.Text;

/// <summary>The key by which names are listed: Danish order, the same on every store because it is plain ASCII.</summary>
public static class SortKey
{
    /// <summary>The longest key, in characters.</summary>
    public const int LengthMax = 200;

    // What follows z in ASCII, in the order of the Danish alphabet; then all letters that ASCII cannot spell.
    private const char Ae = '{';
    private const char Oe = '|';
    private const char Aa = '}';
    private const char Foreign = '~';

    /// <summary>The key of a text; keys compare ordinally. Different texts may share a key: then the id decides.</summary>
    /// <remarks>
    /// Lower case. Æ, ø and å follow z in that order, and aa counts as å; ae and oe stay letters, and other accents count as
    /// the letter below them. Digits stay, whatever else stands between words is one space, and a letter of another script is
    /// <c>~</c> and its code point in hexadecimal. Empty when the text has no letter and no digit.
    /// </remarks>
    public static string Of(string text)
    {
        var runes = new List<Rune>();
        foreach (var rune in Letters.Decompose(text))
        {
            runes.Add(rune);
        }

        var key = new StringBuilder();
        for (var i = 0; i < runes.Count && key.Length < LengthMax; i++)
        {
            if (Letters.IsIgnored(runes[i]))
            {
                continue;
            }

            if (Letters.Fold(runes[i]) is not { } letter)
            {
                AppendSpace(key);
            }
            else if (IsPlainA(runes, i) && IsPlainA(runes, i + 1))
            {
                key.Append(Aa);
                i++;
            }
            else
            {
                AppendLetter(key, letter, hasRing: HasRing(runes, i));
            }
        }

        return Cut(key);
    }

    private static void AppendSpace(StringBuilder key)
    {
        if (key.Length > 0 && key[^1] != ' ')
        {
            key.Append(' ');
        }
    }

    private static void AppendLetter(StringBuilder key, Rune letter, bool hasRing)
    {
        if (letter.Value is 'æ')
        {
            key.Append(Ae);
        }
        else if (letter.Value is 'ø')
        {
            key.Append(Oe);
        }
        else if (letter == Letters.A && hasRing)
        {
            key.Append(Aa);
        }
        else if (letter.IsAscii)
        {
            key.Append((char)letter.Value);
        }
        else if (Letters.AsciiOf(letter) is { } spelling)
        {
            key.Append(spelling);
        }
        else
        {
            key.Append(CultureInfo.InvariantCulture, $"{Foreign}{letter.Value:x4}");
        }
    }

    private static string Cut(StringBuilder key)
    {
        key.Length = Math.Min(key.Length, LengthMax);
        return key.ToString().TrimEnd(' ');
    }

    /// <summary>An a without a mark; only two such are a spelling of å.</summary>
    private static bool IsPlainA(List<Rune> runes, int at) =>
        at < runes.Count
        && Letters.Fold(runes[at]) == Letters.A
        && (at + 1 == runes.Count || !Letters.IsIgnored(runes[at + 1]));

    private static bool HasRing(List<Rune> runes, int at)
    {
        for (var i = at + 1; i < runes.Count && Letters.IsIgnored(runes[i]); i++)
        {
            if (runes[i] == Letters.RingAbove)
            {
                return true;
            }
        }

        return false;
    }
}
