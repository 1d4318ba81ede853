using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Api.Graph;

/// <summary>Two inputs that differ in every property, for any kind, as a client would send them.</summary>
internal sealed class SampleInput
{
    private readonly Dictionary<RecordKind, Record[]> _named;

    public SampleInput()
    {
        var employees = new Record[] { Some.Employee("Ida"), Some.Employee("Jens") };
        var contacts = new Record[] { Some.Contact("Kim"), Some.Contact("Lone") };
        _named = new()
        {
            [RecordKind.Employee] = employees,
            [RecordKind.Contact] = contacts,
            [RecordKind.Department] = [Some.Department("A"), Some.Department("B")],
            [RecordKind.Company] = [Some.Company("C"), Some.Company("D")],
            [RecordKind.Segment] = [Some.Segment("E"), Some.Segment("F")],
            [RecordKind.Network] = [Some.Network("G"), Some.Network("H")],
            [RecordKind.Seat] = [Some.Seat(), Some.Seat()],
            [RecordKind.Meeting] = [Some.Meeting(), Some.Meeting()],
            [RecordKind.Idea] = [Some.Idea(), Some.Idea()],
            [RecordKind.Insight] = [Some.Insight(), Some.Insight()],
            [RecordKind.Goal] = [Some.Goal(), Some.Goal()],
            [RecordKind.Outcome] = [Some.Outcome(), Some.Outcome()],
            [RecordKind.Lead] = [Some.Lead(), Some.Lead()],
            [RecordKind.Introduction] =
            [
                Some.Introduction(employees[0].Id, contacts[0].Id), Some.Introduction(employees[1].Id, contacts[1].Id),
            ],
            [RecordKind.StrengthFit] = [Some.StrengthFit(), Some.StrengthFit()],
        };
    }

    /// <summary>The records that the inputs name.</summary>
    public IReadOnlyList<Record> Named => [.. _named.Values.SelectMany(r => r)];

    /// <summary>A node of one of the kinds.</summary>
    public string IdOf(IReadOnlyList<RecordKind> kinds, int variant) =>
        _named[kinds[variant % kinds.Count]][variant].Id.ToString();

    /// <summary>Values for every property of an input.</summary>
    /// <param name="properties">The properties.</param>
    /// <param name="variant">0 or 1.</param>
    public Dictionary<string, object?> Of(IEnumerable<PropertyModel> properties, int variant) =>
        properties.ToDictionary(p => p.Name, p => (object?)ValueOf(p, variant));

    private object ValueOf(PropertyModel property, int variant) => property.Type switch
    {
        PropertyType.Text => TextOf(property, variant),
        PropertyType.Code => property.Name == "visibility" ? variant == 0 ? "EVERYONE" : "TEAM" : property.Codes[variant].Name,
        PropertyType.Integer => (long)Math.Min(property.Max, Math.Max(property.Min, 1) + variant),
        PropertyType.Number when property.Max <= 0 => property.Max - (.25 * (variant + 1)),
        PropertyType.Number => Math.Max(property.Min, 0) + (.25 * (variant + 1)),
        PropertyType.Boolean => variant == 0,
        PropertyType.Date => $"{(property.Name.Contains("ntil", StringComparison.Ordinal) ? 2030 : 2020)}-01-0{variant + 1}",
        PropertyType.Instant => $"2020-02-0{variant + 1}T10:11:12.013Z",
        PropertyType.Id => IdOf(property.Refers, variant),
        PropertyType.TextList => new[] { TextOf(property, variant), TextOf(property, variant + 2) },
        PropertyType.CodeList => new[] { property.Codes[variant].Name },
        PropertyType.IdList => new[] { IdOf(property.Refers, variant) },
        _ => new[] { Of(property.Document!.Properties, variant) },
    };

    private static string TextOf(PropertyModel property, int variant) => property.Format switch
    {
        TextFormat.Email => $"navn{variant}@eksempel.dk",
        TextFormat.Domain => $"eksempel{variant}.dk",
        TextFormat.Currency => variant == 0 ? "EUR" : "SEK",
        TextFormat.Country => variant == 0 ? "SE" : "NO",
        _ => $"{property.Name} \"æøå\" {variant}",
    };
}
