using RelationshipGraph.Text;

namespace RelationshipGraph.Tests.Core.Text;

public sealed class NormalTests
{
    [Fact]
    public void Two_ways_to_write_a_letter_become_one() => Assert.Equal("Ågård", Normal.Nfc("A\u030Aga\u030Ard"));

    [Fact]
    public void Compatibility_characters_stay_what_they_are() => Assert.Equal("ﬁ² Ａ", Normal.Nfc("ﬁ² Ａ"));

    [Fact]
    public void A_pair_of_surrogates_is_well_formed() => Assert.True(Normal.IsWellFormed("a🙂b🙂"));

    [Theory]
    [InlineData(new[] { 'a', '\uD83D' })]
    [InlineData(new[] { '\uDE42', 'a' })]
    [InlineData(new[] { '\uDE42', '\uD83D' })]
    [InlineData(new[] { '\uD83D', '\uD83D', '\uDE42' })]
    [InlineData(new[] { 'a', '\0' })]
    [InlineData(new[] { '\uFFFE' })]
    [InlineData(new[] { '\uFFFF' })]
    public void What_no_store_could_keep_is_refused(char[] characters)
    {
        var text = new string(characters);

        Assert.False(Normal.IsWellFormed(text));
        Assert.Throws<ArgumentException>(() => Normal.Nfc(text));
    }

    [Fact]
    public void Every_character_that_is_well_formed_can_be_normalised()
    {
        foreach (var rune in SearchTextTests.AllRunes())
        {
            var text = rune.ToString();
            if (Normal.IsWellFormed(text))
            {
                Assert.True(Normal.IsWellFormed(Normal.Nfc(text)), $"U+{rune.Value:X4}");
            }
        }
    }
}
