using System.Text;

namespace RelationshipGraph.Text;

/// <summary>Text as search sees it. One table for the query and for what is stored, on every store.</summary>
/// <remarks>
/// Letters and digits only; case and accents do not count. å = aa = a, ø = oe = o and æ = ae hold wherever they stand, so that
/// Søe, Soee and Soe are one name. Other scripts keep their letters.
/// </remarks>
public static class SearchText
{
    /// <summary>The words of a text in their order, folded, with repetitions. Empty when it has no letter and no digit.</summary>
    /// <remarks>
    /// Folding the beginning of a word gives the beginning of the folded word, so a folded prefix finds all that begin with it.
    /// Folding a token again gives the same token. Any string is accepted; what is not well formed separates words.
    /// </remarks>
    public static IReadOnlyList<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var token = new StringBuilder();

        foreach (var rune in Letters.Decompose(text))
        {
            // Most letters of most texts; what follows gives the same for them, by way of tables and small strings.
            if (rune.IsAscii)
            {
                AppendAscii(token, tokens, (char)rune.Value);
                continue;
            }

            if (Letters.IsIgnored(rune))
            {
                continue;
            }

            if (Letters.Fold(rune) is { } letter)
            {
                Append(token, letter);
            }
            else
            {
                Close(token, tokens);
            }
        }

        Close(token, tokens);
        return tokens;
    }

    private static void AppendAscii(StringBuilder token, List<string> tokens, char c)
    {
        if (!char.IsAsciiLetterOrDigit(c))
        {
            Close(token, tokens);
        }
        else if (char.ToLowerInvariant(c) is var lower && !IsSecondHalf(token, lower))
        {
            token.Append(lower);
        }
    }

    private static void Append(StringBuilder token, Rune letter)
    {
        var spelling = letter.Value switch
        {
            'æ' => "ae",
            'ø' => "o",
            _ => Letters.AsciiOf(letter),
        };

        if (spelling is null && !letter.IsAscii)
        {
            token.Append(letter);
            return;
        }

        foreach (var c in spelling ?? letter.ToString())
        {
            // Only ever appends or skips, never takes back: that is what keeps folded prefixes prefixes.
            if (!IsSecondHalf(token, c))
            {
                token.Append(c);
            }
        }
    }

    private static bool IsSecondHalf(StringBuilder token, char c) =>
        token.Length > 0 && (token[^1], c) is ('a', 'a') or ('o', 'e');

    private static void Close(StringBuilder token, List<string> tokens)
    {
        if (token.Length > 0)
        {
            tokens.Add(token.ToString());
            token.Clear();
        }
    }
}
