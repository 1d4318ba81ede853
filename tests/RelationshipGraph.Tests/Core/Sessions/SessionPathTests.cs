using RelationshipGraph.Model;
using RelationshipGraph.Paths;

namespace RelationshipGraph.Tests.Core.Sessions;

public sealed class SessionPathTests
{
    [Fact]
    public async Task A_path_uses_only_what_the_viewer_may_see()
    {
        using var door = new OpenDoor();
        var contact = Some.Contact();
        var tie = Some.Knows(door.Anna, contact) with { Visibility = Visibility.Owner, OwnerId = door.Anna.Id };
        await door.WithAsync(contact, tie);
        var query = new PathQuery(contact.Id, door.Anna.Id, OpenDoor.Today);

        var own = await door.OpenAsync(OpenDoor.As(door.Anna));
        var other = await door.OpenAsync(OpenDoor.As(door.Bent));

        Assert.IsType<PathAnswer.Found>(await own.FindPathsAsync(query));
        Assert.IsType<PathAnswer.NoPath>(await other.FindPathsAsync(query));
    }

    [Fact]
    public async Task A_record_is_found_by_its_key_only_by_those_who_may_see_it()
    {
        using var door = new OpenDoor();
        var contact = Some.Contact() with
        {
            Source = "crm",
            ExternalId = "7",
            Visibility = Visibility.Owner,
            OwnerId = door.Anna.Id,
        };
        await door.WithAsync(contact);
        NaturalKey[] keys =
            [NaturalKey.OfNode(RecordKind.Contact, "crm", "7"), NaturalKey.OfNode(RecordKind.Contact, "crm", "8")];

        var own = await door.OpenAsync(OpenDoor.As(door.Anna));
        var other = await door.OpenAsync(OpenDoor.As(door.Bent));

        Assert.Equal(contact.Id, Assert.Single(await own.FindAsync(keys)).Value.Id);
        Assert.Empty(await other.FindAsync(keys));
    }
}
