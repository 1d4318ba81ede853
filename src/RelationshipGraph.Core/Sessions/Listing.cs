using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>One page of a list, in the list's own order however it was walked.</summary>
public sealed class Listing
{
    private readonly ulong _list;
    private readonly RecordOrder _order;

    internal Listing(IReadOnlyList<Record> records, bool hasMore, PageArguments page, ulong list, RecordOrder order)
    {
        Records = records;
        HasMore = hasMore;
        Page = page;
        _list = list;
        _order = order;
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<Record> Records { get; }

    /// <summary>Whether more rows follow in the direction in which the list was walked.</summary>
    public bool HasMore { get; }

    /// <summary>What was asked.</summary>
    public PageArguments Page { get; }

    /// <summary>The opaque place of a row of this list.</summary>
    public string CursorOf(Record record) => Cursor.Write(_list, Keyset.Of(record, _order));
}
