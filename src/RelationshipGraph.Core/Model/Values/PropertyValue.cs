namespace RelationshipGraph.Model;

/// <summary>
/// The value of one property in the form every store can keep: nothing, a whole number, a number or a text. Default: nothing.
/// </summary>
/// <remarks>
/// Dates are days since 1970-01-01, instants milliseconds since then, ids their number, truth 0 or 1, codes their written form,
/// lists and documents JSON text. <see cref="PropertyType"/> says which.
/// </remarks>
public readonly record struct PropertyValue
{
    private readonly long _bits;
    private readonly string? _text;

    private PropertyValue(PropertyPrimitive primitive, long bits, string? text)
    {
        Primitive = primitive;
        _bits = bits;
        _text = text;
    }

    /// <summary>No value.</summary>
    public static PropertyValue Nothing => default;

    /// <summary>Which of the four it is.</summary>
    public PropertyPrimitive Primitive { get; }

    public bool IsNothing => Primitive == PropertyPrimitive.Nothing;

    /// <summary>The whole number.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public long Integer => Primitive == PropertyPrimitive.Integer ? _bits : throw Not(PropertyPrimitive.Integer);

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public double Number => Primitive == PropertyPrimitive.Number ? BitConverter.Int64BitsToDouble(_bits)
        : throw Not(PropertyPrimitive.Number);

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public string Text => _text ?? throw Not(PropertyPrimitive.Text);

    public static PropertyValue Of(long value) => new(PropertyPrimitive.Integer, value, null);

    /// <exception cref="ArgumentOutOfRangeException">Not a number, or infinite. Negative zero becomes zero.</exception>
    public static PropertyValue Of(double value) => double.IsFinite(value)
        ? new(PropertyPrimitive.Number, BitConverter.DoubleToInt64Bits(value + 0.0), null)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Only finite numbers are kept.");

    public static PropertyValue Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(PropertyPrimitive.Text, 0, value);
    }

    public static PropertyValue Of(bool value) => Of(value ? 1L : 0L);

    public static PropertyValue Of(RecordId id) => Of(id.Value);

    public static PropertyValue Of(DateOnly day) => Of((long)day.DayNumber - UnixDay);

    public static PropertyValue Of(DateTimeOffset at) => Of(at.ToUnixTimeMilliseconds());

    /// <summary>The whole number read as a day.</summary>
    public DateOnly ToDate() => DateOnly.FromDayNumber((int)(Integer + UnixDay));

    /// <summary>The whole number read as an instant, UTC.</summary>
    public DateTimeOffset ToInstant() => DateTimeOffset.FromUnixTimeMilliseconds(Integer);

    /// <summary>The whole number read as an id.</summary>
    public RecordId ToId() => RecordId.FromValue(Integer);

    public override string ToString() => Primitive switch
    {
        PropertyPrimitive.Integer => Integer.ToString(System.Globalization.CultureInfo.InvariantCulture),
        PropertyPrimitive.Number => Number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        PropertyPrimitive.Text => Text,
        _ => string.Empty,
    };

    // 1970-01-01 counted from 0001-01-01.
    private const int UnixDay = 719_162;

    private InvalidOperationException Not(PropertyPrimitive wanted) => new($"The value is {Primitive}, not {wanted}.");
}
