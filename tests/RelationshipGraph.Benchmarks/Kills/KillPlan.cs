using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Benchmarks.Kills;

/// <summary>
/// What the writer that is going to be killed commits. All of it follows from the number of the commit, so that whoever comes
/// after the kill knows what must be there.
/// </summary>
internal static class KillPlan
{
    private const int LargeEvery = 40;
    private const int LargeCount = 1_500;
    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly KnownSince = new(2024, 1, 1);

    /// <summary>A record that every commit writes, so that its version is the number of commits.</summary>
    public static RecordId Counter { get; } = RecordIds.At(RecordKind.Employee, Begin, 0, 0);

    /// <summary>The commit with that number, from 1.</summary>
    public static Commit Of(long number)
    {
        var changes = new List<Change> { Count(number) };
        var contacts = Enumerable.Range(0, SizeOf(number)).Select(at => Contact(number, at)).ToList();
        changes.AddRange(contacts.Select(contact => new Change.Create(contact)));
        changes.AddRange(contacts.Skip(1).Select((contact, at) => new Change.Create(Tie(number, at, contacts[at], contact))));
        if (RemovedBy(number) is { } removed)
        {
            changes.Add(new Change.Delete(removed, 1));
        }

        return new Commit(IdOf(number), "kill-writer", Begin, changes);
    }

    /// <summary>The commit's own id.</summary>
    public static Guid IdOf(long number) => new((int)number, 0, 0, new byte[8]);

    /// <summary>The contacts that are there after so many commits.</summary>
    public static long ContactsAfter(long number) => Sum(number, n => SizeOf(n) - (RemovedBy(n) is null ? 0 : 1));

    /// <summary>The ties that are there after so many commits: a removed contact took its one tie along.</summary>
    public static long TiesAfter(long number) => Sum(number, n => SizeOf(n) - 1 - (RemovedBy(n) is null ? 0 : 1));

    private static int SizeOf(long number) => number % LargeEvery == 0 ? LargeCount : 2 + (int)(number % 7);

    // The first contact of a commit before, which has a tie to the second one.
    private static RecordId? RemovedBy(long number) =>
        number > 3 && number % 5 == 0 ? IdOf(RecordKind.Contact, number - 3, 0) : null;

    private static Change Count(long number)
    {
        var counter = new Employee { Id = Counter, Name = "Counter", Version = (int)number, KnownSince = KnownSince };
        return number == 1 ? new Change.Create(counter) : new Change.Update(counter, (int)number - 1);
    }

    private static Contact Contact(long number, int at) => new()
    {
        Id = IdOf(RecordKind.Contact, number, at),
        Name = $"Contact {number} {at}",
        Source = "kill-writer",
        ExternalId = $"{number}-{at}",
        KnownSince = KnownSince,
    };

    private static Knows Tie(long number, int at, Contact from, Contact to) => new()
    {
        Id = IdOf(RecordKind.Knows, number, at),
        FromId = from.Id,
        ToId = to.Id,
        KnownSince = KnownSince,
        DeclaredStrength = new TieStrength(.5),
    };

    private static RecordId IdOf(RecordKind kind, long number, int at) =>
        RecordIds.At(kind, Begin.AddMilliseconds((number * 10_000) + at), 0, 0);

    private static long Sum(long number, Func<long, int> of)
    {
        var sum = 0L;
        for (var n = 1L; n <= number; n++)
        {
            sum += of(n);
        }

        return sum;
    }
}
