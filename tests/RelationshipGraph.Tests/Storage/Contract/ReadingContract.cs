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
}
