using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Sqlite;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Schema;
using SQLitePCL;

namespace RelationshipGraph.Tests.Storage.Sqlite;

/// <summary>What is found where a store is opened, and what is said of it.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class OpeningTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string File => _folder.File("graph.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_becomes_a_store_only_if_that_was_asked()
    {
        await ExpectAsync<StoreUnavailableException>(ProblemCode.StoreUnavailable, SqliteOpenMode.Existing);
        await ExpectAsync<StoreUnavailableException>(ProblemCode.StoreUnavailable, SqliteOpenMode.ReadOnly);
        Assert.False(Path.Exists(File));

        await (await OpenAsync(SqliteOpenMode.Create)).DisposeAsync();
        await (await OpenAsync(SqliteOpenMode.Existing)).DisposeAsync();
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_not_made()
    {
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => SqliteGraphStore.OpenAsync(
            Path.Combine(_folder.Path, "none", "graph.db"), SqliteOpenMode.Create, TimeProvider.System, Some.NoToken));

        Assert.DoesNotContain(_folder.Path, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Look whether file and folder are there", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_an_empty_place()
    {
        await System.IO.File.WriteAllBytesAsync(File, []);

        await ExpectAsync<StoreForeignException>(ProblemCode.StoreForeign, SqliteOpenMode.Existing);
        await (await OpenAsync(SqliteOpenMode.Create)).DisposeAsync();
    }

    [Theory]
    [InlineData("Hello, this is a letter and no database at all.")]
    [InlineData("x")]
    [InlineData("SQLite format 2")]
    public async Task Another_sort_of_file_is_foreign_and_stays_as_it_is(string content)
    {
        await System.IO.File.WriteAllTextAsync(File, content);

        await ExpectAsync<StoreForeignException>(ProblemCode.StoreForeign, SqliteOpenMode.Create);
        Assert.Equal(content, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task Another_programs_database_is_foreign_and_stays_as_it_is()
    {
        Script("CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1);");
        var before = await System.IO.File.ReadAllBytesAsync(File);

        await ExpectAsync<StoreForeignException>(ProblemCode.StoreForeign, SqliteOpenMode.Create);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task A_newer_store_is_refused_with_both_versions()
    {
        await MakeAsync();
        Script("PRAGMA user_version = 99");

        foreach (var mode in Enum.GetValues<SqliteOpenMode>())
        {
            var failure = await ExpectAsync<StoreNewerException>(ProblemCode.StoreNewer, mode);
            Assert.Contains("99", failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(50)]
    [InlineData(4096)]
    [InlineData(4096 * 20)]
    public async Task A_truncated_store_is_damaged(int length)
    {
        await MakeAsync();
        using (var file = System.IO.File.OpenWrite(File))
        {
            file.SetLength(length);
        }

        await ExpectAsync<StoreCorruptException>(ProblemCode.StoreCorrupt, SqliteOpenMode.Existing);
        await ExpectAsync<StoreCorruptException>(ProblemCode.StoreCorrupt, SqliteOpenMode.Create);
    }

    [Fact]
    public async Task Pages_of_garbage_are_found_by_what_reads_them_and_by_the_check()
    {
        var anna = await MakeAsync();
        await using (var file = System.IO.File.OpenWrite(File))
        {
            // All but the first page, which holds the list of tables.
            var noise = new byte[file.Length - 4096];
            new Random(7).NextBytes(noise);
            file.Seek(4096, SeekOrigin.Begin);
            await file.WriteAsync(noise);
        }

        var failure = await Assert.ThrowsAsync<StoreCorruptException>(async () =>
        {
            await using var store = await OpenAsync(SqliteOpenMode.Existing);
            await store.ReadAsync([anna.Id], ViewScope.All, Some.NoToken);
        });
        Assert.Equal(ProblemCode.StoreCorrupt, failure.Code);
    }

    [Fact]
    public async Task A_store_that_another_program_holds_is_busy()
    {
        await MakeAsync();
        using var other = Connection.Open(File, raw.SQLITE_OPEN_READWRITE);
        other.RunScript("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;");

        await ExpectAsync<StoreBusyException>(ProblemCode.StoreBusy, SqliteOpenMode.Existing);
    }

    [Fact]
    public async Task A_store_opened_for_reading_is_read_and_not_written()
    {
        var anna = await MakeAsync();
        await using var store = await OpenAsync(SqliteOpenMode.ReadOnly);

        Assert.Equal(anna, Assert.Single(await store.ReadAsync([anna.Id], ViewScope.All, Some.NoToken)).Value);
        var failure = await Assert.ThrowsAsync<StoreReadOnlyException>(
            () => store.CommitAsync(Some.Creating(Some.Contact()), Some.NoToken));
        Assert.Equal(ProblemCode.StoreReadOnly, failure.Code);
        await Assert.ThrowsAsync<StoreReadOnlyException>(() => store.TrimFeedAsync(1, Some.NoToken));
    }

    [Fact]
    public async Task A_store_where_nothing_can_be_written_is_still_read()
    {
        var anna = await MakeAsync();
        var folder = Directory.CreateDirectory(_folder.File("a folder #1"));
        var file = Path.Combine(folder.FullName, "graph ø.db");
        System.IO.File.Move(File, file);
        const UnixFileMode NoWriting = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        System.IO.File.SetUnixFileMode(folder.FullName, NoWriting);
        try
        {
            await using var store = await SqliteGraphStore.OpenAsync(
                file, SqliteOpenMode.ReadOnly, TimeProvider.System, Some.NoToken);

            Assert.Equal(anna, Assert.Single(await store.ReadAsync([anna.Id], ViewScope.All, Some.NoToken)).Value);
        }
        finally
        {
            System.IO.File.SetUnixFileMode(folder.FullName, NoWriting | UnixFileMode.UserWrite);
        }
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("file:graph.db")]
    public async Task A_name_is_a_files_name_and_nothing_else(string name)
    {
        var anna = Some.Employee();
        await using (var store = await SqliteGraphStore.OpenAsync(
            _folder.File(name), SqliteOpenMode.Create, TimeProvider.System, Some.NoToken))
        {
            await store.CommitAsync(Some.Creating(anna), Some.NoToken);
            Assert.Single(await store.ReadAsync([anna.Id], ViewScope.All, Some.NoToken));
        }

        Assert.True(Path.Exists(_folder.File(name)));
    }

    [Fact]
    public async Task An_older_store_is_brought_forward_and_keeps_what_it_holds()
    {
        var anna = await MakeAsync();
        List<string> scripts = [.. SchemaScripts.Known, "CREATE TABLE later (a INTEGER) STRICT; INSERT INTO later VALUES (42);"];

        var refused = await Assert.ThrowsAsync<StoreReadOnlyException>(
            () => SqliteGraphStore.OpenAsync(File, SqliteOpenMode.ReadOnly, TimeProvider.System, scripts, Some.NoToken));
        await using (var store = await SqliteGraphStore.OpenAsync(
            File, SqliteOpenMode.Existing, TimeProvider.System, scripts, Some.NoToken))
        {
            Assert.Equal(anna, Assert.Single(await store.ReadAsync([anna.Id], ViewScope.All, Some.NoToken)).Value);
        }

        using var connection = Connection.Open(File, raw.SQLITE_OPEN_READONLY);
        Assert.Equal(42, connection.Number("SELECT a FROM later"));
        Assert.Equal(scripts.Count, connection.Number("PRAGMA user_version"));
        Assert.Equal(ProblemCode.StoreReadOnly, refused.Code);
    }

    [Fact]
    public async Task Companies_from_before_they_could_be_sensitive_are_kept()
    {
        var company = Some.Company("Åkirke") with { Domain = "aa.example", EmployeeCount = 7, Source = "crm", ExternalId = "1" };
        var day = PropertyValue.Of(Some.Today).Integer;
        var at = Some.Now.ToUnixTimeMilliseconds();
        foreach (var script in SchemaScripts.Known.Take(2))
        {
            Script(script);
        }

        Script($"""
            PRAGMA application_id = {SchemaScripts.ApplicationId};
            PRAGMA user_version = 2;
            INSERT INTO source VALUES (1, 'crm');
            INSERT INTO node VALUES ({company.Id.Value}, 0, NULL, 0, NULL, NULL);
            INSERT INTO company (id, visibility, known_since, source_id, external_id, version, created_at, updated_at, sort_key,
                name, domain, employee_count, relation, advertising_protected)
            VALUES ({company.Id.Value}, 0, {day}, 1, '1', 1, {at}, {at}, 'x', 'Åkirke', 'aa.example', 7, 'OTHER', 0);
            """);

        await using var store = await OpenAsync(SqliteOpenMode.Existing);

        Assert.Equal(company, Assert.Single(await store.ReadAsync([company.Id], ViewScope.All, Some.NoToken)).Value);
        var marked = company with { IsSensitive = true, Version = 2 };
        Assert.IsType<CommitResult.Done>(
            await store.CommitAsync(Some.Commit(new Change.Update(marked, 1)), Some.NoToken));
        var key = company.NaturalKey!.Value;
        Assert.Equal(marked, Assert.Single(await store.FindAsync([key], ViewScope.All, Some.NoToken)).Value);
    }

    [Fact]
    public async Task Introductions_from_before_their_steps_had_days_are_kept()
    {
        var day = Some.Today;
        var declined = Some.Introduction(Some.Id(RecordKind.Employee), Some.Id(RecordKind.Contact)) with
        {
            State = IntroductionState.Declined,
            Reason = "Nej.",
            AskedOn = day,
            EndedOn = day,
            AnsweredOn = day,
        };
        var lost = declined with { Id = Some.Id(RecordKind.Introduction), State = IntroductionState.Lost, AnsweredOn = null };
        foreach (var script in SchemaScripts.Known.Take(4))
        {
            Script(script);
        }

        var (number, at) = (PropertyValue.Of(day).Integer, Some.Now.ToUnixTimeMilliseconds());
        Script($"PRAGMA application_id = {SchemaScripts.ApplicationId}; PRAGMA user_version = 4;");
        foreach (var one in (Introduction[])[declined, lost])
        {
            Script($"""
                INSERT INTO node VALUES ({one.Id.Value}, 0, NULL, 0, NULL, NULL);
                INSERT INTO introduction (id, visibility, known_since, version, created_at, updated_at, asker_id, target_id,
                    state, reason, asked_on, ended_on)
                VALUES ({one.Id.Value}, 0, {number}, 1, {at}, {at}, {one.AskerId.Value}, {one.TargetId.Value},
                    '{CodeNames.Upper(one.State.ToString())}', 'Nej.', {number}, {number});
                """);
        }

        await using var store = await OpenAsync(SqliteOpenMode.Existing);

        var read = await store.ReadAsync([declined.Id, lost.Id], ViewScope.All, Some.NoToken);
        Assert.Equal([declined, lost], [read[declined.Id], read[lost.Id]]);
    }

    [Fact]
    public async Task A_store_of_the_first_version_is_brought_forward_and_keeps_what_it_holds()
    {
        var (lead, staff) = (Some.Employee("Lea"), Some.Employee("Ole"));
        var tie = Some.ReportsTo(staff, lead);
        Script($"""
            PRAGMA application_id = {SchemaScripts.ApplicationId};
            {SchemaScripts.Known[0]}
            INSERT INTO employee (id, visibility, known_since, version, created_at, updated_at, sort_key, name, is_active)
                VALUES ({lead.Id.Value}, 0, 20000, 1, 1, 1, 'lea', 'Lea', 1),
                    ({staff.Id.Value}, 0, 20000, 1, 1, 1, 'ole', 'Ole', 1);
            INSERT INTO node (id, visibility, is_sensitive) VALUES ({lead.Id.Value}, 0, 0), ({staff.Id.Value}, 0, 0);
            INSERT INTO search_text (id, sort_key, name, words)
                VALUES ({lead.Id.Value}, 'lea', 'lea', 'lea'), ({staff.Id.Value}, 'ole', 'ole', 'ole');
            INSERT INTO search_index (search_index) VALUES ('rebuild');
            INSERT INTO reports_to (id, from_id, to_id, visibility, known_since, version, created_at, updated_at)
                VALUES ({tie.Id.Value}, {staff.Id.Value}, {lead.Id.Value}, 0, 20000, 1, 1, 1);
            INSERT INTO feed (sequence, commit_id, actor, at, changes)
                VALUES (1, x'00112233445566778899aabbccddeeff', 'old', 1, x'');
            PRAGMA user_version = 1;
            """);

        await using var store = await OpenAsync(SqliteOpenMode.Existing);

        Assert.Empty(await store.CheckAsync(Some.NoToken));
        var edges = await store.ReadEdgesAsync(
            new EdgeQuery(RecordKind.ReportsTo, Direction.Both, [lead.Id, staff.Id]), ViewScope.All, Some.NoToken);
        Assert.All(edges.Values, page => Assert.Equal(tie.Id, Assert.Single(page.Edges).Id));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_store_as_it_was()
    {
        var anna = await MakeAsync();
        List<string> scripts = [.. SchemaScripts.Known, "CREATE TABLE later (a); CREATE TABLE later (a);"];

        await Assert.ThrowsAnyAsync<Exception>(
            () => SqliteGraphStore.OpenAsync(File, SqliteOpenMode.Existing, TimeProvider.System, scripts, Some.NoToken));
        await using var store = await OpenAsync(SqliteOpenMode.Existing);

        Assert.Equal(anna, Assert.Single(await store.ReadAsync([anna.Id], ViewScope.All, Some.NoToken)).Value);
    }

    private async Task<Employee> MakeAsync()
    {
        var anna = Some.Employee();
        await using var store = await OpenAsync(SqliteOpenMode.Create);
        await store.CommitAsync(Some.Creating(anna), Some.NoToken);
        return anna;
    }

    private void Script(string script)
    {
        using var connection = Connection.Open(File, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        connection.RunScript(script);
    }

    private Task<SqliteGraphStore> OpenAsync(SqliteOpenMode mode) =>
        SqliteGraphStore.OpenAsync(File, mode, TimeProvider.System, Some.NoToken);

    private async Task<T> ExpectAsync<T>(string code, SqliteOpenMode mode)
        where T : StoreException
    {
        var failure = await Assert.ThrowsAsync<T>(() => OpenAsync(mode));
        Assert.Equal(code, failure.Code);
        Assert.DoesNotContain(_folder.Path, failure.Message, StringComparison.Ordinal);
        return failure;
    }
}
