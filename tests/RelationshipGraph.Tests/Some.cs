using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests;

/// <summary>Valid records with as little as they need; a test says with <c>with</c> what it is about. Ids never repeat.</summary>
internal static class Some
{
    /// <summary>When everything of this class was written.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The day of <see cref="Now"/>.</summary>
    public static readonly DateOnly Today = new(2026, 1, 15);

    /// <summary>Nobody's token.</summary>
    public static readonly CancellationToken NoToken = CancellationToken.None;

    private static readonly RecordIds Ids = new(new FixedTime(Now), new Random(7));

    private static int _commits;

    /// <summary>A new id.</summary>
    public static RecordId Id(RecordKind kind) => Ids.Next(kind);

    /// <summary>Time that stands still.</summary>
    public static TimeProvider TimeAt(DateTimeOffset now) => new FixedTime(now);

    public static Employee Employee(string name = "Anna Berg") =>
        Stamped(new Employee { Id = Id(RecordKind.Employee), Name = name });

    public static Department Department(string name = "Salg") =>
        Stamped(new Department { Id = Id(RecordKind.Department), Name = name });

    public static Contact Contact(string name = "Bo Lind") => Stamped(new Contact { Id = Id(RecordKind.Contact), Name = name });

    public static Company Company(string name = "Nordlys A/S") =>
        Stamped(new Company { Id = Id(RecordKind.Company), Name = name });

    public static Segment Segment(string name = "Energi") => Stamped(new Segment { Id = Id(RecordKind.Segment), Name = name });

    public static Network Network(string name = "VL 42") => Stamped(new Network { Id = Id(RecordKind.Network), Name = name });

    public static Strategy Strategy(string name = "Strategi") =>
        Stamped(new Strategy { Id = Id(RecordKind.Strategy), Name = name });

    public static Seat Seat(DateOnly? from = null, DateOnly? until = null) =>
        Stamped(new Seat { Id = Id(RecordKind.Seat), From = from, Until = until });

    public static Meeting Meeting(DateTimeOffset? startsAt = null, string? topic = null) =>
        Stamped(new Meeting { Id = Id(RecordKind.Meeting), StartsAt = startsAt ?? Now, Topic = topic });

    public static Idea Idea(string title = "En idé") => Stamped(new Idea { Id = Id(RecordKind.Idea), Title = title });

    public static Insight Insight(string title = "En indsigt", InsightKind kind = InsightKind.Trend) =>
        Stamped(new Insight { Id = Id(RecordKind.Insight), Title = title, Kind = kind });

    public static Goal Goal(string name = "Et mål", GoalLevel level = GoalLevel.Company, Measure measure = Measure.Ideas) =>
        Stamped(new Goal { Id = Id(RecordKind.Goal), Name = name, Level = level, Measure = measure });

    public static Outcome Outcome(DateOnly? occurredOn = null, Measure measure = Measure.Ideas) =>
        Stamped(new Outcome { Id = Id(RecordKind.Outcome), Measure = measure, OccurredOn = occurredOn ?? Today });

    public static Lead Lead(string title = "Et emne") => Stamped(new Lead { Id = Id(RecordKind.Lead), Title = title });

    public static Contribution Contribution(
        DateOnly? givenOn = null, string? text = null, ContributionKind kind = ContributionKind.Talk) =>
        Stamped(new Contribution { Id = Id(RecordKind.Contribution), Kind = kind, GivenOn = givenOn ?? Today, Text = text });

    public static Introduction Introduction(RecordId asker, RecordId target) =>
        Stamped(new Introduction { Id = Id(RecordKind.Introduction), AskerId = asker, TargetId = target });

    public static Guideline Guideline(string title = "En regel") =>
        Stamped(new Guideline { Id = Id(RecordKind.Guideline), Title = title });

    /// <summary>A fit with the constants that the product comes with, but for the level.</summary>
    public static StrengthFit StrengthFit(FittedForm form = FittedForm.AnyChannel, double level = -1) => Stamped(new StrengthFit
    {
        Id = Id(RecordKind.StrengthFit),
        Form = form,
        Formula = "tie-strength/1",
        FittedOn = Today,
        RhythmR = .5,
        RhythmAlpha = .13,
        RhythmA = .5,
        RhythmB = .7,
        Level = level,
        OnRhythm = .22,
        OnRows = .29,
        OnSilence = -.15,
    });

