using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Text;

namespace RelationshipGraph.Sessions;

/// <summary>One page of search results, best first.</summary>
public sealed class SearchListing
{
    private const char Exact = '!';
    private const char Other = '"';

    private readonly ValueList<string> _words;
    private readonly ulong _list;

    internal SearchListing(IReadOnlyList<Node> nodes, bool hasMore, ValueList<string> words, ulong list)
    {
        Nodes = nodes;
        HasMore = hasMore;
        _words = words;
        _list = list;
    }

    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Whether more follow.</summary>
    public bool HasMore { get; }

    /// <summary>The opaque place of a result.</summary>
    public string CursorOf(Node node)
    {
        var name = GraphModel.Of(node.Id).NameProperty?.Get(node) is { IsNothing: false } value ? value.Text : string.Empty;
        var isExact = SearchText.Tokens(name).SequenceEqual(_words);
        return Cursor.Write(_list, new Keyset(PropertyValue.Of((isExact ? Exact : Other) + SortKey.Of(name)), node.Id));
    }

    internal static SearchPlace? Place(ulong list, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var place = Cursor.Read(list, PropertyPrimitive.Text, cursor, "after");
        var text = place.Value.Text;
        return new SearchPlace(text.StartsWith(Exact), text.Length == 0 ? text : text[1..], place.Id);
    }
}
