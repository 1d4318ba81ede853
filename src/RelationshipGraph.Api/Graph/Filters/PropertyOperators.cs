using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Api.Graph;

/// <summary>Reads the comparisons of one property.</summary>
internal static class PropertyOperators
{
    /// <summary>A condition for each operator given.</summary>
    /// <exception cref="RequestException">A value is not one that the property could have.</exception>
    public static IEnumerable<RecordFilter> Read(PropertyModel property, IDictionary<string, object?> given, string path)
    {
        foreach (var (name, value) in given)
        {
            var at = $"{path}.{name}";

            // Null would otherwise be read by some as "no value" and by others as "any value".
            yield return value is null
                ? throw Bad(at, "null compares with nothing; ask with exists")
                : Of(property, name, value, at);
        }
    }

    private static RecordFilter Of(PropertyModel property, string name, object value, string path) => name switch
    {
        Operator.Equal => Compare(property, Comparison.Equal, value, path),
        Operator.NotEqual => new RecordFilter.Not(Compare(property, Comparison.Equal, value, path)),
        Operator.Less => Compare(property, Comparison.Less, value, path),
        Operator.LessOrEqual => Compare(property, Comparison.LessOrEqual, value, path),
        Operator.Greater => Compare(property, Comparison.Greater, value, path),
        Operator.GreaterOrEqual => Compare(property, Comparison.GreaterOrEqual, value, path),
        Operator.In => new RecordFilter.In(property, Entries(value, path, (v, at) => ValueOf(property, v, at))),
        Operator.StartsWith => new RecordFilter.StartsWith(property, ValueOf(property, value, path).Text),
        Operator.Exists when value is true => new RecordFilter.Exists(property),
        Operator.Exists => new RecordFilter.Not(new RecordFilter.Exists(property)),
        Operator.Has => new RecordFilter.Has(property, EntryOf(property, value, path)),
        Operator.HasSome => new RecordFilter.Or(
            Entries(value, path, (v, at) => (RecordFilter)new RecordFilter.Has(property, EntryOf(property, v, at)))),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No filter has this operator."),
    };

    private static RecordFilter.Compare Compare(PropertyModel property, Comparison comparison, object value, string path) =>
        new(property, comparison, ValueOf(property, value, path));

    private static ValueList<T> Entries<T>(object value, string path, Func<object, string, T> read)
    {
        var position = 0;
        return ValueList.From(((IEnumerable<object?>)value).Select(entry =>
            read(entry!, string.Create(CultureInfo.InvariantCulture, $"{path}.{position++}"))));
    }

    private static PropertyValue ValueOf(PropertyModel property, object value, string path) =>
        ValueOf(property.Type, value, path);

    private static string EntryOf(PropertyModel property, object value, string path) => property.Type switch
    {
        PropertyType.IdList => ValueOf(PropertyType.Id, value, path).ToId().ToString(),
        _ => ValueOf(PropertyType.Text, value, path).Text,
    };

    private static PropertyValue ValueOf(PropertyType type, object value, string path) =>
        InputValues.TryRead(type, value, out var read) ? read : throw Bad(path, Wrong(type));

    private static string Wrong(PropertyType type) => type switch
    {
        PropertyType.Id => "this is not an id",
        PropertyType.Number => "the number is too great",
        _ => "the text is not valid Unicode",
    };

    private static RequestException Bad(string path, string reason) =>
        new(Problem.Of(ProblemCode.BadFilter, path, ("reason", reason)));
}
