using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Neo4j;
using RelationshipGraph.Storage.Neo4j.Transport;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Storage.Neo4j.Statements;

/// <summary>Asks and tells a Neo4j store everything that makes another statement, and writes down what it sends.</summary>
internal sealed class StatementScript
{
    private readonly AnsweringTransport _server;
    private readonly IGraphStore _store;
    private int _turn;
    private int _ends;

    private StatementScript(AnsweringTransport server, IGraphStore store) => (_server, _store) = (server, store);

    private static ViewScope Viewer { get; } = ViewScope.Of(Some.Id(RecordKind.Employee), [Some.Id(RecordKind.Employee)]);

    /// <summary>Every way to see: as whom, and as of any day or of one.</summary>
    private static IReadOnlyList<(ViewScope Scope, DateOnly? AsOf)> Sights { get; } =
    [
        .. from scope in (ViewScope[])[ViewScope.All, ViewScope.Public, Viewer]
           from asOf in (DateOnly?[])[null, Some.Today]
           select (scope, asOf),
    ];

    /// <summary>Every statement that was sent.</summary>
    public static async Task<IReadOnlyCollection<CypherStep>> RecordAsync()
    {
        var server = new AnsweringTransport();
        var recording = new RecordingTransport(server);
        await using var store = await Neo4jGraphStore.OpenAsync(
            recording, Neo4jOpenMode.Create, TimeProvider.System, Some.NoToken);
        var script = new StatementScript(server, store);
        await script.KeepAsync();
        foreach (var model in GraphModel.Kinds)
        {
            await script.PagesAsync(model);
            await script.FilteredPagesAsync(model);
        }

        foreach (var model in GraphModel.Relationships)
        {
            await script.EdgesAsync(model);
            await script.FilteredEdgesAsync(model);
            await store.ReadLinksAsync(model.Kind, default, 9, Some.NoToken);
        }

        foreach (var model in GraphModel.Nodes)
        {
            await store.ReadPointsAsync(model.Kind, default, 9, Some.NoToken);
        }

        await store.ReadActsAsync(default, 9, Some.NoToken);

        await script.SearchAsync();
        await script.WriteAsync(new RecordGenerator(1).Graph(nodes: 1, relationships: 2));
        await script.WriteAsync(new RecordGenerator(2).Graph(nodes: 12, relationships: 16));
        return recording.Statements;
    }

    /// <summary>Every order that a kind offers, up and down.</summary>
    public static IEnumerable<RecordOrder> OrdersOf(RecordModel model) =>
        from property in model.Properties.Where(property => property.IsOrderable).Append(null)
        from isDown in (bool[])[false, true]
        select new RecordOrder(property, isDown);

    /// <summary>The beginning, and a place in the middle.</summary>
    public static IEnumerable<Keyset?> PlacesOf(RecordModel model, RecordOrder order) =>
        [null, new Keyset(order.Property is null ? default : ValueOf(order.Property), Some.Id(model.Kind))];

    private static PropertyValue ValueOf(PropertyModel property) => property.Type switch
    {
        PropertyType.Text or PropertyType.Code => PropertyValue.Of("a"),
        PropertyType.Number => PropertyValue.Of(1.5),
        _ => PropertyValue.Of(1L),
    };

    private async Task KeepAsync()
    {
        await ((Neo4jGraphStore)_store).MigrateAsync(Some.NoToken);
        await _store.CheckAsync(Some.NoToken);
        await _store.ReadFeedAsync(0, 9, Some.NoToken);
        await _store.TrimFeedAsync(3, Some.NoToken);
    }

    private async Task PagesAsync(RecordModel model)
    {
        foreach (var (scope, asOf) in Sights)
        {
            await _store.CountAsync(new PageQuery(model.Kind) { AsOf = asOf }, scope, Some.NoToken);
            foreach (var order in OrdersOf(model))
            {
                foreach (var after in PlacesOf(model, order))
                {
                    var query = new PageQuery(model.Kind) { AsOf = asOf, Order = order, After = after };
                    await _store.ReadPageAsync(query, scope, Some.NoToken);
                }
            }
        }
    }

    private async Task EdgesAsync(RecordModel model)
    {
        foreach (var direction in Enum.GetValues<Direction>())
        {
            foreach (var (scope, asOf) in Sights)
            {
                var query = new EdgeQuery(model.Kind, direction, [Some.Id(model.FromKinds[0])]) { AsOf = asOf };
                await _store.CountEdgesAsync(query, scope, Some.NoToken);
                foreach (var order in OrdersOf(model))
                {
                    foreach (var after in PlacesOf(model, order))
                    {
                        await _store.ReadEdgesAsync(query with { Order = order, After = after }, scope, Some.NoToken);
                    }
                }
            }
        }
    }

