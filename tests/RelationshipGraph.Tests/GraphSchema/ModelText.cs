using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text;
using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.GraphSchema;

/// <summary>Prints the model for readers.</summary>
internal sealed class ModelText
{
    private const string Begin = """
        # The model

        Printed from the records in `src/RelationshipGraph.Core/Model`; a test keeps it true. Change the records, not this page.

        - **Types.** Dates are calendar days (stored as days since 1970-01-01), instants are UTC to the millisecond, ids are
          opaque, codes are words of a fixed set (see the end), documents are small structured values. Text is kept in NFC.
        - **Required** means that no record is without it. A list is never absent, only empty.
        - **Found** says what one can do with a property: *name* (what the record is called: searched, listed by the Danish sort
          key), *searched* (text search looks there), *ordered* (pages may be ordered by it), *moment* (when it happened),
          *not filtered*.
        - **Written by** names the roles beside the administrator; *own* means employees, for the records that are their own.
        """;

    private static readonly int OfRecords = CountOf(typeof(Record));
    private static readonly int OfRelationships = CountOf(typeof(Relationship));

    private readonly StringBuilder _text = new();

    /// <summary>The whole page, with line feeds.</summary>
    public static string Print()
    {
        var page = new ModelText();
        page.AppendBegin();
        page.AppendKinds("Nodes", GraphModel.Nodes, model => $"`{model.Label}`");
        page.AppendKinds("Relationships", GraphModel.Relationships, model => $"`{model.Label}` {EndsOf(model)}");
        page.AppendDocuments();
        page.AppendCodes();
        return page._text.ToString();
    }

    private void AppendBegin()
    {
        _text.Append(Begin.ReplaceLineEndings("\n")).Append("\n\n");
        AppendPrivacy();
        AppendCommon("Every record", GraphModel.Kinds[0].Properties.Take(OfRecords));
        AppendCommon("Every relationship", GraphModel.Relationships[0].Properties.Skip(OfRecords).Take(OfRelationships));
    }

    private void AppendPrivacy()
    {
        Line("| privacy | meaning |");
        Line("|---|---|");
        foreach (var privacy in Enum.GetValues<Privacy>())
        {
            Line($"| {privacy} | {MeaningOf(privacy)} |");
        }

        Line();
    }

    private void AppendCommon(string title, IEnumerable<PropertyModel> properties)
    {
        Line($"## {title}");
        Line();
        AppendProperties(properties);
    }

    private void AppendKinds(string title, IReadOnlyList<RecordModel> kinds, Func<RecordModel, string> headline)
    {
        Line($"# {title}");
        Line();
        foreach (var model in kinds)
        {
            Line($"## {model.Name}");
            Line();
            Line($"{headline(model)}. {model.Meaning}");
            Line();
            Line($"Counts: {TimeOf(model)}. Written by: {WritersOf(model)}. Table: `{model.Table}`.{NamesOf(model)}");
            Line();
            AppendProperties(model.Properties.Skip(model.IsNode ? OfRecords : OfRecords + OfRelationships));
        }
    }

    private void AppendDocuments()
    {
        Line("# Documents");
        Line();
        var documents = GraphModel.Kinds.SelectMany(model => model.Properties).Select(property => property.Document)
            .OfType<DocumentModel>().DistinctBy(document => document.Name)
            .OrderBy(document => document.Name, StringComparer.Ordinal);
        foreach (var document in documents)
        {
            Line($"## {document.Name}");
            Line();
            AppendProperties(document.Properties);
        }
    }

    private void AppendCodes()
    {
        Line("# Codes");
        var coded = GraphModel.Kinds.SelectMany(model => model.Properties)
            .SelectMany(property => property.Document?.Properties ?? [property])
            .Where(property => property.CodeType is not null)
            .DistinctBy(property => property.CodeType)
            .OrderBy(property => property.CodeType, StringComparer.Ordinal);
        foreach (var property in coded)
        {
            Line();
            Line($"## {property.CodeType}");
            Line();
            Line("| word | meaning |");
            Line("|---|---|");
            foreach (var code in property.Codes)
            {
                Line($"| `{code.Name}` | {code.Meaning} |");
            }
        }
    }

