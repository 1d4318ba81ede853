using System.Text.RegularExpressions;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Graph;

/// <summary>Reads the inputs of one request into the drafts that a session writes.</summary>
internal sealed partial class DraftReading(Session session)
{
    /// <summary>The input's own name for a new record.</summary>
    public const string Label = "label";

    /// <summary>The caller's own name for a request.</summary>
    public const string RequestId = "requestId";

    private const int ShownMax = 60;

    private readonly Dictionary<string, RecordId> _labels = new(StringComparer.Ordinal);
    private readonly List<DraftProblem> _problems = [];

    /// <summary>Everything that is wrong with what was read so far.</summary>
    public IReadOnlyList<DraftProblem> Problems => _problems;

    /// <summary>The drafts, in the order of the changes; of no use where there are problems.</summary>
    public IReadOnlyList<Draft> Read(IReadOnlyList<(NamedChange Change, IDictionary<string, object?> Input)> changes)
    {
        // New records get their ids first, so that a label may be used before the change that has it.
        var created = changes.Select((c, i) => c.Change.Operation == WriteOperation.Create
            ? Announce(i, c.Change.Model, c.Input)
            : default).ToArray();
        return [.. changes.Select((c, i) => Read(i, c.Change, c.Input, created[i]))];
    }

    /// <summary>The id by which the request may be sent again; null where it has none.</summary>
    /// <param name="request">The input of the whole request.</param>
    /// <param name="changes">Its changes; where there is one alone, its input is the request's.</param>
    public Guid? ReadRequestId(
        IDictionary<string, object?> request, IReadOnlyList<(NamedChange Change, IDictionary<string, object?> Input)> changes)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            if (!ReferenceEquals(changes[i].Input, request) && TextOf(changes[i].Input) is not null)
            {
                Add(i, Problem.Of(ProblemCode.RequestIdNested, RequestId));
            }
        }

        if (TextOf(request) is not { } text)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out var id))
        {
            return id;
        }

        Add(DraftProblem.WholeRequest, Problem.Of(
            ProblemCode.Malformed, RequestId, ("form", "6f9619ff-8b86-4011-b42d-00c04fc964ff")));
        return null;

        static string? TextOf(IDictionary<string, object?> input) =>
            input.TryGetValue(RequestId, out var given) ? given as string : null;
    }

    private RecordId Announce(int position, RecordModel model, IDictionary<string, object?> input)
    {
        var id = session.NewId(model.Kind);
        if (!input.TryGetValue(Label, out var given) || given is not string label)
        {
            return id;
        }

        if (!Word().IsMatch(label))
        {
            Add(position, Problem.Of(ProblemCode.Malformed, Label, ("form", "anna-1")));
        }
        else if (!_labels.TryAdd(label, id))
        {
            Add(position, Problem.Of(ProblemCode.LabelTaken, Label, ("label", label)));
        }

        return id;
    }

    private Draft Read(int position, NamedChange change, IDictionary<string, object?> input, RecordId created)
    {
        if (change.Operation == WriteOperation.Create)
        {
            var isNode = change.Model.IsNode;
            return new Draft.Create(
                created,
                isNode ? default : IdOf(position, (string)input["fromId"]!, "fromId"),
                isNode ? default : IdOf(position, (string)input["toId"]!, "toId"),
                ValuesOf(position, change.Model, input));
        }

        var id = IdOf(position, (string)input["id"]!, "id");
        if (!id.IsNone && id.Kind != change.Model.Kind)
        {
            Add(position, Problem.Of(ProblemCode.WrongKind, "id", ("allowed", change.Model.Name)));
        }

        var version = (int)input["version"]!;
        return change.Operation == WriteOperation.Update
            ? new Draft.Update(id, version, ValuesOf(position, change.Model, input))
            : new Draft.Delete(id, version);
    }

    private List<KeyValuePair<PropertyModel, PropertyValue>> ValuesOf(
        int position, RecordModel model, IDictionary<string, object?> input)
    {
        var values = new List<KeyValuePair<PropertyModel, PropertyValue>>();
        foreach (var property in WritableProperties.Of(model))
        {
            // Left out is one thing, null another.
            if (!input.TryGetValue(property.Name, out var given))
            {
                continue;
            }

            if (InputValues.Read(property, given, property.Name, Resolve, out var value) is { } problem)
            {
                Add(position, problem);
            }
            else
            {
                values.Add(new(property, value));
            }
        }

        return values;
    }

    private RecordId IdOf(int position, string text, string path)
    {
        if (Resolve(text, path, out var id) is { } problem)
        {
            Add(position, problem);
        }

        return id;
    }

    // An id, or the label of a record that the same request makes.
    private Problem? Resolve(string text, string path, out RecordId id)
    {
        if (!text.StartsWith('#'))
        {
            return RecordId.TryParse(text, out id)
                ? null
                : Problem.Of(ProblemCode.Malformed, path, ("form", "emp_0c5k2v8q0004g"));
        }

        return _labels.TryGetValue(text[1..], out id)
            ? null
            : Problem.Of(ProblemCode.LabelUnknown, path, ("label", text[1..Math.Min(text.Length, ShownMax)]));
    }

    private void Add(int position, Problem problem) => _problems.Add(new DraftProblem(position, problem));

    [GeneratedRegex("^[A-Za-z0-9_-]{1,60}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
