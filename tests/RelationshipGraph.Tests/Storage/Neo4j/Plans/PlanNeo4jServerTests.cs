using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Neo4j.Queries;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Tests.Architecture;
using RelationshipGraph.Tests.Storage.Contract;
using RelationshipGraph.Tests.Storage.Neo4j.Statements;

namespace RelationshipGraph.Tests.Storage.Neo4j.Plans;

/// <summary>How Neo4j runs what we ask, by PROFILE: pages come from indexes, in order, from where they begin.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class PlanNeo4jServerTests : IAsyncLifetime
{
    private readonly List<string> _findings = [];
    private int _orders;
    private IStoreUnderTest _place = null!;
    private PlanReader _plans = null!;

    /// <summary>A condition of the sort that a user adds, which must not lead the server to go through the index twice.</summary>
    private static RecordFilter Either { get; } = new RecordFilter.Or(
    [
        new RecordFilter.Exists(GraphModel.Of(RecordKind.Knows)["ownerId"]),
        new RecordFilter.Exists(GraphModel.Of(RecordKind.Knows)["source"]),
    ]);

    private static ViewScope Viewer { get; } = ViewScope.Of(Some.Id(RecordKind.Employee), [Some.Id(RecordKind.Employee)]);

    /// <summary>As for a copy, and as for a user.</summary>
    private static IReadOnlyList<(ViewScope Scope, DateOnly? AsOf)> Sights { get; } =
        [(ViewScope.All, null), (Viewer, Some.Today)];

    public async Task InitializeAsync()
    {
        if (Neo4jServer.WhatIsMissing is null)
        {
            _place = await Neo4jServerPlace.OpenEmptyAsync();
            await _place.Store.CreateAsync([.. new RecordGenerator(1).Graph(nodes: 2, relationships: 3)]);
            _plans = await PlanReader.ConnectAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_place is not null)
        {
            _plans.Dispose();
            await _place.DisposeAsync();
        }
    }

    [Neo4jServerFact]
    public async Task Pages_of_nodes_come_from_an_index_in_every_order()
    {
        foreach (var model in GraphModel.Nodes)
        {
            foreach (var order in StatementScript.OrdersOf(model))
            {
                await CheckPagesAsync(model, order);
            }
        }

        Findings.AssertNone(_findings);
    }

    [Neo4jServerFact]
    public async Task Pages_of_relationships_come_by_id_without_sorting()
    {
        foreach (var model in GraphModel.Relationships)
        {
            await CheckPagesAsync(model, new RecordOrder(null, Descending: false));
            await CheckPagesAsync(model, new RecordOrder(null, Descending: true));
        }

        Findings.AssertNone(_findings);
    }

    // In every order up and down, from the beginning and from a place, as one and as the other; not each with each.
    private async Task CheckPagesAsync(RecordModel model, RecordOrder order)
    {
        var sights = ++_orders + (_orders / 2);
        foreach (var after in StatementScript.PlacesOf(model, order))
        {
            var (scope, asOf) = Sights[sights++ % Sights.Count];
            var query = new PageQuery(model.Kind) { AsOf = asOf, Order = order, After = after, Filter = Either };
            var plan = await _plans.ProfileAsync(PageReading.PageOf(query, scope).ToStep(_ => { }));
            var index = order.Property is { } property ? $"({KindStorage.OrderOf(property)}, id)" : "(id)";
            if (!IsOrdered(plan, index, isFromPlace: after is not null))
            {
                _findings.Add($"{model.Name} by {order} after {after}:\n{plan}");
            }
        }
    }

    /// <summary>Whether a plan goes through the index and through nothing else, and puts nothing into an order.</summary>
    private static bool IsOrdered(PlanOperator plan, string index, bool isFromPlace) =>
        !plan.All.Any(one => one.IsSorting)
        && plan.Leaves.ToList() is [var leaf]
        && (leaf.Type.Contains("IndexSeek", StringComparison.Ordinal)
            || (!isFromPlace && leaf.Type.Contains("IndexScan", StringComparison.Ordinal)))
        && leaf.Details.Replace("`", "", StringComparison.Ordinal).Contains(index, StringComparison.Ordinal);
}
