using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;
using RelationshipGraph.Text;

namespace RelationshipGraph.Api.Graph;

/// <summary>Reads what <see cref="FilterTypes"/> offers into the conditions that a session takes.</summary>
internal static class FilterReading
{
    private const string Argument = "filter";

    /// <summary>The condition on a record; null: none.</summary>
    /// <exception cref="RequestException">A value is not one that the property could have; the path says where.</exception>
    public static RecordFilter? Read(RecordModel model, IDictionary<string, object?>? given) =>
        given is null ? null : OfRecord(model, given, Argument);

    /// <summary>The conditions on a relationship and on the node at its other end; null: none.</summary>
    /// <exception cref="RequestException">A value is not one that the property could have; the path says where.</exception>
    public static (RecordFilter? Edge, ValueList<RecordFilter.EndFilter>? End) Read(
        EdgeSide side, IDictionary<string, object?>? given) =>
        given is null ? (null, null) : OfEdge(side, given, Argument);

    private static (RecordFilter? Edge, ValueList<RecordFilter.EndFilter>? End) OfEdge(
        EdgeSide side, IDictionary<string, object?> given, string path)
    {
        var end = given.TryGetValue("node", out var node) && node is IDictionary<string, object?> nodes
            ? OfEnd(side.EndKinds, nodes, $"{path}.node")
            : null;
        return (OfRecord(side.Relationship, given.Where(g => g.Key != "node"), path), end);
    }

    private static ValueList<RecordFilter.EndFilter>? OfEnd(
        IReadOnlyList<RecordKind> kinds, IDictionary<string, object?> given, string path)
    {
        if (kinds is [var only])
        {
            return [new RecordFilter.EndFilter(only, OfRecord(GraphModel.Of(only), given, path))];
        }

        var ends = new List<RecordFilter.EndFilter>();
        foreach (var kind in kinds)
        {
            var name = CodeNames.Camel(kind.ToString());
            if (given.TryGetValue(name, out var value) && value is IDictionary<string, object?> condition)
            {
                ends.Add(new RecordFilter.EndFilter(kind, OfRecord(GraphModel.Of(kind), condition, $"{path}.{name}")));
            }
        }

        return ends.Count == 0 ? null : ValueList.From(ends);
    }

    private static RecordFilter? OfRecord(RecordModel model, IEnumerable<KeyValuePair<string, object?>> given, string path)
    {
        var terms = new List<RecordFilter>();
        foreach (var (name, value) in given)
        {
            var at = $"{path}.{name}";
            switch (name, value)
            {
                case (_, null):
                    break;
                case ("and", _):
                    terms.Add(new RecordFilter.And(Terms(model, value, at)));
                    break;
                case ("or", _):
                    terms.Add(new RecordFilter.Or(Terms(model, value, at)));
                    break;
                case ("not", _):
                    terms.Add(new RecordFilter.Not(Term(model, value, at)));
                    break;
                case ("matches", string text):
                    terms.Add(new RecordFilter.Matches(Words(text, at)));
                    break;
                default:
                    var field = FilterField.Of(model)[name];
                    terms.AddRange(field.Property is { } property
                        ? PropertyOperators.Read(property, (IDictionary<string, object?>)value, at)
                        : OfRelated(field.Side!, (IDictionary<string, object?>)value, at));
                    break;
            }
        }

        return terms.Count switch
        {
            0 => null,
            1 => terms[0],
            _ => new RecordFilter.And(ValueList.From(terms)),
        };
    }

    private static ValueList<RecordFilter> Terms(RecordModel model, object value, string path)
    {
        var position = 0;
        return ValueList.From(((IEnumerable<object?>)value).Select(term =>
            Term(model, term!, string.Create(CultureInfo.InvariantCulture, $"{path}.{position++}"))));
    }

    // What asks for nothing holds for every record.
    private static RecordFilter Term(RecordModel model, object value, string path) =>
        OfRecord(model, (IDictionary<string, object?>)value, path) ?? new RecordFilter.And([]);

    private static ValueList<string> Words(string text, string path)
    {
        var words = ValueList.From(SearchText.Tokens(text));
        return words.Count is > 0 and <= Limits.SearchWordsMax
            ? words
            : throw new RequestException(Problem.Of(
                ProblemCode.SearchTooShort, path, ("max", Limits.SearchWordsMax.ToString(CultureInfo.InvariantCulture))));
    }

    private static IEnumerable<RecordFilter> OfRelated(EdgeSide side, IDictionary<string, object?> given, string path)
    {
        foreach (var (name, value) in given)
        {
            if (value is IDictionary<string, object?> condition)
            {
                var (edge, end) = OfEdge(side, condition, $"{path}.{name}");
                var quantifier = name switch
                {
                    "some" => Quantifier.Some,
                    "none" => Quantifier.None,
                    _ => Quantifier.All,
                };
                yield return new RecordFilter.Related(side.Relationship.Kind, side.Direction, quantifier, edge, end);
            }
        }
    }
}
