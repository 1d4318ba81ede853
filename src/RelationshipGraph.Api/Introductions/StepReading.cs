using System.Globalization;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Introductions;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Text;

namespace RelationshipGraph.Api.Introductions;

/// <summary>Reads the input of one step of an introduction, and notes everything that is wrong with it.</summary>
internal sealed class StepReading
{
    private static readonly RecordKind[] Persons = [RecordKind.Employee, RecordKind.Contact];

    private readonly IDictionary<string, object?> _input;
    private readonly List<Problem> _problems = [];

    public StepReading(Session session, IDictionary<string, object?> input)
    {
        _input = input;
        var reading = new DraftReading(session);
        RequestId = reading.ReadRequestId(input, []);
        _problems.AddRange(reading.Problems.Select(found => found.Problem));
    }

    /// <summary>Everything that is wrong with what was read so far.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The id by which the request may be sent again; null where it has none.</summary>
    public Guid? RequestId { get; }

    /// <summary>The introduction.</summary>
    public RecordId Id => IdOf("id", RecordKind.Introduction);

    /// <summary>The version of it that was seen.</summary>
    public int Version => (int)_input["version"]!;

    /// <summary>The outcome that came from it; null where none is named.</summary>
    public RecordId? Outcome => Optional("outcomeId", RecordKind.Outcome);

    /// <summary>Whether to ask beyond the budget.</summary>
    public bool OverBudget => Is("overBudget");

    /// <summary>A step with what belongs to it.</summary>
    public IntroductionMove Move(IntroductionStep step) => new(step)
    {
        On = Given("on") as DateOnly?,
        Reason = TextOf("reason"),
        MeetingId = Optional("meetingId", RecordKind.Meeting),
        WithoutTargetConsent = Is("withoutTargetConsent"),
    };

    /// <summary>What is asked of an introducer.</summary>
    public IntroductionAsk Ask() => new(IdOf("introducerId", Persons), IdOf("targetId", Persons))
    {
        AskerId = Optional("askerId", RecordKind.Employee),
        PathIds = ValueList.From((Given("pathIds") as IEnumerable<object?> ?? []).Select((id, i) =>
            IdOf((string)id!, string.Create(CultureInfo.InvariantCulture, $"pathIds.{i}"), Persons))),
        Note = TextOf("note"),
        Visibility = CodeOf<Visibility>("visibility") ?? Visibility.Everyone,
        OverBudget = OverBudget,
    };

    /// <summary>A value of a set of words; null where none is given.</summary>
    public T? CodeOf<T>(string name)
        where T : struct, Enum =>
        Given(name) is string word ? Enum.GetValues<T>().Single(code => CodeNames.Upper(code.ToString()) == word) : null;

    private object? Given(string name) => _input.TryGetValue(name, out var given) ? given : null;

    private bool Is(string name) => Given(name) is true;

    private string? TextOf(string name)
    {
        if (Given(name) is not string text)
        {
            return null;
        }

        if (Normal.IsWellFormed(text))
        {
            return Normal.Nfc(text);
        }

        _problems.Add(Problem.Of(ProblemCode.BadText, name));
        return null;
    }

    private RecordId? Optional(string name, params RecordKind[] kinds) =>
        Given(name) is string ? IdOf(name, kinds) : null;

    private RecordId IdOf(string name, params RecordKind[] kinds) => IdOf((string)_input[name]!, name, kinds);

    private RecordId IdOf(string text, string path, RecordKind[] kinds)
    {
        if (!RecordId.TryParse(text, out var id))
        {
            _problems.Add(Problem.Of(ProblemCode.Malformed, path, ("form", "emp_0c5k2v8q0004g")));
        }
        else if (!kinds.Contains(id.Kind))
        {
            _problems.Add(Problem.Of(ProblemCode.WrongKind, path, ("allowed", string.Join(", ", kinds))));
        }

        return id;
    }
}
