namespace RelationshipGraph.Sessions;

/// <summary>
/// Collects keys until somebody needs a value, then reads all of them at once. For one request; keeps what it read.
/// </summary>
/// <typeparam name="TKey">What is asked for.</typeparam>
/// <typeparam name="TValue">What is read.</typeparam>
/// <param name="readAsync">Reads many at once. A key without a value is absent from the answer.</param>
/// <param name="batchMax">Keys in one read at most.</param>
/// <remarks>Safe for concurrent use. A read that failed fails for everybody who waits for it.</remarks>
public sealed class Loader<TKey, TValue>(
    Func<IReadOnlyList<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> readAsync, int batchMax)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Batch> _batches = [];
    private Batch? _open;

    /// <summary>Asks for a value that is needed soon. Nothing is read yet.</summary>
    /// <returns>Waits for the value, reading it and all others asked for so far; null where there is none.</returns>
    public Func<Task<TValue?>> Ask(TKey key)
    {
        lock (_lock)
        {
            if (!_batches.TryGetValue(key, out var batch))
            {
                _open = _open is null || _open.Keys.Count >= batchMax ? new Batch() : _open;
                batch = _open;
                batch.Keys.Add(key);
                _batches[key] = batch;
            }

            return () => TakeAsync(batch, key);
        }
    }

    /// <summary>Reads a value now, together with all others asked for so far.</summary>
    public Task<TValue?> ReadAsync(TKey key) => Ask(key)();

    private async Task<TValue?> TakeAsync(Batch batch, TKey key)
    {
        Task<IReadOnlyDictionary<TKey, TValue>> reading;
        lock (_lock)
        {
            if (batch.Reading is null)
            {
                if (_open == batch)
                {
                    _open = null;
                }

                batch.Reading = readAsync(batch.Keys);
            }

            reading = batch.Reading;
        }

        return (await reading).GetValueOrDefault(key);
    }

    private sealed class Batch
    {
        public List<TKey> Keys { get; } = [];

        public Task<IReadOnlyDictionary<TKey, TValue>>? Reading { get; set; }
    }
}
