using RelationshipGraph.Model;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Graph;

/// <summary>The relationships of one type at a node, read together with those at other nodes.</summary>
internal sealed class EdgeConnection(Seen anchor, EdgeSide side, EdgeListQuery query) : Connection(anchor.Session, query.Page)
{
    private readonly RecordId _anchor = anchor.Record.Id;

    public override object Nodes() => anchor.Others(Listing.Records.Select(EndOf));

    public override Deferred Total()
    {
        var count = Session.EdgeCounts(query).Ask(_anchor);
        return new Deferred(async () => await count() is long rows ? checked((int)rows) : 0);
    }

    public override Task<bool> HasBehindAsync() => Session.HasBehindAsync(query, _anchor, Listing);

    protected override Func<Task<Listing>> Ask()
    {
        var read = Session.Edges(query).Ask(_anchor);
        return async () => (await read())!;
    }

    protected override RecordId EndOf(Record record) => side.EndOf((Relationship)record, _anchor);
}
