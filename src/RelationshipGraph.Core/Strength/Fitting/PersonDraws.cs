namespace RelationshipGraph.Strength.Fitting;

/// <summary>How much of a gain in average precision is chance: people drawn with replacement.</summary>
/// <remarks>
/// Ties of one person rise and fall together, so it is people who are drawn, each as often as a Poisson draw with mean 1 says; a
/// tie counts as often as the product of its ends. How often a person is drawn depends on the person's number, the draw and the
/// seed, and on no order: the same people give the same answer.
/// </remarks>
internal static class PersonDraws
{
    // The chance of at most so many, of a Poisson draw with mean 1; above the last there is one draw in ten million.
    private static readonly double[] AtMost = MakeAtMost(10);

    /// <summary>The gain below which the given share of draws lies.</summary>
    /// <param name="sample">The ties.</param>
    /// <param name="one">Forecasts.</param>
    /// <param name="other">Forecasts that they are held against.</param>
    /// <param name="draws">How many draws.</param>
    /// <param name="below">The share of draws, 0 to 1.</param>
    /// <param name="seed">Of the chance.</param>
    public static double GainAt(FitSample sample, double[] one, double[] other, int draws, double below, ulong seed)
    {
        var people = sample.Ends.SelectMany(ends => (long[])[ends.First, ends.Second]).Distinct().ToArray();
        var places = people.Select((person, place) => (person, place)).ToDictionary(pair => pair.person, pair => pair.place);
        var ends = Array.ConvertAll(sample.Ends, pair => (First: places[pair.First], Second: places[pair.Second]));
        var (byOne, byOther) = (new DrawnPrecision(one, sample.ActedAgain), new DrawnPrecision(other, sample.ActedAgain));
        var gains = new double[draws];
        Parallel.For(0, draws, draw =>
        {
            var drawn = Array.ConvertAll(people, person => TimesOf(person, draw, seed));
            var weights = Array.ConvertAll(ends, pair => drawn[pair.First] * drawn[pair.Second]);
            gains[draw] = byOne.Of(weights) - byOther.Of(weights);
        });
        Array.Sort(gains);
        return gains[Math.Min(draws - 1, (int)(below * draws))];
    }

    private static int TimesOf(long person, int draw, ulong seed)
    {
        var chance = (Mix(Mix(seed + (ulong)draw) ^ (ulong)person) >> 11) * (1.0 / (1UL << 53));
        var times = 0;
        while (times < AtMost.Length && chance >= AtMost[times])
        {
            times++;
        }

        return times;
    }

    // SplitMix64: every bit of the answer depends on every bit of what is given.
    private static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits += 0x9E37_79B9_7F4A_7C15;
            bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
            return bits ^ (bits >> 31);
        }
    }

    private static double[] MakeAtMost(int count)
    {
        var (sums, chance, sum) = (new double[count], Math.Exp(-1), 0.0);
        for (var times = 0; times < count; times++)
        {
            sums[times] = sum += chance;
            chance /= times + 1;
        }

        return sums;
    }

    /// <summary>Average precision where each case counts so many times.</summary>
    private sealed class DrawnPrecision
    {
        private readonly int[] _order;
        private readonly bool[] _isStep;
        private readonly bool[] _cameTrue;

        public DrawnPrecision(double[] scores, bool[] cameTrue)
        {
            _cameTrue = cameTrue;
            var sorted = Array.ConvertAll(scores, score => -score);
            _order = [.. Enumerable.Range(0, scores.Length)];
            Array.Sort(sorted, _order);
            // Equal scores are one step: no order among them counts.
            _isStep = [.. sorted.Select((score, i) => i + 1 == sorted.Length || !score.Equals(sorted[i + 1]))];
        }

        /// <summary>0 where nothing that was drawn came true.</summary>
        public double Of(int[] weights)
        {
            var (found, seen, hits, sum) = (0L, 0L, 0L, 0.0);
            for (var place = 0; place < _order.Length; place++)
            {
                var weight = weights[_order[place]];
                seen += weight;
                hits += _cameTrue[_order[place]] ? weight : 0;
                if (_isStep[place] && hits > 0)
                {
                    found += hits;
                    sum += hits * ((double)found / seen);
                    hits = 0;
                }
            }

            return found == 0 ? 0 : sum / found;
        }
    }
}
