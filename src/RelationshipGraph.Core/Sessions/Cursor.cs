using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>A place in a list as clients keep it: opaque text that only the list it came from accepts.</summary>
/// <remarks>
/// Holds a number that stands for the list (kind, node, order, words), the value the row is ordered by, and its id. It is not
/// secret and not signed: a forged one can only name a place in a list that the caller may read anyway.
/// </remarks>
internal static class Cursor
{
    private const byte Format = 1;
    private const int ValueAt = 9;
    private const int LengthMax = 1_000;

    /// <summary>The number that stands for a list.</summary>
    public static ulong ListOf(string description)
    {
        // FNV-1a, 64 bits: tells lists apart, guards nothing.
        var hash = 14695981039346656037;
        foreach (var part in Encoding.UTF8.GetBytes(description))
        {
            hash = unchecked((hash ^ part) * 1099511628211);
        }

        return hash;
    }

    public static string Write(ulong list, Keyset place)
    {
        var text = place.Value.Primitive == PropertyPrimitive.Text ? Encoding.UTF8.GetBytes(place.Value.Text) : [];
        var bytes = new byte[ValueAt + 1 + Math.Max(8, text.Length) + 8];
        bytes[0] = Format;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(1), list);
        bytes[ValueAt] = (byte)place.Value.Primitive;
        var value = bytes.AsSpan(ValueAt + 1);
        var length = 8;
        switch (place.Value.Primitive)
        {
            case PropertyPrimitive.Integer:
                BinaryPrimitives.WriteInt64LittleEndian(value, place.Value.Integer);
                break;
            case PropertyPrimitive.Number:
                BinaryPrimitives.WriteDoubleLittleEndian(value, place.Value.Number);
                break;
            case PropertyPrimitive.Text:
                text.CopyTo(value);
                length = text.Length;
                break;
            default:
                length = 0;
                break;
        }

        BinaryPrimitives.WriteInt64LittleEndian(value[length..], place.Id.Value);
        return Base64Url.EncodeToString(bytes.AsSpan(0, ValueAt + 1 + length + 8));
    }

    /// <exception cref="RequestException">It is not a cursor of this list.</exception>
    public static Keyset Read(ulong list, PropertyPrimitive expected, string cursor, string argument) =>
        TryRead(list, expected, cursor) ?? throw new RequestException(Problem.Of(ProblemCode.BadCursor, argument));

    private static Keyset? TryRead(ulong list, PropertyPrimitive expected, string cursor)
    {
        if (cursor.Length > LengthMax || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(cursor).AsSpan();
        if (bytes.Length < ValueAt + 9
            || bytes[0] != Format
            || BinaryPrimitives.ReadUInt64LittleEndian(bytes[1..]) != list
            || bytes[ValueAt] != (byte)expected)
        {
            return null;
        }

        return ReadValue(expected, bytes[(ValueAt + 1)..^8]) is { } value
            && RecordId.TryFromValue(BinaryPrimitives.ReadInt64LittleEndian(bytes[^8..]), out var id)
                ? new Keyset(value, id)
                : null;
    }

    private static PropertyValue? ReadValue(PropertyPrimitive primitive, ReadOnlySpan<byte> bytes) => primitive switch
    {
        PropertyPrimitive.Nothing when bytes.IsEmpty => PropertyValue.Nothing,
        PropertyPrimitive.Integer when bytes.Length == 8 => PropertyValue.Of(BinaryPrimitives.ReadInt64LittleEndian(bytes)),
        PropertyPrimitive.Number when bytes.Length == 8
            && BinaryPrimitives.ReadDoubleLittleEndian(bytes) is var number && double.IsFinite(number) =>
                PropertyValue.Of(number),

        // Orders on texts are by sort keys, which are ASCII.
        PropertyPrimitive.Text when Ascii.IsValid(bytes) => PropertyValue.Of(Encoding.ASCII.GetString(bytes)),
        _ => null,
    };
}
