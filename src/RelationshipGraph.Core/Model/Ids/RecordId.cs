using System.Diagnostics.CodeAnalysis;

namespace RelationshipGraph.Model;

/// <summary>The identity of a node or relationship: kind-tagged, ordered by the time it was made, opaque outside.</summary>
/// <remarks>
/// 63 bits: 41 of milliseconds since 2020 (until 2089), 6 of <see cref="RecordKind"/>, 10 of the maker's lane, 6 of a count.
/// Ids of
/// one kind therefore sort by time, and a store may keep the number itself. Written as a tag and 13 letters and digits:
/// <c>emp_0c5k2v8q0004g</c>. The default value is no id.
/// </remarks>
public readonly record struct RecordId : IComparable<RecordId>
{
    internal const int KindShift = 16;
    internal const int TimeShift = 22;
    private const int DigitCount = 13;
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    private RecordId(long value) => Value = value;

    /// <summary>The number a store keeps. Positive.</summary>
    public long Value { get; }

    /// <summary>What the id names.</summary>
    public RecordKind Kind => (RecordKind)((Value >> KindShift) & 63);

    /// <summary>Whether it names a node; else it names a relationship.</summary>
    public bool IsNode => Kind < RecordKind.WorksAt;

    /// <summary>Whether this is the default value, which names nothing.</summary>
    public bool IsNone => Value == 0;

    /// <summary>The id that a store kept as a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No kind has such a number.</exception>
    public static RecordId FromValue(long value) =>
        TryFromValue(value, out var id) ? id : throw new ArgumentOutOfRangeException(nameof(value), "No id has this number.");

    /// <summary>The id that has this number; false where no kind has such a number.</summary>
    public static bool TryFromValue(long value, out RecordId id)
    {
        id = new RecordId(value);
        return value > 0 && RecordTag.Exists(id.Kind);
    }

    /// <summary>Reads the written form; false for anything that is not exactly one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RecordId id)
    {
        id = default;
        if (text is not { Length: DigitCount + 4 } || text[3] != '_')
        {
            return false;
        }

        ulong value = 0;
        foreach (var letter in text.AsSpan(4))
        {
            var digit = Digits.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0 || value >> 58 != 0)
            {
                return false;
            }

            value = (value << 5) | (uint)digit;
        }

        return TryFromValue((long)value, out id) && text.AsSpan(0, 3).SequenceEqual(RecordTag.Of(id.Kind));
    }

    /// <summary>The written form.</summary>
    public override string ToString() => IsNone
        ? string.Empty
        : string.Create(DigitCount + 4, Value, static (span, value) =>
        {
            RecordTag.Of((RecordKind)((value >> KindShift) & 63)).AsSpan().CopyTo(span);
            span[3] = '_';
            for (var i = span.Length - 1; i > 3; i--)
            {
                span[i] = Digits[(int)(value & 31)];
                value >>= 5;
            }
        });

    /// <summary>By number, which for one kind is by time.</summary>
    public int CompareTo(RecordId other) => Value.CompareTo(other.Value);

    public static bool operator <(RecordId left, RecordId right) => left.Value < right.Value;

    public static bool operator >(RecordId left, RecordId right) => left.Value > right.Value;

    public static bool operator <=(RecordId left, RecordId right) => left.Value <= right.Value;

    public static bool operator >=(RecordId left, RecordId right) => left.Value >= right.Value;
}
