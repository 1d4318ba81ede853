using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace RelationshipGraph.Model;

/// <summary>Turns a property's value type into its stored form and back. Trusts what it decodes: doors check before.</summary>
internal sealed class ValueCodec<T>(PropertyType type, Func<T, PropertyValue> encode, Func<PropertyValue, T> decode)
{
    public PropertyType Type { get; } = type;

    public Func<T, PropertyValue> Encode { get; } = encode;

    public Func<PropertyValue, T> Decode { get; } = decode;
}

/// <summary>Finds the codec of a value type.</summary>
internal static class ValueCodec
{
    public static ValueCodec<T> For<T>() => (ValueCodec<T>)Make(typeof(T));

    private static object Make(Type type)
    {
        if (type == typeof(string))
        {
            return new ValueCodec<string?>(PropertyType.Text, v => v is null ? default : PropertyValue.Of(v), v => v.IsNothing
                ? null : v.Text);
        }

        if (Single(type) is { } single)
        {
            return single;
        }

        if (type.IsEnum)
        {
            return Call(nameof(Enumeration), type);
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Call(nameof(Optional), inner);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            return Call(nameof(List), type.GetGenericArguments()[0]);
        }

        return type.IsValueType ? Call(nameof(Ranged), type) : Call(nameof(Document), type);
    }

    private static object? Single(Type type) => type switch
    {
        _ when type == typeof(bool) => new ValueCodec<bool>(PropertyType.Boolean, PropertyValue.Of, v => !v.IsNothing
            && v.Integer != 0),
        _ when type == typeof(int) => new ValueCodec<int>(PropertyType.Integer, v => PropertyValue.Of((long)v), v =>
            (int)v.Integer),
        _ when type == typeof(long) => new ValueCodec<long>(PropertyType.Integer, PropertyValue.Of, v => v.Integer),
        _ when type == typeof(double) => new ValueCodec<double>(PropertyType.Number, PropertyValue.Of, v => v.Number),
        _ when type == typeof(DateOnly) => new ValueCodec<DateOnly>(PropertyType.Date, PropertyValue.Of, v => v.ToDate()),
        _ when type == typeof(DateTimeOffset) => new ValueCodec<DateTimeOffset>(PropertyType.Instant, PropertyValue.Of, v =>
            v.ToInstant()),
        _ when type == typeof(RecordId) => new ValueCodec<RecordId>(PropertyType.Id, PropertyValue.Of, v => v.ToId()),
        _ when type == typeof(MinorUnits) =>
            new ValueCodec<MinorUnits>(PropertyType.Integer, v => PropertyValue.Of(v.Value), v => new MinorUnits(v.Integer)),
        _ => null,
    };

    private static ValueCodec<T> Enumeration<T>()
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(v => v, v => PropertyValue.Of(CodeNames.Upper(v.ToString())));
        var values = names.ToDictionary(p => p.Value.Text, p => p.Key, StringComparer.Ordinal);
        return new(PropertyType.Code, v => names[v], v => values[v.Text]);
    }

    private static ValueCodec<T> Ranged<T>()
        where T : struct, INumberValue<T> =>
        new(PropertyType.Number, v => PropertyValue.Of(v.Value), v => T.From(v.Number));

    private static ValueCodec<T?> Optional<T>()
        where T : struct
    {
        var inner = For<T>();
        return new(inner.Type, v => v is { } some ? inner.Encode(some) : default, v => v.IsNothing ? null : inner.Decode(v));
    }

    // Documents have no stored form of their own; only lists of them are properties.
    private static ValueCodec<T> Document<T>()
        where T : class =>
        new(PropertyType.Documents, _ => throw new NotSupportedException(), _ => throw new NotSupportedException());

    private static ValueCodec<ValueList<T>> List<T>()
    {
        var item = For<T>();
        var type = item.Type switch
        {
            PropertyType.Text => PropertyType.TextList,
            PropertyType.Code => PropertyType.CodeList,
            PropertyType.Id => PropertyType.IdList,
            _ => PropertyType.Documents,
        };
        var document = type == PropertyType.Documents ? DocumentModel.Of(typeof(T)) : null;
        return new(type, Encode, Decode);

        PropertyValue Encode(ValueList<T> list)
        {
            if (list.Count == 0)
            {
                return default;
            }

            var buffer = new ArrayBufferWriter<byte>(64);
            using (var json = new Utf8JsonWriter(buffer, PropertyJson.Options))
            {
                json.WriteStartArray();
                foreach (var entry in list)
                {
                    if (document is null)
                    {
                        PropertyJson.Write(json, item.Type, item.Encode(entry));
                    }
                    else
                    {
                        document.Write(json, entry!);
                    }
                }

                json.WriteEndArray();
            }

            return PropertyValue.Of(Encoding.UTF8.GetString(buffer.WrittenSpan));
        }

        ValueList<T> Decode(PropertyValue value)
        {
            if (value.IsNothing)
            {
                return ValueList<T>.Empty;
            }

            using var json = JsonDocument.Parse(value.Text);
            return ValueList.From(json.RootElement.EnumerateArray().Select(entry =>
                document is not null ? (T)document.Read(entry)
                : PropertyJson.TryRead(entry, item.Type, out var one) ? item.Decode(one)
                : throw new FormatException("A stored list holds an entry of another type.")).ToArray());
        }
    }

    private static object Call(string method, Type argument) => typeof(ValueCodec)
        .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(argument).Invoke(null, null)!;
}
