using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>One page of people whom contacts know, with their places.</summary>
public sealed class SecondDegreeListing
{
    private readonly ulong _list;

    internal SecondDegreeListing(SecondDegreeAnswer answer, ulong list) => (Answer, _list) = (answer, list);

    public SecondDegreeAnswer Answer { get; }

    /// <summary>The opaque place of a row.</summary>
    public string CursorOf(SecondDegreeRow row) =>
        Cursor.Write(_list, new Keyset(PropertyValue.Of(row.Place.Value), row.Place.Id));

    internal static ulong ListOf(SecondDegreeQuery query) => Cursor.ListOf(FormattableString.Invariant(
        $"second degree {query.Of} {query.Order} {query.Kind} {query.WorksAt} {query.StrengthMin.Value:R} {query.AsOf:O}"));

    internal static SecondDegreePlace? Place(ulong list, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var place = Cursor.Read(list, PropertyPrimitive.Integer, cursor, "after");
        return new SecondDegreePlace(place.Value.Integer, place.Id);
    }
}
