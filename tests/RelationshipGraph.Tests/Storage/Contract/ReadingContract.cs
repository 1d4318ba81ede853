using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Records by id.</summary>
public abstract class ReadingContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    [SkippableFact]
    public async Task Every_property_of_every_kind_comes_back_as_it_was_given()
    {
        var records = new RecordGenerator(11).Graph(nodes: 12, relationships: 25);
        await using var place = await OpenWithAsync(records);

        var read = await place.Store.ReadAsync([.. records.Select(record => record.Id)], ViewScope.All, Some.NoToken);

        Assert.Equal(records.Count, read.Count);
        Assert.All(records, record => Assert.Equal(record, read[record.Id]));
    }

    [SkippableFact]
    public async Task Absent_values_stay_absent()
    {
        var anna = Some.Employee();
        await using var place = await OpenWithAsync(anna);

        var read = Assert.IsType<Employee>(await place.Store.ReadOneAsync(anna.Id));

        Assert.Null(read.Title);
        Assert.Null(read.NetworkingHours);
        Assert.Null(read.OwnerId);
        Assert.Empty(read.Emails);
        Assert.Equal(anna, read);
    }

    [SkippableFact]
    public async Task Version_and_times_are_kept_as_given()
    {
        var written = Some.Contact() with
        {
            Version = 7,
            CreatedAt = new DateTimeOffset(2021, 3, 4, 5, 6, 7, 89, TimeSpan.Zero),
            UpdatedAt = new DateTimeOffset(2022, 3, 4, 5, 6, 7, 890, TimeSpan.Zero),
            KnownSince = new DateOnly(2020, 2, 29),
        };
        await using var place = await OpenWithAsync(written);

        Assert.Equal(written, await place.Store.ReadOneAsync(written.Id));
    }

    [SkippableFact]
    public async Task Nodes_and_relationships_are_read_in_one_batch()
    {
        var (anna, bo) = (Some.Employee(), Some.Contact());
        var tie = Some.Knows(anna, bo);
        await using var place = await OpenWithAsync(anna, bo, tie);

        var read = await place.Store.ReadAsync([tie.Id, anna.Id, bo.Id], ViewScope.All, Some.NoToken);

        Assert.Equal([anna, bo, tie], read.Values.OrderBy(record => record.Id.Kind));
    }

    [SkippableFact]
    public async Task An_unknown_id_is_absent_and_no_error()
    {
        var anna = Some.Employee();
        await using var place = await OpenWithAsync(anna);

        var read = await place.Store.ReadAsync(
            [anna.Id, Some.Id(RecordKind.Employee), Some.Id(RecordKind.Knows)], ViewScope.All, Some.NoToken);

        Assert.Equal([anna.Id], read.Keys);
    }

    [SkippableFact]
    public async Task Repeated_ids_are_read_once_and_no_ids_give_nothing()
    {
        var anna = Some.Employee();
        await using var place = await OpenWithAsync(anna);

        Assert.Single(await place.Store.ReadAsync([anna.Id, anna.Id, anna.Id], ViewScope.All, Some.NoToken));
        Assert.Empty(await place.Store.ReadAsync([], ViewScope.All, Some.NoToken));
    }

    [SkippableFact]
    public async Task A_full_batch_is_read()
    {
        var contacts = Enumerable.Range(0, Limits.BatchMax).Select(_ => Some.Contact()).ToList();
        await using var place = await OpenWithAsync([.. contacts]);

        var read = await place.Store.ReadAsync([.. contacts.Select(one => one.Id)], ViewScope.All, Some.NoToken);

        Assert.Equal(Limits.BatchMax, read.Count);
    }

    [SkippableFact]
    public async Task A_past_seat_can_be_read_by_its_id()
    {
        var seat = Some.Seat(new DateOnly(2001, 1, 1), new DateOnly(2002, 1, 1));
        await using var place = await OpenWithAsync(seat);

        Assert.Equal(seat, await place.Store.ReadOneAsync(seat.Id));
    }

    [SkippableTheory]
    [InlineData("'\"`\\ \\u0000 ${x} {0} %s <b>&amp;</b> // /* -- ;")]
    [InlineData("line\nline\r\ttab \u2028 \u200B \u00A0")]
    [InlineData("😀👩‍👩‍👧 \U0010FFFD \uD7FF \uE000 \uFFFD")]
    [InlineData("MATCH (n) DETACH DELETE n; DROP TABLE contact")]
    [InlineData("\u0001\u001F\u007F")]
    public async Task A_text_comes_back_as_it_was_given_and_is_found_by_its_value(string text)
    {
        var (contact, idea) = (Some.Contact(text) with { LegalBasisSource = text }, Some.Idea(text));
        await using var place = await OpenWithAsync(contact, idea);
        var name = RecordKind.Contact.Of("name");

        Assert.Equal(contact, await place.Store.ReadOneAsync(contact.Id));
        Assert.Equal(idea, await place.Store.ReadOneAsync(idea.Id));
        Assert.Equal(
            [contact.Id],
            await place.Store.IdsAsync(new PageQuery(RecordKind.Contact) { Filter = name.Is(PropertyValue.Of(text)) }));
    }

    [SkippableTheory]
    [InlineData(9_000, "a")]
    [InlineData(9_000, "å ")]
    [InlineData(9_000, "😀")]
    [InlineData(10_000_000, "x")]
    public async Task A_text_is_kept_however_long_it_is(int length, string letter)
    {
        var text = string.Concat(Enumerable.Repeat(letter, length));
        var contact = Some.Contact(text.Length > 100_000 ? "Bo Lind" : text);
        var idea = Some.Idea() with { Text = text };
        await using var place = await OpenWithAsync(contact, idea);

        Assert.Equal(contact, await place.Store.ReadOneAsync(contact.Id));
        Assert.Equal(idea, await place.Store.ReadOneAsync(idea.Id));
        await place.Store.WriteAsync(new Change.Update(contact with { Name = "Bo", Version = 2 }, 1));
        Assert.Equal([contact.Id], await place.Store.FoundAsync("bo"));
    }

    // Not cases of a theory: what names a case is no such text any more.
    [SkippableFact]
    public async Task A_text_that_could_not_be_given_back_is_refused_and_harms_no_other()
    {
        await using var place = await OpenWithAsync();
        var contact = Some.Contact();
        foreach (var text in new[] { "nul \0 within", "high \uD83D alone", "\uDE00 low alone", "no character \uFFFF" })
        {
            await Assert.ThrowsAsync<ArgumentException>(
                () => place.Store.CreateAsync(contact with { LegalBasisSource = text }));

            Assert.Null(await place.Store.ReadOneAsync(contact.Id));
        }

        Assert.Equal(1, await place.Store.CreateAsync(contact));
    }

    [SkippableTheory]
    [InlineData(1e-9)]
    [InlineData(0.1 + 0.2)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(-0.0)]
    public async Task Numbers_keep_their_last_bit(double number)
    {
        var (goal, network) = (Some.Goal() with { Target = number }, Some.Network() with { MeetingsAYear = number });
        await using var place = await OpenWithAsync(goal, network);

        Assert.Equal(goal, await place.Store.ReadOneAsync(goal.Id));
        Assert.Equal(network, await place.Store.ReadOneAsync(network.Id));
    }
}
