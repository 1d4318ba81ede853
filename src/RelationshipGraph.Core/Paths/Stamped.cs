namespace RelationshipGraph.Paths;

/// <summary>A value for each of many numbers, all forgotten at once without touching them.</summary>
internal sealed class Stamped<T>
    where T : struct
{
    private (int Stamp, T Value)[] _slots = [];
    private int _stamp = 1;

    /// <summary>Makes room for numbers below the count, and forgets all values.</summary>
    public void Clear(int count)
    {
        if (_slots.Length < count)
        {
            _slots = new (int, T)[count + (count / 8)];
            _stamp = 0;
        }
        else if (_stamp == int.MaxValue)
        {
            Array.Clear(_slots);
            _stamp = 0;
        }

        _stamp++;
    }

    public bool Has(int number) => _slots[number].Stamp == _stamp;

    public bool TryGet(int number, out T value)
    {
        ref var slot = ref _slots[number];
        value = slot.Value;
        return slot.Stamp == _stamp;
    }

    /// <summary>The place of a number's value, which is the default where there was none.</summary>
    public ref T At(int number, out bool isNew)
    {
        ref var slot = ref _slots[number];
        isNew = slot.Stamp != _stamp;
        if (isNew)
        {
            slot = (_stamp, default);
        }

        return ref slot.Value;
    }

    public void Set(int number, T value) => _slots[number] = (_stamp, value);
}
