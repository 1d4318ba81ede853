using System.Text;
using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Importing;

/// <summary>What is wrong with a file as a whole is found before anything is written.</summary>
public sealed class BadFileTests
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes("id,name\n1,Anna\n");

    public static TheoryData<string, byte[], string> Unreadable => new()
    {
        { "people.csv", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("id,name\n1,Anna\n")).ToArray(),
            ProblemCode.WrongEncoding },
        { "people.csv", Encoding.Unicode.GetBytes("id,name\n1,Anna\n"), ProblemCode.WrongEncoding },
        { "people.csv", Encoding.BigEndianUnicode.GetPreamble(), ProblemCode.WrongEncoding },
        { "people.csv", [], ProblemCode.FileEmpty },
        { "people.csv", Encoding.UTF8.GetBytes("name\nAnna\n"), ProblemCode.ColumnMissing },
        { "people.csv", Encoding.UTF8.GetBytes("id,name,Name\n1,Anna,Anna\n"), ProblemCode.ColumnRepeated },
        { "people.csv", Encoding.UTF8.GetBytes("\"id,name\n1,Anna\n"), ProblemCode.BrokenQuotes },
        { "people.csv.gz", Imports.Zipped(Good)[..^9], ProblemCode.BrokenArchive },
        { "people.csv.gz", [0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9], ProblemCode.BrokenArchive },
        { "graph.jsonl", Encoding.UTF8.GetBytes("{\"id\":1}\n"), ProblemCode.FormatUnknown },
        { "graph.jsonl", Encoding.UTF8.GetBytes("{\"format\":\"relationshipgraph-export\",\"version\":2}\n"),
            ProblemCode.FormatUnknown },
        { "graph.jsonl", Encoding.UTF8.GetBytes("nothing\n"), ProblemCode.FormatUnknown },
        { "photo.png", [1, 2, 3], ProblemCode.NothingToImport },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_file_that_cannot_be_read_is_refused(string name, byte[] bytes, string code)
    {
        await using var store = new KeyedStore();

        var report = await Imports.ImportAsync(store, Imports.Raw((name, bytes)));

        Assert.Equal(code, Assert.Single(report.Refusals).Problem.Code);
        Assert.Equal(ImportEnding.Refused, report.Ending);
        Assert.True(report.IsNothingTaken);
        Assert.Empty(store.Commits);
        Imports.AssertTold(report);
    }

    [Fact]
    public async Task The_other_files_are_taken()
    {
        await using var store = new KeyedStore();

        var report = await Imports.ImportAsync(
            store, Imports.Raw(("people.csv", Good), ("companies.csv", Encoding.Unicode.GetBytes("id,name\nc,Os\n"))));

        Assert.Equal("companies.csv(1)  WRONG_ENCODING", Imports.Show(Assert.Single(report.Refusals)));
        Assert.Equal("Contact:1", Imports.Show(report.Created));
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_refused_without_its_path()
    {
        await using var store = new KeyedStore();
        var files = new ImportFiles("x", [new ImportFile("people.csv", () => throw new IOException("/home/secret/people.csv"))]);

        var report = await Imports.ImportAsync(store, files);

        var problem = Assert.Single(report.Refusals).Problem;
        Assert.Equal(ProblemCode.FileUnreadable, problem.Code);
        Assert.DoesNotContain("secret", ProblemText.Of(problem, danish: false), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people.csv", 3)]
    [InlineData("graph.jsonl", 3)]
    public async Task A_file_that_breaks_off_while_it_is_read_says_so_without_its_path(string name, int opensBefore)
    {
        await using var first = new KeyedStore();
        await Imports.ImportAsync(first, Imports.Raw(("people.csv", Good)));
        var bytes = name == "people.csv" ? Good : (await Imports.ExportAsync(first)).Bytes;
        await using var store = new KeyedStore();
        var opens = 0;
        var file = new ImportFile(name, () => opens++ < opensBefore
            ? new MemoryStream(bytes)
            : throw new IOException("/home/secret"));

        var report = await Imports.ImportAsync(store, new ImportFiles("x", [file]));

        Assert.Equal($"{name}(0)  FILE_UNREADABLE", Imports.Show(Assert.Single(report.Refusals)));
        Assert.True(report.IsNothingTaken);
    }

    [Fact]
    public async Task A_file_that_is_packed_to_burst_is_refused_before_the_first_write()
    {
        await using var store = new KeyedStore();
        var bomb = Imports.Zipped(Encoding.UTF8.GetBytes("id,name\n" + string.Concat(Enumerable.Repeat("1,Anna\n", 6_000_000))));
        Assert.True(bomb.Length < 200_000);

        var report = await Imports.ImportAsync(store, Imports.Raw(("companies.csv", Good), ("people.csv.gz", bomb)));

        var refusal = Assert.Single(report.Refusals);
        Assert.Equal(ProblemCode.FileTooLarge, refusal.Problem.Code);
        Assert.Equal("bytes from a compressed byte", refusal.Problem.Arguments["limit"]);
        Assert.Equal("200", refusal.Problem.Arguments["max"]);
        Assert.Equal(ImportEnding.Refused, report.Ending);
        Assert.Empty(store.Commits);
        Imports.AssertTold(report);
    }

    [Theory]
    [InlineData(30, 100, 1000, "bytes")]
    [InlineData(1000, 3, 1000, "lines")]
    [InlineData(1000, 100, 10, "bytes in a line")]
    public async Task A_limit_is_named_and_nothing_is_written(long bytes, long lines, int line, string named)
    {
        await using var store = new KeyedStore();
        var limits = new ImportLimits { BytesMax = bytes, LinesMax = lines, LineBytesMax = line };
        var files = Imports.Files(("companies.csv", "id,name\nc,Os\n"), ("people.csv", "id,name\n1,Anna Anna Anna\n"));

        var report = await Imports.ImportAsync(store, files, new ImportOptions { Limits = limits });

        var problem = Assert.Single(report.Refusals).Problem;
        Assert.Equal((ProblemCode.FileTooLarge, named), (problem.Code, problem.Arguments["limit"]));
        Assert.Empty(store.Commits);
    }

    [Fact]
    public async Task All_or_nothing_writes_nothing_if_a_row_is_refused_and_all_if_none_is()
    {
        await using var store = new KeyedStore();
        var options = new ImportOptions { IsAllOrNothing = true };
        var people = ("people.csv", "id,name\n1,Anna\n2,Bo\n");

        var refused = await Imports.ImportAsync(store, Imports.Files(people, ("ties.csv", "a,b\n1,2\n1,3\n")), options);
        var commits = store.Commits.Count;
        var done = await Imports.ImportAsync(store, Imports.Files(people, ("ties.csv", "a,b\n1,2\n")), options);

        Assert.Equal((ImportEnding.Refused, 0, true), (refused.Ending, commits, refused.IsNothingTaken));
        Assert.Equal("ties.csv(3) b DANGLING_REFERENCE", Imports.Show(Assert.Single(refused.Refusals)));
        Assert.Empty(refused.Created);
        Assert.Equal(ImportEnding.Written, done.Ending);
        Assert.Equal("Contact:2 Knows:1", Imports.Show(done.Created));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public async Task A_source_that_cannot_be_one_is_refused(string source)
    {
        await using var store = new KeyedStore();

        var report = await Imports.ImportAsync(
            store, Imports.Raw(("people.csv", Good)), new ImportOptions { Source = source });

        Assert.Equal("source", Assert.Single(report.Refusals).Column);
        Assert.Empty(store.Commits);
    }

    [Fact]
    public async Task An_import_that_was_stopped_is_finished_by_repeating_it()
    {
        var rows = string.Concat(Enumerable.Range(0, 12_000).Select(i => $"{i},Person {i}\n"));
        var ties = string.Concat(Enumerable.Range(1, 11_999).Select(i => $"{i - 1},{i},0.5\n"));
        var files = Imports.Files(("people.csv", "id,name\n" + rows), ("ties.csv", "a,b,strength\n" + ties));
        await using var whole = new KeyedStore();
        await Imports.ImportAsync(whole, files);
        await using var store = new KeyedStore();
        for (var commits = 1; commits < 6; commits++)
        {
            var failing = new MeddlingStore(store, () => throw new StoreBusyException("test")) { Before = 1 };
            await Assert.ThrowsAsync<StoreBusyException>(() => Imports.ImportAsync(failing, files));
            Assert.Equal(commits, store.Commits.Count);
        }

        var last = await Imports.ImportAsync(store, files);

        Assert.Equal("Contact:12000 Knows:10000", Imports.Show(last.Unchanged));
        Assert.Equal("Knows:1999", Imports.Show(last.Created));
        Assert.Equal(await NamesAsync(whole), await NamesAsync(store));
    }

    [Fact]
    public async Task A_stopped_import_keeps_what_is_written_and_says_it_was_stopped()
    {
        await using var store = new KeyedStore();
        using var stop = new CancellationTokenSource();
        var time = Some.TimeAt(Imports.Now);
        var importer = new Importer(store, new RecordIds(time, new Random(1)), time);
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},Person {i}\n"));
        var progress = new Stopping(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => importer.ImportAsync(
            Imports.Files(("people.csv", "id,name\n" + rows)), new ImportOptions(), progress, stop.Token));

        Assert.Equal([5_000], store.Commits);
        Assert.True(progress.Last is { Phase: ImportPhase.Writing, BytesTotal: > 0, Rows: >= 5_000 });
    }

    private static async Task<List<string>> NamesAsync(IGraphStore store) =>
        [.. (await Imports.AllAsync<Contact>(store, RecordKind.Contact)).Select(person => $"{person.ExternalId} {person.Name}")];

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public ImportProgress Last { get; private set; }

        public void Report(ImportProgress value)
        {
            Last = value;
            if (value.Phase == ImportPhase.Writing)
            {
                stop.Cancel();
            }
        }
    }
}