    private void AppendProperties(IEnumerable<PropertyModel> properties)
    {
        var rows = properties.ToList();
        if (rows.Count == 0)
        {
            Line("No properties of its own.");
            Line();
            return;
        }

        Line("| property | type | required | range | privacy | found | meaning |");
        Line("|---|---|---|---|---|---|---|");
        foreach (var property in rows)
        {
            var required = property.IsNullable || property.IsList ? "" : "yes";
            var found = string.Join(", ", UsesOf(property));
            Line($"| `{property.Name}` | {TypeOf(property)} | {required} | {RangeOf(property)} | {property.Privacy} | {found}"
                + $" | {property.Meaning} |");
        }

        Line();
    }

    private void Line(string text = "") => _text.Append(text).Append('\n');

    // The properties of a base type stand first in every kind that has it.
    private static int CountOf(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Count(property => property.GetCustomAttribute<PropertyAttribute>() is not null);

    private static string TypeOf(PropertyModel property)
    {
        var type = property.Type switch
        {
            PropertyType.Code => $"code {property.CodeType}",
            PropertyType.CodeList => $"list of code {property.CodeType}",
            PropertyType.TextList => "list of text",
            PropertyType.IdList => "list of id",
            PropertyType.Documents => $"list of {property.Document!.Name}",
            var other => other.ToString().ToLowerInvariant(),
        };
        var refers = property.Refers.Count == 0 ? "" : $" of {string.Join(" or ", property.Refers)}";
        var format = property.Format == TextFormat.Plain ? "" : $" ({property.Format.ToString().ToLowerInvariant()})";
        var unit = property.Unit is null ? "" : $", {property.Unit}";
        return type + refers + format + unit;
    }

    private static string RangeOf(PropertyModel property)
    {
        if (property.Type is PropertyType.Text or PropertyType.TextList)
        {
            return string.Create(CultureInfo.InvariantCulture, $"≤ {property.LengthMax} characters");
        }

        return property.Type is PropertyType.Integer or PropertyType.Number
            ? (Bound(property.Min, int.MinValue), Bound(property.Max, int.MaxValue)) switch
            {
                (null, null) => "",
                ({ } min, null) => $"≥ {min}",
                (null, { } max) => $"≤ {max}",
                var (min, max) => $"{min} to {max}",
            }
            : "";

        static string? Bound(double value, double none) =>
            double.IsInfinity(value) || value == none ? null : value.ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> UsesOf(PropertyModel property)
    {
        if (property.IsName)
        {
            yield return "name";
        }
        else if (property.IsSearched)
        {
            yield return "searched";
        }

        if (property.IsMoment)
        {
            yield return "moment";
        }

        if (property.IsOrderable && !property.IsName)
        {
            yield return "ordered";
        }

        if (property.IsStep)
        {
            yield return "by steps";
        }

        if (!property.IsFilterable)
        {
            yield return "not filtered";
        }
    }

    private static string EndsOf(RecordModel model) =>
        $"from {string.Join(" or ", model.FromKinds)} to {string.Join(" or ", model.ToKinds)}";

    private static string NamesOf(RecordModel model) => model.IsNode
        ? ""
        : model.IsUndirected ? $" Called `{model.Outgoing}` from both ends."
        : $" Called `{model.Outgoing}` from its start, `{model.Incoming}` from its end.";

    private static string TimeOf(RecordModel model) => model.Time switch
    {
        TimeRule.Period => "on the days from `from` until, not including, `until`; unknown is open",
        TimeRule.Moment => $"from the day of `{model.Moment!.Name}`",
        _ => "always",
    };

    private static string WritersOf(RecordModel model)
    {
        if (model.IsDerived)
        {
            return "the product alone";
        }

        var roles = Enum.GetValues<Roles>().Where(role => role != 0 && model.Writers.HasFlag(role))
            .Select(role => role.ToString().ToLowerInvariant());
        var writers = string.Join(", ", model.IsOwnWritable ? roles.Append("own") : roles);
        return writers.Length == 0 ? "administrator only" : writers;
    }

    private static string MeaningOf(Privacy privacy) =>
        typeof(Privacy).GetField(privacy.ToString())!.GetCustomAttribute<DescriptionAttribute>()!.Description;
}
