using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>Gives the teams or the index more than they should have, and with that what they answer.</summary>
internal sealed class LeakyDoorStore(DoorLeak leak) : ReferenceGraphStore
{
    // Only teams read departments as everyone sees them for viewers who are somebody.
    public override Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => base.ReadEdgesAsync(
            query,
            leak == DoorLeak.TeamsOverAll && query.Relationship == RecordKind.InDepartment && scope == ViewScope.Public
                ? ViewScope.All
                : scope,
            ct);

    public override async Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
    {
        var batch = await base.ReadLinksAsync(kind, after, rowsMax, ct);
        return leak == DoorLeak.PathsOverHiddenTies
            ? batch with { Links = [.. batch.Links.Select(link => link with { Visibility = Visibility.Everyone })] }
            : batch;
    }

    public override async Task<ActBatch> ReadActsAsync(RecordId after, int rowsMax, CancellationToken ct)
    {
        var batch = await base.ReadActsAsync(after, rowsMax, ct);
        return leak == DoorLeak.StrengthOfHiddenActs
            ? batch with { Acts = [.. batch.Acts.Select(act => act with { Visibility = Visibility.Everyone })] }
            : batch;
    }

    public override async Task<PointBatch> ReadPointsAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
    {
        var batch = await base.ReadPointsAsync(kind, after, rowsMax, ct);
        return leak switch
        {
            DoorLeak.PathsOverHiddenNodes =>
                batch with { Points = [.. batch.Points.Select(point => point with { Visibility = Visibility.Everyone })] },
            DoorLeak.PathsThroughSensitiveNetworks =>
                batch with { Points = [.. batch.Points.Select(point => point with { IsSensitive = false })] },
            _ => batch,
        };
    }
}
