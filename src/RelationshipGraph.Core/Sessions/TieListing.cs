using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>One page of ties, with their places.</summary>
public sealed class TieListing
{
    private readonly ulong _list;

    internal TieListing(TieListAnswer answer, ulong list) => (Answer, _list) = (answer, list);

    public TieListAnswer Answer { get; }

    /// <summary>The opaque place of a row.</summary>
    public string CursorOf(ListedTie row) => Cursor.Write(_list, new Keyset(
        PropertyValue.Of(string.Create(
            CultureInfo.InvariantCulture,
            $"{BitConverter.DoubleToInt64Bits(row.Place.Value):x16} {row.Place.Of}")),
        row.Place.With));

    internal static ulong ListOf(TieListQuery query, RecordId? segment)
    {
        var at = segment?.ToString() ?? string.Join(' ', query.Companies ?? []);
        return Cursor.ListOf(FormattableString.Invariant(
            $"ties {query.Order} {query.Of} {query.Kind} {at} {query.StrengthMin.Value:R} {query.AsOf:O}"));
    }

    internal static TiePlace? Place(ulong list, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var place = Cursor.Read(list, PropertyPrimitive.Text, cursor, "after");
        return place.Value.Text.Split(' ') is [var bits, var text]
            && long.TryParse(bits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && BitConverter.Int64BitsToDouble(value) is var number && double.IsFinite(number)
            && RecordId.TryParse(text, out var of)
                ? new TiePlace(number, of, place.Id)
                : throw new RequestException(Problem.Of(ProblemCode.BadCursor, "after"));
    }
}
