using System.Globalization;
using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using RelationshipGraph.Model;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>Writes values for the schema's inputs: filters and orders of any shape, and changes that could be meant.</summary>
internal sealed class InputWriter(Vocabulary words, Viewer viewer, Coverage coverage)
{
    private static readonly string[] Operations = ["create", "update", "delete"];

    // Few, so that some are sent again, with the same or with something else.
    private static readonly string[] RequestIds =
    [
        "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002", "no UUID",
    ];

    /// <summary>Whether only changes are written that will be refused, for whoever asks.</summary>
    public bool IsStale { get; set; }

    /// <summary>A value of an input type, as GraphQL writes it.</summary>
    public string Value(IGraphType type, int depth = 0) => type switch
    {
        NonNullGraphType inner => Value(inner.ResolvedType!, depth),
        ListGraphType list => $"[{string.Join(", ", Few(_ => Value(list.ResolvedType!, depth)))}]",
        EnumerationGraphType words => Word(words),
        InputObjectGraphType input => Written(Fields(input, depth)),
        _ => Scalar(type.Name),
    };

    /// <summary>
    /// Whether a mutation could show the viewer what was hidden before, so that two worlds rightly differ after it.
    /// </summary>
    public static bool MayReveal(string mutation) => KindOf(mutation)?.Kind is RecordKind.InDepartment;

    /// <summary>The input of a mutation.</summary>
    public string Change(string mutation, IGraphType type) => Change(mutation, type, isNested: false);

    private string Change(string mutation, IGraphType type, bool isNested)
    {
        var input = (InputObjectGraphType)type.GetNamedType();
        if (KindOf(mutation) is { } model)
        {
            return ChangeOf(mutation, model, input, isNested);
        }

        if (input.Fields.Find("changes") is not { } list)
        {
            return Step(input);
        }

        var change = (InputObjectGraphType)list.ResolvedType!.GetNamedType();
        var offered = change.Fields.Where(field => !MayReveal(field.Name)).ToList();
        var changes = Enumerable.Range(0, words.Random.Next(1, 4)).Select(_ =>
        {
            var one = words.Pick(offered);
            return $"{{{one.Name}: {Change(one.Name, one.ResolvedType!, isNested: true)}}}";
        });
        var request = words.Chance(20) ? $"requestId: {RequestId()}, " : string.Empty;
        return $"{{{request}changes: [{string.Join(", ", changes)}]}}";
    }

    private static RecordModel? KindOf(string mutation) =>
        Operations.FirstOrDefault(o => mutation.StartsWith(o, StringComparison.Ordinal)) is { } operation
            ? GraphModel.Find(mutation[operation.Length..])
            : null;

    /// <summary>A step of an introduction.</summary>
    private string Step(InputObjectGraphType input)
    {
        var introduction = GraphModel.Of(RecordKind.Introduction);
        return Written(input.Fields
            .Where(field => field.ResolvedType is NonNullGraphType || words.Chance(field.Name == "requestId" ? 10 : 50))
            .Select(field => (field.Name, field.Name switch
            {
                "outcomeId" => Quoted(words.IdOf(RecordKind.Outcome).ToString()),
                "askerId" when !viewer.Employee.IsNone && words.Chance(50) => Quoted(viewer.Employee.ToString()),
                _ => Property(field, introduction, introduction.Find(field.Name)),
            }))
            .ToList());
    }

    private string ChangeOf(string mutation, RecordModel model, InputObjectGraphType input, bool isNested)
    {
        var given = new List<(string, string)>();
        foreach (var field in input.Fields)
        {
            var isCreate = mutation.StartsWith("create", StringComparison.Ordinal);
            var property = model.Find(field.Name);
            var often = property?.IsRequired == true && isCreate ? 95 : field.Name is "ownerId" or "visibility" ? 40 : 12;
            var isWanted = field.ResolvedType is NonNullGraphType || words.Chance(often);

            // A network or company that is no longer sensitive shows what was hidden, and rightly.
            var isHere = field.Name is not ("label" or "source" or "externalId" or "isSensitive")
                && !(isNested && field.Name == "requestId" && words.Chance(95));
            if (isWanted && isHere)
            {
                given.Add((field.Name, Property(field, model, property)));
            }
        }

        return Written(given);
    }

