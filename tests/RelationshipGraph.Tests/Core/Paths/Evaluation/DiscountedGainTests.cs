using CsCheck;
using RelationshipGraph.Paths.Evaluation;

namespace RelationshipGraph.Tests.Core.Paths.Evaluation;

public sealed class DiscountedGainTests
{
    [Fact]
    public void What_came_true_at_the_head_of_the_list_is_1_and_further_down_less()
    {
        Assert.Equal(1, DiscountedGain.Of([9, 8, 7, 6], [true, true, false, false]));
        Assert.Equal(1 / Math.Log2(3), DiscountedGain.Of([9, 8, 7], [false, true, false]), 1e-12);

        // At the first place and the third, of two at best.
        Assert.Equal((1 + .5) / (1 + (1 / Math.Log2(3))), DiscountedGain.Of([1, 5, 3], [true, true, false]), 1e-12);
    }

    [Fact]
    public void Only_ten_places_count_above_and_below_the_line()
    {
        long[] scores = [.. Enumerable.Range(0, 12).Select(i => 100L - i)];

        Assert.Equal(0, DiscountedGain.Of(scores, [.. scores.Select((_, i) => i >= 10)]));
        Assert.Equal(1, DiscountedGain.Of(scores, [.. scores.Select(_ => true)]), 1e-12);
    }

    [Fact]
    public void Equal_scores_across_the_line_gain_what_they_gain_on_average()
    {
        // One of three at the places nine, ten and eleven.
        long[] scores = [.. Enumerable.Range(0, 11).Select(i => i < 8 ? 100L - i : 50)];
        bool[] cameTrue = [.. scores.Select((_, i) => i == 9)];

        Assert.Equal(((1 / Math.Log2(10)) + (1 / Math.Log2(11))) / 3, DiscountedGain.Of(scores, cameTrue), 1e-12);
    }

    [Fact]
    public void The_gain_is_the_mean_over_all_orders_of_equal_scores() =>
        Gen.Select(Gen.Long[1, 3], Gen.Bool).Array[1, 6]
            .Where(cases => cases.Any(one => one.Item2))
            .Sample(
                cases =>
                {
                    var expected = Orders(cases.Length)
                        .Where(order => order.Zip(order.Skip(1)).All(two => cases[two.First].Item1 >= cases[two.Second].Item1))
                        .Average(order => Gain([.. order.Select(i => cases[i].Item2)]));

                    var gain = DiscountedGain.Of([.. cases.Select(one => one.Item1)], [.. cases.Select(one => one.Item2)]);

                    Assert.Equal(expected, gain, 1e-12);
                },
                iter: 300);

    private static double Gain(bool[] cameTrue) =>
        Sum(cameTrue) / Sum([.. cameTrue.OrderDescending()]);

    private static double Sum(bool[] cameTrue) => cameTrue.Select((came, i) => came ? 1 / Math.Log2(i + 2) : 0).Sum();

    private static IEnumerable<int[]> Orders(int count) => count == 0
        ? [[]]
        : from order in Orders(count - 1)
          from place in Enumerable.Range(0, count)
          select (int[])[.. order[..place], count - 1, .. order[place..]];
}
