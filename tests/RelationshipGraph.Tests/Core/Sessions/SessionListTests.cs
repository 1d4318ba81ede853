using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Sessions;

public sealed class SessionListTests
{
    private static readonly RecordOrder ByName = new(GraphModel.Of(RecordKind.Contact)["name"], Descending: false);

    private static readonly Contact[] Contacts =
        [.. new[] { "Ove", "Åse", "Ida", "Ærø", "Øse", "Bo", "Ida" }.Select(Some.Contact)];

    // Danish order; the two Idas by id.
    private static readonly string[] Sorted = ["Bo", "Ida", "Ida", "Ove", "Ærø", "Øse", "Åse"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(200)]
    public async Task A_list_is_walked_to_its_end_in_either_direction(int rows)
    {
        using var door = await new OpenDoor().WithAsync(Contacts);
        var session = await door.OpenAsync(OpenDoor.Administrator);

        Assert.Equal(Sorted, await WalkAsync(session, rows, isBackward: false));
        Assert.Equal(Sorted.Reverse(), await WalkAsync(session, rows, isBackward: true));
    }

    [Fact]
    public async Task A_page_walked_backward_comes_in_the_order_of_the_list()
    {
        using var door = await new OpenDoor().WithAsync(Contacts);
        var session = await door.OpenAsync(OpenDoor.Administrator);

        var page = await session.ListAsync(Query(new PageArguments(Last: 3)));

        Assert.Equal(Sorted[^3..], Names(page));
        Assert.True(page.HasMore);
    }

    [Fact]
    public async Task A_list_tells_whether_there_is_something_behind()
    {
        using var door = await new OpenDoor().WithAsync(Contacts);
        var session = await door.OpenAsync(OpenDoor.Administrator);
        var first = Query(new PageArguments(First: 2));
        var page = await session.ListAsync(first);
        var second = Query(new PageArguments(First: 2, After: page.CursorOf(page.Records[^1])));
        var beforeFirst = Query(new PageArguments(Last: 2, Before: page.CursorOf(page.Records[0])));

        Assert.False(await session.HasBehindAsync(first, page));
        Assert.True(await session.HasBehindAsync(second, await session.ListAsync(second)));
        Assert.True(await session.HasBehindAsync(beforeFirst, await session.ListAsync(beforeFirst)));
        Assert.Empty((await session.ListAsync(beforeFirst)).Records);
    }

    [Fact]
    public async Task A_cursor_belongs_to_one_list_and_order()
    {
        using var door = await new OpenDoor().WithAsync(Contacts);
        var session = await door.OpenAsync(OpenDoor.Administrator);
        var page = await session.ListAsync(Query(PageArguments.Default));
        var after = new PageArguments(After: page.CursorOf(page.Records[0]));

        await RefusedAsync(ProblemCode.BadCursor, "after", () => session.ListAsync(
            new ListQuery(RecordKind.Contact) { Page = after }));
        await RefusedAsync(ProblemCode.BadCursor, "after", () => session.ListAsync(
            Query(after) with { Order = ByName.Reversed }));
        await RefusedAsync(ProblemCode.BadCursor, "after", () => session.ListAsync(new ListQuery(RecordKind.Company)
        {
            Page = after,
            Order = new RecordOrder(GraphModel.Of(RecordKind.Company)["name"], false),
        }));
    }

    [Theory]
    [InlineData(0, null, "first", ProblemCode.PageTooLarge)]
    [InlineData(201, null, "first", ProblemCode.PageTooLarge)]
    [InlineData(null, -1, "last", ProblemCode.PageTooLarge)]
    [InlineData(5, 5, "first", ProblemCode.BadPage)]
    public async Task A_page_that_cannot_be_is_refused(int? first, int? last, string path, string code)
    {
        using var door = await new OpenDoor().WithAsync();
        var session = await door.OpenAsync(OpenDoor.Administrator);

        await RefusedAsync(code, path, () => session.ListAsync(Query(new PageArguments(first, null, last))));
    }

    [Fact]
    public async Task An_order_of_another_kind_is_refused()
    {
        using var door = await new OpenDoor().WithAsync();
        var session = await door.OpenAsync(OpenDoor.Administrator);
        var title = new RecordOrder(GraphModel.Of(RecordKind.Contact)["title"], false);

        await RefusedAsync(ProblemCode.BadOrder, "order", () => session.ListAsync(
            new ListQuery(RecordKind.Contact) { Order = title }));
        await RefusedAsync(ProblemCode.BadOrder, "order", () => session.ListAsync(
            new ListQuery(RecordKind.Meeting) { Order = ByName }));
    }