    private string Property(FieldType field, RecordModel model, PropertyModel? property) => field.Name switch
    {
        "id" => Quoted(words.IdOf(model.Kind).ToString()),
        "version" => !IsStale && words.Chance(85) ? "1" : "777",
        "fromId" => Quoted(End(model.FromKinds)),
        "toId" => Quoted(End(model.ToKinds)),
        "ownerId" => words.Chance(60) && !viewer.Employee.IsNone
            ? Quoted(viewer.Employee.ToString())
            : Quoted(words.IdOf(RecordKind.Employee).ToString()),
        "requestId" => RequestId(),
        _ when property?.Type == PropertyType.Id => Quoted(words.IdOf(words.Pick(property.Refers)).ToString()),
        _ when property?.Type == PropertyType.IdList => $"[{Quoted(words.IdOf(words.Pick(property.Refers)).ToString())}]",
        _ => Value(field.ResolvedType!),
    };

    private string RequestId() => Quoted(RequestIds[words.Random.Next(RequestIds.Length)]);

    private string End(IReadOnlyList<RecordKind> kinds) =>
        kinds.Contains(RecordKind.Employee) && !viewer.Employee.IsNone && words.Chance(40)
            ? viewer.Employee.ToString()
            : words.IdOf(words.Pick(kinds)).ToString();

    private IEnumerable<(string Name, string Value)> Fields(InputObjectGraphType input, int depth)
    {
        var required = input.Fields.Where(field => field.ResolvedType is NonNullGraphType && field.DefaultValue is null).ToList();
        var offered = input.Fields.Except(required).Where(field => depth < 4 || IsPlain(field.ResolvedType!)).ToList();
        var wanted = new List<FieldType>(required);
        if (offered.Count > 0 && (required.Count == 0 || words.Chance(60)))
        {
            // Every other condition of a list is on relationships, where it has some.
            var related = offered.Where(field => IsRelated(field.ResolvedType!)).ToList();
            wanted.Add(related.Count > 0 && words.Chance(50) ? words.Pick(related) : words.Pick(offered));
            if (words.Chance(15))
            {
                wanted.Add(words.Pick(offered));
            }
        }

        foreach (var field in wanted.Distinct())
        {
            if (field.Name is "some" or "none" or "all" && IsRelated(input))
            {
                coverage.Quantifiers.Add(field.Name);
            }

            yield return (field.Name, Value(field.ResolvedType!, depth + 1));
        }
    }

    private static bool IsPlain(IGraphType type) =>
        type.GetNamedType() is not InputObjectGraphType input
        || input.Fields.All(field => field.Name is not ("and" or "some"));

    private static bool IsRelated(IGraphType type) =>
        type.GetNamedType().Name.EndsWith("RelatedFilter", StringComparison.Ordinal);

    private string Word(EnumerationGraphType type)
    {
        var word = words.Pick(type.Values.Select(value => value.Name).ToList());
        if (type.Name == "OrderDirection")
        {
            coverage.Directions.Add(word);
        }

        return word;
    }

    private string Scalar(string type) => type switch
    {
        "ID" => Quoted(words.Id().ToString()),
        "Int" or "Long" => words.Random.Next(5).ToString(CultureInfo.InvariantCulture),
        "Float" => words.Pick(["0", "0.1", "0.25", "0.5", "1"]),
        "Boolean" => words.Chance(50) ? "true" : "false",
        "Date" => Quoted(words.Day()),
        "DateTime" => Quoted(words.Day() + "T10:00:00Z"),
        _ => Quoted(words.Words()),
    };

    private IEnumerable<string> Few(Func<int, string> make) => Enumerable.Range(0, words.Random.Next(1, 3)).Select(make);

    private static string Written(IEnumerable<(string Name, string Value)> fields) =>
        $"{{{string.Join(", ", fields.Select(field => $"{field.Name}: {field.Value}"))}}}";

    // A string of JSON is one of GraphQL.
    public static string Quoted(string text) => JsonSerializer.Serialize(text);
}
