using RelationshipGraph.Importing.Writing;
using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Importing;

public sealed class SeenKeysTests
{
    [Fact]
    public void Knows_what_was_noted_and_nothing_else()
    {
        var random = new Random(3);
        var seen = new SeenKeys();
        var oracle = new HashSet<NaturalKey>();
        var people = Enumerable.Range(0, 700)
            .Select(i => RecordIds.At(RecordKind.Contact, Some.Now.AddMilliseconds(i), 1, 0))
            .ToList();

        for (var i = 0; i < 200_000; i++)
        {
            var from = people[random.Next(people.Count)];
            var to = people[random.Next(people.Count)];
            var key = new NaturalKey(RecordKind.Knows, "kilde", from, to, random.Next(2) == 0 ? string.Empty : "2024-01-01");
            Assert.Equal(oracle.Add(key), seen.Add(key));
        }

        seen.Clear();
        Assert.True(seen.Add(oracle.First()));
    }
}
