using System.Text;
using CsCheck;
using RelationshipGraph.Text;

namespace RelationshipGraph.Tests.Core.Text;

public sealed class SearchTextTests
{
    // Letters that fold in every way there is, many of them often, and what stands between words.
    private static readonly Gen<string> Texts =
        Gen.OneOf(
                "a", "A", "o", "e", "aa", "oe", "å", "Å", "a\u030A", "ø", "æ", "œ", "é", "ß", "ǿ", "İ", "ﬁ", "Σ", "й", "が", "한",
                "7", "½", "\U00010400", "\U0001F600", " ", "-", "'", "\u00AD", "\u0301", "\uFFFD")
            .Array[0, 12].Select(string.Concat);

    [Theory]
    [InlineData("Aagaard", "Ågård")]
    [InlineData("Aagaard", "agard")]
    [InlineData("Søe", "SOEE")]
    [InlineData("Søe", "Soe")]
    [InlineData("Søe", "so")]
    [InlineData("Ærø", "aeroe")]
    [InlineData("Østergaard", "Oestergård")]
    [InlineData("Zoëga", "Zöga")]
    [InlineData("Müller", "MULLER")]
    [InlineData("Kærgård", "Kaergaard")]
    [InlineData("André", "Andre\u0301")]
    [InlineData("Łukasz Đorđević", "lukasz dordevic")]
    [InlineData("Þór Gießen", "thor GIESSEN")]
    [InlineData("İbrahim Işık", "ibrahim isik")]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("Ａ／Ｓ ４２", "a/s 42")]
    [InlineData("An\u00ADders", "Anders")]
    public void Two_spellings_of_one_name_are_the_same_words(string one, string other) =>
        Assert.Equal(SearchText.Tokens(one), SearchText.Tokens(other));

    [Theory]
    [InlineData("Müller", "Mueller")]
    [InlineData("Ærø", "Aro")]
    [InlineData("Hansen", "Hanssen")]
    public void Two_names_that_only_look_alike_stay_two(string one, string other) =>
        Assert.NotEqual(SearchText.Tokens(one), SearchText.Tokens(other));

    [Theory]
    [InlineData("", "")]
    [InlineData(" -–'! ", "")]
    [InlineData("O'Neill-Hansen", "o|neill|hansen")]
    [InlineData("Hawaiʻi", "hawai|i")]
    [InlineData("Brdr. Hansen A/S, 4. sal", "brdr|hansen|a|s|4|sal")]
    [InlineData("aaaa oee", "a|o")]
    [InlineData("Анна Жукова", "анна|жукова")]
    [InlineData("李 小龙", "李|小龙")]
    [InlineData("٤٢", "42")]
    [InlineData("\U00010400a", "\U00010428a")]
    [InlineData("x\0y\uFFFEz", "x|y|z")]
    public void A_text_falls_into_its_words(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', SearchText.Tokens(text)));

    [Fact]
    public void A_lone_surrogate_separates_words()
    {
        var text = "ab" + '\uD800' + "cd" + '\uDC00';

        Assert.Equal(["ab", "cd"], SearchText.Tokens(text));
    }

    [Fact]
    public void Folding_the_beginning_of_a_text_gives_the_beginning_of_its_words() => Texts.Sample(text =>
    {
        var whole = Joined(text);
        for (var length = 0; length <= text.Length; length++)
        {
            if (length == text.Length || !char.IsLowSurrogate(text[length]))
            {
                Assert.StartsWith(Joined(text[..length]), whole, StringComparison.Ordinal);
            }
        }
    });

    [Fact]
    public void Folding_what_was_folded_changes_nothing() => Texts.Sample(text =>
        Assert.Equal(Joined(text), Joined(Joined(text))));

    [Fact]
    public void Every_character_folds_to_letters_and_digits_that_stay_as_they_are()
    {
        foreach (var rune in AllRunes())
        {
            foreach (var token in SearchText.Tokens(rune.ToString()))
            {
                Assert.All(token.EnumerateRunes(), r => Assert.True(Rune.IsLetterOrDigit(r), $"U+{rune.Value:X4}"));
                Assert.Equal([token], SearchText.Tokens(token));
            }
        }
    }

    internal static IEnumerable<Rune> AllRunes() =>
        Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value));

    private static string Joined(string text) => string.Join(' ', SearchText.Tokens(text));
}
