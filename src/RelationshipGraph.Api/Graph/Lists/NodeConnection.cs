using RelationshipGraph.Model;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Graph;

/// <summary>The nodes of a kind.</summary>
internal sealed class NodeConnection(Session session, ListQuery query) : Connection(session, query.Page)
{
    public override object Nodes() => Edges();

    public override Deferred Total() => new(async () => checked((int)await Session.CountAsync(query)));

    public override Task<bool> HasBehindAsync() => Session.HasBehindAsync(query, Listing);

    protected override Func<Task<Listing>> Ask() => () => Session.ListAsync(query);

    protected override RecordId EndOf(Record record) => record.Id;
}