    public static Knows Knows(Node from, Node to, double? strength = null) => Stamped(new Knows
    {
        Id = Id(RecordKind.Knows),
        FromId = from.Id,
        ToId = to.Id,
        DeclaredStrength = strength is { } value ? new TieStrength(value) : null,
    });

    public static Interaction Interaction(
        Node from, Node to, DateTimeOffset? at = null, Channel channel = Channel.Meeting) => Stamped(new Interaction
        {
            Id = Id(RecordKind.Interaction),
            FromId = from.Id,
            ToId = to.Id,
            At = at ?? Now,
            Channel = channel,
        });

    public static Interacted Interacted(Node from, Node to, Channel channel = Channel.Meeting) => Stamped(new Interacted
    {
        Id = Id(RecordKind.Interacted),
        FromId = from.Id,
        ToId = to.Id,
        Channel = channel,
        Model = "strength-1",
    });

    public static RelatedTo RelatedTo(Company from, Company to, CompanyTie tie = CompanyTie.Supplies) =>
        Stamped(new RelatedTo { Id = Id(RecordKind.RelatedTo), FromId = from.Id, ToId = to.Id, Tie = tie });

    public static CreditedTo CreditedTo(Outcome from, Node to, double share = 1) =>
        Stamped(new CreditedTo { Id = Id(RecordKind.CreditedTo), FromId = from.Id, ToId = to.Id, Share = new Share(share) });

    public static WorksAt WorksAt(Node from, Company to) => Tie<WorksAt>(from, to);

    public static MemberOf MemberOf(Node from, Network to) => Tie<MemberOf>(from, to);

    public static InDepartment InDepartment(Employee from, Department to) => Tie<InDepartment>(from, to);

    public static ReportsTo ReportsTo(Employee from, Employee to) => Tie<ReportsTo>(from, to);

    public static Holds Holds(Employee from, Seat to) => Tie<Holds>(from, to);

    public static SeatIn SeatIn(Seat from, Network to) => Tie<SeatIn>(from, to);

    public static Attended Attended(Node from, Meeting to) => Tie<Attended>(from, to);

    public static HeldBy HeldBy(Meeting from, Node to) => Tie<HeldBy>(from, to);

    public static CameFrom CameFrom(Node from, Node to) => Tie<CameFrom>(from, to);

    public static About About(Insight from, Node to) => Tie<About>(from, to);

    public static Serves Serves(Seat from, Goal to) => Tie<Serves>(from, to);

    /// <summary>A relationship of a type that needs nothing but its ends.</summary>
    public static T Tie<T>(Node from, Node to)
        where T : Relationship
    {
        var model = GraphModel.Find(typeof(T).Name)!;
        var blank = (T)model.Blank(Id(model.Kind));
        return Stamped((T)blank.With([
            new(model["fromId"], PropertyValue.Of(from.Id)),
            new(model["toId"], PropertyValue.Of(to.Id)),
        ]));
    }

    /// <summary>The next version of a record, written later.</summary>
    public static T Next<T>(T record)
        where T : Record =>
        (T)(record with { Version = record.Version + 1, UpdatedAt = record.UpdatedAt.AddMinutes(1) });

    /// <summary>A commit with an id of its own.</summary>
    public static Commit Commit(params IReadOnlyList<Change> changes) => new(CommitId(), "test", Now, changes);

    /// <summary>A commit that creates the records.</summary>
    public static Commit Creating(params IReadOnlyList<Record> records) =>
        Commit([.. records.Select(record => new Change.Create(record))]);

    /// <summary>The change that replaces a record by its next version.</summary>
    public static Change Updating<T>(T seen, Func<T, T> change)
        where T : Record =>
        new Change.Update(change(Next(seen)), seen.Version);

    /// <summary>The change that removes a record as it was seen.</summary>
    public static Change Deleting(Record seen) => new Change.Delete(seen.Id, seen.Version);

    /// <summary>An id that no other commit of this run has.</summary>
    public static Guid CommitId() => new(Interlocked.Increment(ref _commits), 0, 0, new byte[8]);

    private static T Stamped<T>(T record)
        where T : Record =>
        (T)(record with { CreatedAt = Now, UpdatedAt = Now, KnownSince = Today });

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
