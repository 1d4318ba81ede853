using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Queries;
using RelationshipGraph.Storage.Sqlite.Schema;
using SQLitePCL;

namespace RelationshipGraph.Tests.Storage.Sqlite;

/// <summary>How SQLite intends to run what we ask: pages come from indexes, in order, from where they begin.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Connection _connection;

    public PlanTests()
    {
        _connection = Connection.Open(_folder.File("graph.db"), raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        foreach (var script in SchemaScripts.Known)
        {
            _connection.RunScript(script);
        }
    }

    private static ViewScope Viewer { get; } = ViewScope.Of(Some.Id(RecordKind.Employee), [Some.Id(RecordKind.Employee)]);

    public static TheoryData<RecordKind> Nodes => [.. GraphModel.Nodes.Select(model => model.Kind)];

    public static TheoryData<RecordKind> Relationships => [.. GraphModel.Relationships.Select(model => model.Kind)];

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void Pages_of_nodes_come_from_an_index_in_every_order(RecordKind kind)
    {
        foreach (var order in OrdersOf(kind))
        {
            foreach (var (scope, asOf) in Sights())
            {
                var query = new PageQuery(kind) { AsOf = asOf, Order = order };
                var sight = new Sight(scope, asOf);
                AssertOrdered(PageReading.ListingOf(query, sight), order, sight, "n");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Relationships))]
    public void Pages_of_relationships_come_by_id_without_sorting(RecordKind kind)
    {
        foreach (var descending in (bool[])[false, true])
        {
            var order = new RecordOrder(null, descending);
            foreach (var (scope, asOf) in Sights())
            {
                var sight = new Sight(scope, asOf);
                var query = new PageQuery(kind) { AsOf = asOf, Order = order };
                AssertOrdered(PageReading.ListingOf(query, sight), order, sight, "n");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Relationships))]
    public void Relationships_at_a_node_come_from_the_index_of_the_end(RecordKind kind)
    {
        var moment = GraphModel.Of(kind).Moment;
        PropertyModel?[] properties = moment is null ? [null] : [null, moment];
        foreach (var order in properties.SelectMany(by => (RecordOrder[])[new(by, false), new(by, true)]))
        {
            foreach (var (scope, asOf) in Sights())
            {
                var sight = new Sight(scope, asOf);
                var query = new EdgeQuery(kind, Direction.Both, []) { AsOf = asOf, Order = order };
                foreach (var end in EdgeReading.EndsOf(Direction.Both))
                {
                    // By the moment from its index; by id where many meet, which is where ties end: a network, a company.
                    var isOrdered = order.Property == moment && (moment is not null || end == End.To);
                    AssertOrdered(EdgeReading.ListingOf(query, sight, end), order, sight, "n", isOrdered);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void Records_are_found_by_id_and_by_natural_key(RecordKind kind)
    {
        var table = KindTable.Of(kind);
        Assert.All(
            PlanOf($"SELECT 1 FROM {table.Name} n WHERE n.source_id = 1 AND n.external_id = 'a'"),
            line => Assert.Contains($"{table.Model.Table}_key (source_id=? AND external_id=?)", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_condition_on_relationships_reads_them_at_the_node_only()
    {
        var sight = new Sight(Viewer, Some.Today);
        var filter = new RecordFilter.Related(RecordKind.Knows, Direction.Both, Quantifier.Some, null, null);
        var plan = PlanOf(PageReading.ListingOf(new PageQuery(RecordKind.Contact) { Filter = filter }, sight)
            .Statements(null, 10).Single().ToString());

        Assert.Contains(plan, line => line.Contains("knows_key (from_id=?)", StringComparison.Ordinal));
        Assert.Contains(plan, line => line.Contains("knows_to (to_id=?)", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.StartsWith("SCAN r", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_often_looked_up_is_found_by_an_index()
    {
        var indexed =
            from model in GraphModel.Kinds
            from property in model.Properties.Where(property => property is { IsIndexed: true, IsOrderable: false })
            select (model, property);
        Assert.NotEmpty(indexed);
        Assert.All(indexed, one =>
        {
            var filter = new RecordFilter.In(one.property, [PropertyValue.Of(1L), PropertyValue.Of(2L)]);
            var sight = new Sight(ViewScope.Public, null);
            var plan = PlanOf(PageReading.ListingOf(new PageQuery(one.model.Kind) { Filter = filter }, sight)
                .Statements(null, 10).Single().ToString());
            Assert.Contains(
                plan, line => line.Contains($"{one.model.Table}_by_{one.property.Column} (", StringComparison.Ordinal));
        });
    }

    private static IEnumerable<RecordOrder> OrdersOf(RecordKind kind) =>
        from property in GraphModel.Of(kind).Properties.Where(property => property.IsOrderable).Append(null)
        from isDown in (bool[])[false, true]
        select new RecordOrder(property, isDown);

    private static IEnumerable<(ViewScope Scope, DateOnly? AsOf)> Sights() =>
        from scope in (ViewScope[])[ViewScope.All, ViewScope.Public, Viewer]
        from asOf in (DateOnly?[])[null, Some.Today]
        select (scope, asOf);

    private void AssertOrdered(Listing listing, RecordOrder order, Sight sight, string row, bool isOrdered = true)
    {
        var value = order.Property is null ? default : order.Property.IsName ? PropertyValue.Of("a") : PropertyValue.Of(1L);
        foreach (var after in (Keyset?[])[null, new Keyset(value, Some.Id(listing.Table.Model.Kind))])
        {
            foreach (var sql in listing.Statements(after, 26))
            {
                sql.PrepareOn(_connection, sight).Dispose();
                var plan = PlanOf(sql.ToString());
                Assert.True(
                    !isOrdered || !plan.Exists(line => line.Contains("TEMP B-TREE", StringComparison.Ordinal)), plan[^1]);

                // A page from the middle begins there; only the first of a whole table reads from one end.
                var first = plan[0];
                Assert.StartsWith(after is null ? "S" : "SEARCH ", first, StringComparison.Ordinal);
                Assert.Contains($" {row} ", first + " ", StringComparison.Ordinal);
            }
        }
    }

    private List<string> PlanOf(string sql)
    {
        using var statement = _connection.Prepare("EXPLAIN QUERY PLAN " + sql);
        var plan = new List<string>();
        while (statement.Step())
        {
            plan.Add(statement.Text(3));
        }

        return plan;
    }
}
