using RelationshipGraph.Sessions;

namespace RelationshipGraph.Tests.Core.Sessions;

public sealed class LoaderTests
{
    private readonly List<IReadOnlyList<int>> _reads = [];

    [Fact]
    public async Task Keys_asked_for_before_the_first_wait_are_read_together()
    {
        var loader = LoaderOf(batchMax: 100);
        var asked = Enumerable.Range(1, 20).Select(loader.Ask).ToArray();

        Assert.Empty(_reads);
        foreach (var (wait, key) in asked.Select((wait, i) => (wait, i + 1)))
        {
            Assert.Equal($"{key}", await wait());
        }

        Assert.Equal(Enumerable.Range(1, 20), Assert.Single(_reads));
    }

    [Fact]
    public async Task A_key_is_read_once()
    {
        var loader = LoaderOf(batchMax: 100);

        await loader.ReadAsync(1);
        await loader.ReadAsync(1);
        _ = loader.Ask(1);
        await loader.ReadAsync(2);

        Assert.Equal([[1], [2]], _reads);
    }

    [Fact]
    public async Task A_key_without_a_value_is_null()
    {
        var loader = LoaderOf(batchMax: 100);

        Assert.Null(await loader.ReadAsync(-1));
    }

    [Fact]
    public async Task A_full_batch_makes_room_for_the_next()
    {
        var loader = LoaderOf(batchMax: 2);
        var asked = new[] { 1, 2, 3 }.Select(loader.Ask).ToArray();

        await Task.WhenAll(asked.Select(wait => wait()));

        Assert.Equal([[1, 2], [3]], _reads);
    }

    [Fact]
    public async Task A_failure_reaches_everybody_who_waits()
    {
        var loader = new Loader<int, string>(_ => throw new TimeoutException(), 100);
        var first = loader.Ask(1);
        var second = loader.Ask(2);

        await Assert.ThrowsAsync<TimeoutException>(first);
        await Assert.ThrowsAsync<TimeoutException>(second);
    }

    [Fact]
    public async Task Many_waiters_at_once_cause_one_read_of_each_key()
    {
        var loader = LoaderOf(batchMax: 7);
        var keys = Enumerable.Range(0, 2_000).Select(i => i % 50).ToArray();

        await Parallel.ForEachAsync(keys, async (key, _) => Assert.Equal($"{key}", await loader.ReadAsync(key)));

        Assert.Equal(Enumerable.Range(0, 50), _reads.SelectMany(r => r).Order());
    }

    private Loader<int, string> LoaderOf(int batchMax) => new(
        async keys =>
        {
            lock (_reads)
            {
                _reads.Add([.. keys]);
            }

            await Task.Yield();
            return keys.Where(k => k >= 0).ToDictionary(k => k, k => $"{k}");
        },
        batchMax);
}
