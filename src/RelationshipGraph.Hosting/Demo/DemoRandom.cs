namespace RelationshipGraph.Hosting.Demo;

/// <summary>Chance that is the same on every machine and in every version of the runtime: SplitMix64.</summary>
/// <remarks>
/// The runtime's own generator promises no such thing across versions, and the demo's ids must never change. Each part of the
/// demo draws from a stream of its own, so that a change in one part leaves the others as they were. No draw uses a
/// transcendental function, whose last bit differs between processors.
/// </remarks>
internal sealed class DemoRandom
{
    private ulong _state;

    /// <param name="stream">The name of the stream; the same name gives the same draws.</param>
    public DemoRandom(string stream)
    {
        _state = 14_695_981_039_346_656_037;
        foreach (var letter in stream)
        {
            _state = unchecked((_state ^ letter) * 1_099_511_628_211);
        }
    }

    /// <summary>A whole number from 0 up to, not including, the bound.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A whole number in the range, both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A day in the range, both ends included.</summary>
    public DateOnly Day(DateOnly first, DateOnly last) => first.AddDays(Below(last.DayNumber - first.DayNumber + 1));

    /// <summary>A position, each as likely as its weight; weights are not negative and not all zero.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var left = Unit() * total;
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>So many different items at most, in random order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> items, int count)
    {
        var left = items.ToList();
        var taken = new List<T>(Math.Min(count, left.Count));
        while (taken.Count < count && left.Count > 0)
        {
            var at = Below(left.Count);
            taken.Add(left[at]);
            left[at] = left[^1];
            left.RemoveAt(left.Count - 1);
        }

        return taken;
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
