using RelationshipGraph.Introductions;
using RelationshipGraph.Model;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>
/// Two worlds full of introductions that differ in the hidden ones alone: loads, budgets, reminders and steps answer alike in
/// both.
/// </summary>
public sealed class IntroductionPairTests
{
    private const int Pairs = 200;
    private const int Turns = 20;

    private static readonly IntroductionStep[] OnTheWay =
    [
        IntroductionStep.Accept, IntroductionStep.Make, IntroductionStep.Meet, IntroductionStep.Win,
    ];

    private static readonly Roles[] RolesOf = [Roles.Employee, Roles.Sales, Roles.Strategy, Roles.Employee];

    [Fact]
    public async Task Hidden_introductions_change_no_byte()
    {
        var seen = new HashSet<string>();
        for (var seed = 1; seed <= Pairs; seed++)
        {
            var difference = await FirstDifferenceAsync(seed, () => new ReferenceGraphStore(), seen);
            Assert.True(difference is null, difference);
        }

        string[] expected =
        [
            "ASKED", "ACCEPTED", "DECLINED", "WITHDRAWN", "MADE", "MEETING", "WON", "LOST", "NOT_FOUND", "FORBIDDEN",
            "STEP_NOT_ALLOWED", "INTRODUCTION_ENDED", "INTRODUCER_OVER_BUDGET", "TARGET_SAID_NO", "TARGET_ANSWER_OPEN",
            "VERSION_CONFLICT", "SAME_PERSON", "ASK_UNANSWERED", "TARGET_UNANSWERED", "NOT_MADE", "NO_MEETING",
        ];
        Assert.Empty(expected.Except(seen));
    }

    [Fact]
    public Task A_load_that_counts_hidden_asks_is_found() => AssertFoundAsync(() => new LeakyLoads());

    [Fact]
    public Task An_introduction_that_is_read_though_hidden_is_found() =>
        AssertFoundAsync(() => new LeakyGraphStore(Leak.ReadsById));

    private static async Task AssertFoundAsync(Func<IGraphStore> store)
    {
        string? difference = null;
        for (var seed = 1; difference is null && seed <= Pairs; seed++)
        {
            difference = await FirstDifferenceAsync(seed, store, []);
        }

        Assert.NotNull(difference);
    }

    private static async Task<string?> FirstDifferenceAsync(int seed, Func<IGraphStore> store, HashSet<string> seen)
    {
        var random = new Random(seed);
        var people = Enumerable.Range(0, 4).Select(i => Some.Employee($"E{i}")).ToArray<Node>();
        Node[] contacts = [Some.Contact("Kim"), Some.Contact("Lone")];
        var stranger = Some.Contact("Skjult") with { Visibility = Visibility.Owner, OwnerId = people[3].Id };
        var shared = Enumerable.Range(0, 7).Select(_ => Drawn(random, people, contacts)).ToList();
        var hidden = Enumerable.Range(0, 6).Select(_ => Hidden(Drawn(random, people, contacts), people)).ToList();
        var others = hidden.Where(_ => random.Next(2) == 0).Select(one =>
            Hidden(Drawn(random, people, contacts), people) with { Id = one.Id });
        Record[] all = [.. people, .. contacts, .. shared];
        await using var one = await World.OpenAsync(store(), [.. all, .. hidden, stranger], validates: true);
        await using var other = await World.OpenAsync(store(), [.. all, .. others], validates: false);
        var viewer = new Viewer(people[0].Id, RolesOf[seed % RolesOf.Length], people[0].Id.ToString());
        var named = people.Concat(contacts).Append(stranger).Select(node => node.Id).ToArray();
        var introductions = shared.Concat(hidden).Select(node => node.Id).ToArray();
        for (var turn = 0; turn < Turns; turn++)
        {
            var document = turn % 4 == 0 ? Questions(named) : Step(random, introductions, named);
            var (first, second) = (
                await one.AskAsync(viewer, document, isDanish: false), await other.AskAsync(viewer, document, isDanish: false));
            if (first != second)
            {
                return $"Seed {seed} asked {document}\n{first}\n{second}";
            }

            Assert.DoesNotContain("INTERNAL", first, StringComparison.Ordinal);
            Assert.DoesNotContain("QUERY_INVALID", first, StringComparison.Ordinal);
            seen.UnionWith(first.Split('"').Where(word => word.All(letter => letter is '_' or (>= 'A' and <= 'Z'))));
        }

        return null;
    }