    [Fact]
    public async Task A_filter_has_bounds()
    {
        using var door = await new OpenDoor().WithAsync();
        var session = await door.OpenAsync(OpenDoor.Administrator);
        var model = GraphModel.Of(RecordKind.Contact);
        var term = new RecordFilter.Exists(model["title"]);
        var deep = Enumerable.Range(0, Limits.FilterDepthMax).Aggregate((RecordFilter)term, (f, _) => new RecordFilter.Not(f));
        var wide = new RecordFilter.Or(ValueList.From(Enumerable.Repeat<RecordFilter>(term, Limits.FilterTermsMax)));

        foreach (var filter in new[] { deep, wide })
        {
            await RefusedAsync(ProblemCode.BadFilter, "filter", () => session.ListAsync(
                new ListQuery(RecordKind.Contact) { Filter = filter }));
            await RefusedAsync(ProblemCode.BadFilter, "filter", () => session.CountAsync(
                new ListQuery(RecordKind.Contact) { Filter = filter }));
        }

        var subject = new RecordFilter.Exists(GraphModel.Of(RecordKind.Interaction)["subject"]);
        await RefusedAsync(ProblemCode.BadFilter, "filter", () => session.ListAsync(
            new ListQuery(RecordKind.Interaction) { Filter = subject }));
    }

    [Fact]
    public async Task A_past_day_shows_what_held_then()
    {
        var seat = Some.Seat(from: new DateOnly(2025, 1, 1), until: new DateOnly(2025, 7, 1));
        using var door = await new OpenDoor().WithAsync(seat);
        var today = await door.OpenAsync(OpenDoor.Administrator);
        var query = new ListQuery(RecordKind.Seat);

        Assert.Empty((await today.ListAsync(query)).Records);
        Assert.Equal(0, await today.CountAsync(query));
        Assert.Equal([seat], (await today.ListAsync(query with { AtAnyTime = true })).Records);
        Assert.Equal([seat], (await today.At(new DateOnly(2025, 6, 30)).ListAsync(query)).Records);
        Assert.Empty((await today.At(new DateOnly(2025, 7, 1)).ListAsync(query)).Records);
    }

    [Fact]
    public async Task Search_is_walked_by_cursor()
    {
        using var door = await new OpenDoor().WithAsync(
            [.. new[] { "Idas Plads", "Ida", "Ida Ås", "Oda" }.Select(Some.Contact), Some.Company("Ida")]);
        var session = await door.OpenAsync(OpenDoor.Administrator);
        var found = new List<string>();
        string? after = null;
        SearchListing page;
        do
        {
            page = await session.SearchAsync("IDA", [], new PageArguments(First: 1, After: after));
            found.Add(page.Nodes[0] is Contact contact ? contact.Name : ((Company)page.Nodes[0]).Name);
            after = page.CursorOf(page.Nodes[0]);
        }
        while (page.HasMore);

        Assert.Equal(["Ida", "Ida", "Ida Ås", "Idas Plads"], found);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" - ! ")]
    [InlineData("a b c d e f g h i j k l m n o p q")]
    public async Task Search_needs_words(string text)
    {
        using var door = await new OpenDoor().WithAsync();
        var session = await door.OpenAsync(OpenDoor.Administrator);

        await RefusedAsync(ProblemCode.SearchTooShort, "text", () => session.SearchAsync(text, [], PageArguments.Default));
    }

    private static ListQuery Query(PageArguments page) => new(RecordKind.Contact) { Order = ByName, Page = page };

    private static IEnumerable<string> Names(Listing page) => page.Records.Cast<Contact>().Select(c => c.Name);

    private static async Task<IReadOnlyList<string>> WalkAsync(Session session, int rows, bool isBackward)
    {
        var names = new List<string>();
        string? cursor = null;
        Listing page;
        do
        {
            page = await session.ListAsync(Query(isBackward
                ? new PageArguments(Last: rows, Before: cursor)
                : new PageArguments(First: rows, After: cursor)));
            names.AddRange(isBackward ? Names(page).Reverse() : Names(page));
            cursor = page.CursorOf(isBackward ? page.Records[0] : page.Records[^1]);
        }
        while (page.HasMore);

        return names;
    }

    private static async Task RefusedAsync(string code, string path, Func<Task> ask)
    {
        var refused = await Assert.ThrowsAsync<RequestException>(ask);
        Assert.Equal((code, path), (refused.Code, refused.Problem.Path));
    }
}
