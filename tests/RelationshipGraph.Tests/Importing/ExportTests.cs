using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsCheck;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Importing;

public sealed class ExportTests
{
    private static readonly string FirstLine = "{\"format\":\"relationshipgraph-export\",\"version\":1}";

    [Fact]
    public void Any_graph_is_read_back_to_the_byte() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 4]).Sample(
        (seed, perKind) =>
        {
            var records = new GraphOfAllKinds(seed, perKind).Records;
            using var stores = new Stores();
            stores.First.CommitAsync(Some.Creating([.. records]), CancellationToken.None).Wait();
            var (bytes, summary) = Imports.ExportAsync(stores.First).Result;

            var report = Imports.ImportAsync(stores.Second, Imports.Raw(("graph.jsonl", bytes))).Result;

            Assert.Empty(report.Refusals.Select(Imports.Show));
            Assert.Equal(records.Count, report.Created.Values.Sum());
            var (again, _) = Imports.ExportAsync(stores.Second).Result;
            Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(again));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), summary.Sha256);
            foreach (var record in records)
            {
                var restored = stores.Second.ReadAsync([record.Id], ViewScope.All, CancellationToken.None).Result[record.Id];
                Assert.Equal(record, restored);
            }
        },
        iter: 60);

    [Fact]
    public async Task Lines_stand_by_kind_and_id_and_say_what_is_set_in_the_order_of_the_model()
    {
        await using var store = new ReferenceGraphStore();
        var records = new GraphOfAllKinds(3, 5).Records;
        await store.CommitAsync(Some.Creating([.. records.Reverse()]), CancellationToken.None);

        var (bytes, summary) = await Imports.ExportAsync(store);

        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        Assert.Equal((FirstLine, string.Empty), (lines[0], lines[^1]));
        Assert.Equal(summary.Lines, lines.Length - 1);
        Assert.True(summary.IsStill);
        Assert.NotEqual(0xEF, bytes[0]);
        var ids = lines[1..^1].Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!).ToList();
        Assert.Equal(records.Select(record => record.Id.ToString()), ids);
        Assert.Equal(GraphModel.Kinds.Select(model => (model.Name, 5L)), summary.ByKind.Select(kind => (kind.Key, kind.Value)));
        foreach (var (line, record) in lines[1..^1].Zip(records))
        {
            var model = GraphModel.Of(record.Id);
            var set = model.Properties.Where(p => !p.Get(record).IsNothing).Select(p => p.Name).Prepend("type");
            Assert.Equal(set, JsonDocument.Parse(line).RootElement.EnumerateObject().Select(field => field.Name));
        }
    }

    [Fact]
    public async Task A_line_reads_like_this()
    {
        await using var store = new ReferenceGraphStore();
        var at = new DateTimeOffset(2024, 5, 6, 7, 8, 9, 123, TimeSpan.Zero).AddTicks(4567);
        var bo = new Contact
        {
            Id = RecordIds.At(RecordKind.Contact, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), 0, 0),
            Source = "kilde",
            ExternalId = "7",
            Name = "Søren \"B\" Ågård",
            Topics = ["KI & data"],
            CreatedAt = at,
            UpdatedAt = at,
            KnownSince = new DateOnly(2024, 5, 6),
        };
        await store.CommitAsync(Some.Creating(bo), CancellationToken.None);

        var (bytes, _) = await Imports.ExportAsync(store);

        Assert.Equal(
            FirstLine + "\n{\"type\":\"Contact\",\"id\":\"" + bo.Id + "\",\"source\":\"kilde\","
            + "\"externalId\":\"7\",\"version\":1,"
            + "\"createdAt\":\"2024-05-06T07:08:09.123Z\",\"updatedAt\":\"2024-05-06T07:08:09.123Z\","
            + "\"knownSince\":\"2024-05-06\",\"visibility\":\"EVERYONE\",\"name\":\"Søren \\\"B\\\" Ågård\","
            + "\"topics\":[\"KI & data\"]}\n",
            Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public async Task An_export_read_back_twice_changes_nothing_and_overwrites_nothing()
    {
        await using var store = new ReferenceGraphStore();
        var anna = Some.Employee();
        var bo = Some.Contact();
        await store.CommitAsync(Some.Creating(anna, bo, Some.Knows(anna, bo, .5)), CancellationToken.None);
        var (bytes, _) = await Imports.ExportAsync(store);
        await store.CommitAsync(Some.Commit(Some.Updating(bo, b => b with { Name = "Bo Skov" })), CancellationToken.None);
        var (changed, _) = await Imports.ExportAsync(store);

        var report = await Imports.ImportAsync(store, Imports.Raw(("graph.jsonl", bytes)));

        Assert.Equal("Employee:1 Knows:1", Imports.Show(report.Unchanged));
        Assert.Equal("graph.jsonl(3) id RECORD_DIFFERS", Imports.Show(Assert.Single(report.Refusals)));
        Assert.Equal(changed, (await Imports.ExportAsync(store)).Bytes);
    }

    [Fact]
    public async Task A_relationship_whose_end_came_too_late_is_left_out()
    {
        await using var store = new ReferenceGraphStore();
        var anna = Some.Employee();
        await store.CommitAsync(Some.Creating(anna), CancellationToken.None);
        await using var busy = new MeddlingStore(store, async () =>
        {
            var late = Some.Contact();
            await store.CommitAsync(Some.Creating(late, Some.Knows(anna, late)), CancellationToken.None);
        })
        {
            BeforePagesOf = RecordKind.Knows,
        };

        var (bytes, summary) = await Imports.ExportAsync(busy);

        Assert.Equal("Employee:1", Imports.Show(summary.ByKind));
        Assert.False(summary.IsStill);
        await using var other = new ReferenceGraphStore();
        Assert.Empty((await Imports.ImportAsync(other, Imports.Raw(("graph.jsonl", bytes)))).Refusals);
    }

    [Theory]
    [InlineData("{\"type\":\"Contact\"", "", ProblemCode.Malformed)]
    [InlineData("[]", "", ProblemCode.Malformed)]
    [InlineData("{\"type\":\"Robot\"}", "type", ProblemCode.Malformed)]
    [InlineData("{\"type\":\"Contact\",\"name\":\"Bo\"}", "id", ProblemCode.Required)]
    [InlineData("{\"type\":\"Contact\",\"id\":\"$E\",$S,\"name\":\"Bo\"}", "id", ProblemCode.WrongKind)]
    [InlineData("{\"type\":\"Contact\",\"id\":\"$C\",$S}", "name", ProblemCode.Required)]
    [InlineData("{\"type\":\"Contact\",\"id\":\"$C\",$S,\"name\":7}", "name", ProblemCode.Malformed)]
    [InlineData("{\"type\":\"Contact\",\"id\":\"$C\",$S,\"name\":\"\\ud800\"}", "", ProblemCode.Malformed)]
    [InlineData("{\"type\":\"Contact\",\"id\":\"$C\",$S,\"name\":\"a\\u0000\"}", "name", ProblemCode.BadText)]
    [InlineData("{\"type\":\"Contact\",\"id\":\"$C\",$S,\"name\":\"Bo\",\"seniority\":\"KING\"}", "seniority",
        ProblemCode.UnknownCode)]
    [InlineData("{\"type\":\"Contact\",\"id\":\"$C\",$S,\"name\":\"Bo\",\"permissions\":[{\"x\":1}]}", "permissions.0.x",
        ProblemCode.Malformed)]
    [InlineData("{\"type\":\"Employee\",\"id\":\"$E\",$S,\"name\":\"Bo\",\"isActive\":true}", "id", ProblemCode.DuplicateRow)]
    [InlineData("{\"type\":\"Knows\",\"id\":\"$K\",$S,\"fromId\":\"$E\",\"toId\":\"$C\"}", "toId", ProblemCode.DanglingReference)]
    [InlineData("{\"type\":\"Knows\",\"id\":\"$K\",$S,\"fromId\":\"$E\",\"toId\":\"$K\"}", "toId", ProblemCode.WrongKind)]
    public async Task A_bad_line_is_refused_alone(string line, string column, string code)
    {
        await using var store = new ReferenceGraphStore();
        const string Stamps = "\"version\":1,\"createdAt\":\"2024-01-01T00:00:00.000Z\","
            + "\"updatedAt\":\"2024-01-01T00:00:00.000Z\","
            + "\"knownSince\":\"2024-01-01\",\"visibility\":\"EVERYONE\"";
        var at = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var first = "{\"type\":\"Employee\",\"id\":\"$E\",$S,\"name\":\"Anna\",\"isActive\":true}";
        var text = string.Join('\n', FirstLine, first, line)
            .Replace("$E", RecordIds.At(RecordKind.Employee, at, 0, 0).ToString(), StringComparison.Ordinal)
            .Replace("$C", RecordIds.At(RecordKind.Contact, at, 0, 0).ToString(), StringComparison.Ordinal)
            .Replace("$K", RecordIds.At(RecordKind.Knows, at, 0, 0).ToString(), StringComparison.Ordinal)
            .Replace("$S", Stamps, StringComparison.Ordinal);

        var report = await Imports.ImportAsync(store, Imports.Files(("graph.jsonl", text)));

        Assert.Equal($"graph.jsonl(3) {column} {code}", Imports.Show(Assert.Single(report.Refusals)));
        Assert.Equal("Employee:1", Imports.Show(report.Created));
        Imports.AssertTold(report);
    }

    private sealed class Stores : IDisposable
    {
        public KeyedStore First { get; } = new();

        public KeyedStore Second { get; } = new();

        public void Dispose() { }
    }
}
