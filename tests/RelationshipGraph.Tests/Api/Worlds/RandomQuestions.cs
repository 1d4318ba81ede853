using GraphQL;
using GraphQL.Types;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;
using RelationshipGraph.Tests.Api.Graph;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Api.Worlds;

/// <summary>Random questions to the API, of every root field, about records that are there and some that are not.</summary>
/// <param name="generator">Where values come from.</param>
/// <param name="records">What there is to ask about.</param>
/// <param name="hidden">Those that the viewer may not see.</param>
/// <param name="withPaths">Whether paths are asked for.</param>
internal sealed class RandomQuestions(
    RecordGenerator generator, IReadOnlyList<Record> records, IReadOnlyList<Record> hidden, bool withPaths)
{
    private static readonly string[] Days = ["2025-12-25", "2026-01-05", "2026-01-15", "2026-02-01"];

    private readonly RandomValues _values = generator.Values;

    /// <summary>One question.</summary>
    public string Next() => generator.Random.Next(12) switch
    {
        0 => $"{{ node(id: \"{AnyId()}\"{AsOf()}) {{ {Any()} }} }}",
        1 => $"{{ nodes(ids: [{Ids()}]) {{ {Any()} }} }}",
        2 => $"{{ search(text: {Quoted(_values.Text())}, first: {Rows()}) "
            + $"{{ nodes {{ {Any()} }} pageInfo {{ hasNextPage }} }} }}",
        3 => Change(),
        4 or 5 when withPaths => Paths(),
        _ => $"{{ {List(_values.Pick(GraphModel.Nodes))} }}",
    };

    /// <summary>A page of a list from a cursor on, for walks.</summary>
    public static string Page(RecordModel model, string order, string? after) =>
        $"{{ {model.Plural}(first: 3, orderBy: {{ {order} }}, after: {(after is null ? "null" : $"\"{after}\"")}) "
            + "{ totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }";

    private string List(RecordModel model) =>
        $"{model.Plural}({Arguments(model, null)}{AsOf()}) "
            + "{ totalCount pageInfo { hasNextPage hasPreviousPage endCursor } "
            + $"edges {{ cursor node {{ {Selection(model, 2)} }} }} }}";

    private string Any()
    {
        var model = _values.Pick(GraphModel.Kinds);
        return $"__typename id ... on {model.Name} {{ {Selection(model, 1)} }}";
    }

    private string Selection(RecordModel model, int depth)
    {
        var plain = OpenGraph.TypeOf(model.Name).Fields.Where(f => f.Arguments is not { Count: > 0 }).ToArray();
        var chosen = Enumerable.Range(0, 5).Select(_ => _values.Pick(plain)).DistinctBy(f => f.Name).Select(FieldOf);
        var sides = model.IsNode && depth > 0 ? EdgeSide.At(model.Kind).ToArray() : [];
        var lists = sides.Length == 0
            ? []
            : Enumerable.Range(0, 2).Select(_ => _values.Pick(sides)).Distinct().Select(side => Edges(side, depth));
        return "id " + string.Join(' ', chosen.Concat(lists));
    }

    private static string FieldOf(FieldType field) => field.ResolvedType!.GetNamedType() switch
    {
        ScalarGraphType => field.Name,
        ObjectGraphType { Name: nameof(Permission) } => field.Name + " { channel basis }",
        ObjectGraphType { Name: nameof(StrategyWish) } => field.Name + " { department { id name } segments { id } }",
        _ => field.Name + " { ... on Node { id } }",
    };

    private string Edges(EdgeSide side, int depth)
    {
        var node = side.EndKinds is [var only] ? Selection(GraphModel.Of(only), depth - 1) : "... on Node { __typename id }";
        return $"{side.Name}({Arguments(side.Relationship, side)}) "
            + "{ totalCount pageInfo { hasNextPage } nodes { ... on Node { id } } "
            + $"edges {{ id version node {{ {node} }} }} }}";
    }

    private string Arguments(RecordModel model, EdgeSide? side)
    {
        var orders = model.Properties.Where(p => p.IsOrderable).Select(p => p.Column.ToUpperInvariant()).Append("ID").ToArray();
        var order = _values.Chance(50)
            ? $", orderBy: {{ field: {_values.Pick(orders)}, direction: {(_values.Chance(50) ? "ASC" : "DESC")} }}"
            : string.Empty;
        var filter = _values.Chance(50) ? $", filter: {{ {Filter(model, side, 2)} }}" : string.Empty;
        var history = _values.Chance(40) ? ", history: true" : string.Empty;
        return $"{(_values.Chance(70) ? "first" : "last")}: {Rows()}{order}{filter}{history}";
    }

    private string Filter(RecordModel model, EdgeSide? side, int depth)
    {
        if (side is not null && _values.Chance(40))
        {
            var kind = _values.Pick(side.EndKinds);
            var condition = Filter(GraphModel.Of(kind), null, depth - 1);
            return side.EndKinds.Count == 1
                ? $"node: {{ {condition} }}"
                : $"node: {{ {CodeNames.Camel(kind.ToString())}: {{ {condition} }} }}";
        }

        if (depth > 0 && _values.Chance(25))
        {
            var term = Filter(model, null, depth - 1);
            var second = Filter(model, null, 0);
            return _values.Pick([$"not: {{ {term} }}", $"or: [{{ {term} }}, {{ {second} }}]", $"and: [{{ {term} }}]"]);
        }

        var (name, field) = _values.Pick(FilterField.Of(model).ToArray());
        if (field.Side is { } related)
        {
            var quantifier = _values.Pick(["some", "none", "all"]);
            var condition = depth == 0 ? string.Empty : Filter(related.Relationship, related, depth - 1);
            return $"{name}: {{ {quantifier}: {{ {condition} }} }}";
        }

        return $"{name}: {{ {Comparison(field.Property!)} }}";
    }

    private string Comparison(PropertyModel property) => property.Type switch
    {
        PropertyType.Code => $"{_values.Pick(["eq", "ne"])}: {_values.Pick(property.Codes).Name}",
        PropertyType.Id => $"eq: \"{AnyId()}\"",
        PropertyType.Text => $"{_values.Pick(["eq", "gt", "lte", "startsWith"])}: {Quoted(_values.Text())}",
        PropertyType.Date => $"{_values.Pick(["lt", "gte"])}: \"{_values.Pick(Days)}\"",
        PropertyType.Boolean => "eq: true",
        PropertyType.Integer or PropertyType.Number => "gt: 3",
        PropertyType.IdList => $"has: \"{AnyId()}\"",
        _ => $"exists: {(_values.Chance(50) ? "true" : "false")}",
    };

    // Something that fails in every world: what it changes is hidden or not there.
    private string Change()
    {
        var target = _values.Pick(hidden).Id;
        var kind = GraphModel.Of(target);
        var visible = generator.Named(RecordKind.Contact);
        const string Errors = "{ errors { ... on Error { code message path arguments { name value } } } }";
        return kind.IsDerived
            ? "{ viewer { employee { name } roles actor } }"
            : _values.Pick(
            [
                $"mutation {{ update{kind.Name}(input: {{ id: \"{target}\", version: 1 }}) {Errors} }}",
                $"mutation {{ delete{kind.Name}(input: {{ id: \"{target}\", version: 2 }}) {Errors} }}",
                $"mutation {{ createKnows(input: {{ fromId: \"{visible}\", toId: \"{target}\" }}) {Errors} }}",
            ]);
    }

    private string Paths()
    {
        var people = records.Where(r => r is Person).ToArray();
        var to = _values.Pick([.. people, .. records.OfType<Company>()]).Id;
        var from = _values.Chance(50) ? "anyEmployee: true" : $"from: \"{_values.Pick(people).Id}\"";
        return $"{{ introductionPaths(to: \"{to}\", {from}, first: {Rows()}{AsOf()}) "
            + "{ ending missing paths { score band start { id } closedStep { from { id } } "
            + "hops { strength from { id } to { id } via { __typename ... on TieVia { knows { id } } "
            + "... on GroupVia { memberCount overlapFrom group { ... on Node { id } } fromMembership { id } } } } } } }";
    }

    private string AsOf() => _values.Chance(25) ? $", asOf: \"{_values.Pick(Days)}\"" : string.Empty;

    private int Rows() => 1 + generator.Random.Next(6);

    private RecordId AnyId() => _values.Pick(records).Id;

    private string Ids() => string.Join(", ", Enumerable.Range(0, 6).Select(_ => $"\"{AnyId()}\""));

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