    private async Task FilteredPagesAsync(RecordModel model)
    {
        foreach (var filter in FiltersOf(model).Concat(model.IsNode ? RelatedOf(model) : []))
        {
            var (scope, asOf) = NextSight();
            var query = new PageQuery(model.Kind) { AsOf = asOf, Filter = filter };
            await _store.ReadPageAsync(query, scope, Some.NoToken);
            await _store.CountAsync(query, scope, Some.NoToken);
        }
    }

    private async Task FilteredEdgesAsync(RecordModel model)
    {
        var ends = EndsOf(model).ToList();
        foreach (var filter in FiltersOf(model))
        {
            var (scope, asOf) = NextSight();
            var query = new EdgeQuery(model.Kind, Direction.Both, [Some.Id(model.FromKinds[0])])
            {
                AsOf = asOf,
                Filter = filter,
                End = ends[_ends++ % ends.Count],
            };
            await _store.ReadEdgesAsync(query, scope, Some.NoToken);
            await _store.CountEdgesAsync(query, scope, Some.NoToken);
        }
    }

    private static IEnumerable<RecordFilter> FiltersOf(RecordModel model)
    {
        var each = model.Properties.Where(property => property.IsFilterable).DistinctBy(property => property.Type)
            .SelectMany(FiltersOf).ToList();
        yield return new RecordFilter.And([]);
        yield return new RecordFilter.Or([]);
        yield return new RecordFilter.Matches(["nord", "lys"]);
        foreach (var filter in each)
        {
            yield return filter;
            yield return new RecordFilter.Not(filter);
        }

        yield return new RecordFilter.And([each[0], each[^1]]);
        yield return new RecordFilter.Or([each[0], new RecordFilter.And([each[^1]])]);
        yield return new RecordFilter.Or([each[^1]]);
    }

    private static IEnumerable<RecordFilter> FiltersOf(PropertyModel property)
    {
        yield return new RecordFilter.Exists(property);
        if (property.IsList)
        {
            yield return new RecordFilter.Has(property, "a");
            yield break;
        }

        yield return new RecordFilter.In(property, [ValueOf(property)]);
        foreach (var comparison in Enum.GetValues<Comparison>())
        {
            yield return new RecordFilter.Compare(property, comparison, ValueOf(property));
        }

        if (property.Type == PropertyType.Text)
        {
            yield return new RecordFilter.StartsWith(property, "a");
        }
    }

    private IEnumerable<RecordFilter> RelatedOf(RecordModel node) =>
        from type in GraphModel.At(node.Kind, outgoing: true).Concat(GraphModel.At(node.Kind, outgoing: false)).Distinct()
        from direction in Enum.GetValues<Direction>()
        from quantifier in Enum.GetValues<Quantifier>()
        let end = EndsOf(type).ElementAt(_ends++ % 4)
        select new RecordFilter.Related(
            type.Kind, direction, quantifier, end is null ? null : new RecordFilter.Exists(type["ownerId"]), end);

    private static IEnumerable<ValueList<RecordFilter.EndFilter>?> EndsOf(RecordModel type)
    {
        yield return null;
        yield return [];
        yield return [new RecordFilter.EndFilter(type.ToKinds[0], null)];
        var inner = new RecordFilter.Related(type.Kind, Direction.Both, Quantifier.Some, null, null);
        yield return ValueList.From(type.FromKinds.Concat(type.ToKinds).Distinct()
            .Select(kind => new RecordFilter.EndFilter(kind, inner)));
    }

    private async Task SearchAsync()
    {
        var kinds = ValueList.From(GraphModel.Nodes.Select(model => model.Kind));
        foreach (var (scope, _) in Sights)
        {
            await _store.SearchAsync(new SearchQuery(["nord", "lys"], kinds), scope, Some.NoToken);
        }
    }

    private async Task WriteAsync(List<Record> records)
    {
        var generator = new RecordGenerator(3);
        generator.Know(records.OfType<Node>());
        foreach (var (scope, _) in Sights)
        {
            await _store.ReadAsync([.. records.Select(record => record.Id)], scope, Some.NoToken);
            await _store.FindAsync([.. records.Select(record => record.NaturalKey).OfType<NaturalKey>()], scope, Some.NoToken);
        }

        await _store.WriteAsync([.. records.Select(record => new Change.Create(record))]);
        foreach (var record in records)
        {
            _server.Stored[record.Id.Value] = record;
        }

        await _store.WriteAsync([.. records.Select(record => new Change.Update(generator.Changed(record), record.Version))]);
        await _store.WriteAsync([.. records.Select(Some.Deleting)]);
        _server.Stored.Clear();
    }

    private (ViewScope Scope, DateOnly? AsOf) NextSight() => Sights[_turn++ % Sights.Count];
}