    private static string Questions(RecordId[] named)
    {
        var loads = string.Concat(named.Select((id, i) =>
            $" l{i}: introducerLoad(personId: \"{id}\") {{ open recent asks isOver loadFactor }}"));
        const string Rows = "{ totalCount edges { node { id state } reason daysWaiting nextStep } }";
        return $"{{ {loads} mine: introductionsToFollowUp {Rows} of: introductionsToFollowUp(of: \"{named[1]}\") {Rows} }}";
    }

    private static string Step(Random random, RecordId[] introductions, RecordId[] named)
    {
        var id = introductions[random.Next(introductions.Length)];
        var at = $"id: \"{id}\", version: {(random.Next(4) == 0 ? 2 : 1)}";
        var (step, more) = random.Next(12) switch
        {
            0 => ("acceptIntroduction", ""),
            1 => ("declineIntroduction", ", reason: \"Nej.\""),
            2 => ("withdrawIntroduction", ""),
            3 => ("recordTargetConsent", $", consent: {Pick("ASKED", "YES", "NO")}"),
            4 or 10 => ("makeIntroduction", random.Next(2) == 0 ? ", withoutTargetConsent: true" : ""),
            5 => ("recordIntroductionMeeting", ""),
            6 => ("closeIntroduction", $", reason: \"Fordi.\", result: {Pick("WON", "LOST")}"),
            7 => ("askDraftedIntroduction", ""),
            _ => ("askIntroduction", ""),
        };
        var input = step == "askIntroduction"
            ? $"introducerId: \"{named[random.Next(named.Length)]}\", targetId: \"{named[random.Next(named.Length)]}\""
            : at + more;
        return $"mutation {{ {step}(input: {{ {input} }}) {{ introduction {{ id version state targetConsent }} "
            + "errors { ... on Error { code message path } } } }";

        string Pick(params string[] words) => words[random.Next(words.Length)];
    }

    private static Introduction Drawn(Random random, Node[] people, Node[] contacts)
    {
        var introduction = Some.Introduction(people[random.Next(3)].Id, contacts[random.Next(2)].Id) with
        {
            IntroducerId = people[random.Next(3)].Id,
            OwnerId = people[random.Next(3)].Id,
        };
        var steps = random.Next(8);
        var day = OpenDoor.Today.AddDays(-random.Next(1, 120));
        for (var i = 0; i < steps && IntroductionFlow.Next(introduction).ToList() is { Count: > 0 } next; i++)
        {
            // On the way to the end is likelier than off it, so that every state is met.
            var step = random.Next(2) == 0 ? next.Find(OnTheWay.Contains) : next[random.Next(next.Count)];
            var move = new IntroductionMove(step) { Reason = "Fordi.", WithoutTargetConsent = true };
            introduction = IntroductionFlow.Take(introduction, move, day) is StepResult.Taken(var after) ? after : introduction;
            day = day.AddDays(random.Next(20)) is var later && later < OpenDoor.Today ? later : day;
        }

        return introduction;
    }

    private static Introduction Hidden(Introduction one, Node[] people) =>
        one with { Visibility = Visibility.Owner, OwnerId = people[3].Id };

    /// <summary>What is counted over what everyone sees is counted over everything.</summary>
    private sealed class LeakyLoads : ReferenceGraphStore
    {
        public override Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct) => base.ReadPageAsync(
            query, query.Kind == RecordKind.Introduction && scope == ViewScope.Public ? ViewScope.All : scope, ct);
    }
}
