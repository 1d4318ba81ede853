using System.Text;
using RelationshipGraph.Hosting.Imports;
using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Hosting.Imports;

public sealed class ImportJobsTests : IAsyncDisposable
{
    private const string People = "id,name\n1,Åse\n2,Bo\n";

    private readonly ReferenceGraphStore _store = new();
    private readonly List<Exception> _failures = [];
    private readonly ImportJobs _jobs;

    public ImportJobsTests() => _jobs = new ImportJobs(
        _store, new RecordIds(Some.TimeAt(Some.Now), new Random(3)), Some.TimeAt(Some.Now), _failures.Add);

    public ValueTask DisposeAsync() => _jobs.DisposeAsync();

    [Fact]
    public async Task A_job_imports_what_came_in_and_removes_it()
    {
        var upload = await UploadAsync(("people.csv", People));
        var job = _jobs.Start(upload, new ImportOptions { Source = "crm", Actor = "anna" })!;

        await EndOfAsync(job);

        Assert.Equal(ImportJobState.Done, job.State);
        Assert.Equal(2, job.Report!.Created["Contact"]);
        Assert.Equal(("anna", Some.Now, (DateTimeOffset?)Some.Now), (job.Actor, job.AskedAt, job.EndedAt));
        Assert.Same(job, _jobs.Find(job.Id));
        Assert.Equal(2, await _store.CountAsync(new PageQuery(RecordKind.Contact), ViewScope.All, Some.NoToken));
        Assert.Throws<DirectoryNotFoundException>(() => upload.ToFiles("x").Files[0].Open());
    }

    [Fact]
    public async Task Jobs_run_one_after_the_other()
    {
        var jobs = new List<ImportJob>();
        foreach (var source in new[] { "a", "b", "c" })
        {
            jobs.Add(_jobs.Start(await UploadAsync(("people.csv", People)), new ImportOptions { Source = source })!);
        }

        foreach (var job in jobs)
        {
            await EndOfAsync(job);
        }

        Assert.All(jobs, j => Assert.Equal(2, j.Report!.Created["Contact"]));
        Assert.Equal(3, jobs.Select(j => j.Id).Distinct().Count());
    }

    [Fact]
    public async Task All_or_nothing_ends_refused_with_the_reasons()
    {
        var upload = await UploadAsync(("people.csv", "id,name\n1,Åse\n1,Bo\n"));
        var job = _jobs.Start(upload, new ImportOptions { Source = "crm", IsAllOrNothing = true })!;

        await EndOfAsync(job);

        Assert.Equal(ImportJobState.Refused, job.State);
        Assert.Equal(3, Assert.Single(job.Report!.Refusals).Line);
        Assert.Equal(0, await _store.CountAsync(new PageQuery(RecordKind.Contact), ViewScope.All, Some.NoToken));
    }

    [Fact]
    public async Task A_stopped_job_says_so_and_the_next_one_runs()
    {
        var rows = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},Navn {i}\n"));
        var stopped = _jobs.Start(await UploadAsync(("people.csv", "id,name\n" + rows)), new ImportOptions { Source = "crm" })!;
        stopped.Cancel();
        var next = _jobs.Start(await UploadAsync(("people.csv", People)), new ImportOptions { Source = "other" })!;

        await EndOfAsync(next);

        Assert.Equal((ImportJobState.Cancelled, null), (stopped.State, stopped.Report));
        Assert.Equal(ImportJobState.Done, next.State);
    }

    [Fact]
    public async Task A_failure_is_a_code_and_what_it_was_is_told_to_the_log()
    {
        await using var jobs = new ImportJobs(
            null!, new RecordIds(Some.TimeAt(Some.Now), new Random(3)), Some.TimeAt(Some.Now), _failures.Add);
        var job = jobs.Start(await UploadAsync(("people.csv", People)), new ImportOptions { Source = "crm" })!;

        await EndOfAsync(job);

        Assert.Equal((ImportJobState.Failed, ProblemCode.Internal), (job.State, job.Problem!.Code));
        Assert.Single(_failures);
    }

    [Fact]
    public async Task An_upload_has_a_size_and_names_that_differ()
    {
        using var upload = Upload.Begin(10);

        Assert.Null(await upload.AddAsync("../../etc/a.csv", Content("12345"), Some.NoToken));
        Assert.Equal("a.csv", upload.ToFiles("x").Files[0].Name);
        Assert.Equal(ProblemCode.BadRequest, (await upload.AddAsync("a.csv", Content("1"), Some.NoToken))!.Code);
        Assert.Equal(ProblemCode.BadRequest, (await upload.AddAsync("c:\\", Content("1"), Some.NoToken))!.Code);
        Assert.Equal(ProblemCode.BodyTooLarge, (await upload.AddAsync("b.csv", Content("123456"), Some.NoToken))!.Code);
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<Upload> UploadAsync(params (string Name, string Text)[] files)
    {
        var upload = Upload.Begin(1 << 24);
        foreach (var (name, text) in files)
        {
            Assert.Null(await upload.AddAsync(name, Content(text), Some.NoToken));
        }

        return upload;
    }

    private static async Task EndOfAsync(ImportJob job)
    {
        for (var i = 0; i < 6_000 && job.State is ImportJobState.Waiting or ImportJobState.Running; i++)
        {
            await Task.Delay(10);
        }
    }
}
