using System.Text;
using RelationshipGraph.Importing.Tables;
using RelationshipGraph.Model;
using RelationshipGraph.Text;

namespace RelationshipGraph.Tests.Importing;

/// <summary>A graph with records of every kind and values of every type, from a seed.</summary>
internal sealed class GraphOfAllKinds
{
    private static readonly string[] Letters =
    [
        "a", "B", "æ", "Ø", "å", "é", "ß", "\"", "\\", "/", "<", "&", "'", "+", " ", "\n", "\t", "\u0001", "\u007f", "\u00a0",
        "\u2028", "\ufeff", "ﬁ", "한", "ش", "😀", "1", "9", ",", "|", "{", "=", "e\u0301", "q\u0307\u0323",
    ];

    private readonly Random _random;
    private readonly int _perKind;
    private readonly Dictionary<RecordKind, List<RecordId>> _ids = [];
    private int _names;

    public GraphOfAllKinds(int seed, int perKind)
    {
        _random = new Random(seed);
        _perKind = perKind;
        var ids = new RecordIds(Some.TimeAt(Some.Now), new Random(seed));
        foreach (var model in GraphModel.Kinds)
        {
            _ids[model.Kind] = [.. Enumerable.Range(0, _perKind).Select(_ => ids.Next(model.Kind))];
        }

        Records = [.. GraphModel.Kinds.SelectMany(model => _ids[model.Kind].Select(id => Make(model, id)))];
    }

    /// <summary>The records, nodes first.</summary>
    public IReadOnlyList<Record> Records { get; }

    private Record Make(RecordModel model, RecordId id)
    {
        var hasKey = _random.Next(3) > 0;
        var hasOwner = _random.Next(2) == 0;
        var values = new PropertyValue[model.Properties.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var property = model.Properties[i];
            values[i] = property.Name switch
            {
                "id" => PropertyValue.Of(id),
                "source" => hasKey ? PropertyValue.Of("kilde") : default,
                "externalId" => hasKey ? PropertyValue.Of($"{Words(8)}{_names++}") : default,
                "ownerId" => hasOwner ? PropertyValue.Of(Any(RecordKind.Employee)) : default,
                "visibility" => PropertyValue.Of(VisibilityOf(model, hasOwner)),
                "fromId" => PropertyValue.Of(Any(model.FromKinds[_random.Next(model.FromKinds.Count)])),
                "toId" => PropertyValue.Of(Any(model.ToKinds[_random.Next(model.ToKinds.Count)])),
                _ => property.IsRequired || !property.IsNullable || _random.Next(2) == 0 ? Value(property) : default,
            };
            Assert.Null(PropertyCheck.Of(property, values[i])?.Under(model.Name));
        }

        return model.Build(values);
    }

    private string VisibilityOf(RecordModel model, bool hasOwner) => _random.Next(4) switch
    {
        1 when !model.IsNode => "DISCREET",
        2 when hasOwner => "TEAM",
        3 when hasOwner => "OWNER",
        _ => "EVERYONE",
    };

    private PropertyValue Value(PropertyModel property) => property.Type switch
    {
        PropertyType.Text => PropertyValue.Of(TextOf(property)),
        PropertyType.Code => PropertyValue.Of(property.Codes[_random.Next(property.Codes.Count)].Name),
        PropertyType.Integer => PropertyValue.Of(
            (long)Math.Clamp(_random.NextInt64(-1_000, 1_000_000), property.Min, Math.Min(property.Max, 1e15))),
        PropertyType.Number => PropertyValue.Of(NumberOf(property)),
        PropertyType.Boolean => PropertyValue.Of(_random.Next(2) == 0),
        PropertyType.Date => PropertyValue.Of(new DateOnly(1, 1, 1).AddDays(_random.Next(3_652_058))),
        PropertyType.Instant => PropertyValue.Of(
            DateTimeOffset.FromUnixTimeMilliseconds(_random.NextInt64(-62_135_596_800_000, 253_402_300_799_999))),
        PropertyType.Id => PropertyValue.Of(OneOf(property)),
        PropertyType.TextList => SourceRow.ListOf(Several(() => TextOf(property))),
        PropertyType.CodeList => SourceRow.ListOf(Several(() => property.Codes[_random.Next(property.Codes.Count)].Name)),
        PropertyType.IdList => SourceRow.ListOf(Several(() => OneOf(property).ToString())),
        _ => Documents(property.Document!),
    };

    private PropertyValue Documents(DocumentModel document)
    {
        var entries = Several(() =>
        {
            using var stream = new MemoryStream();
            using (var json = new System.Text.Json.Utf8JsonWriter(stream, PropertyJson.Options))
            {
                json.WriteStartObject();
                foreach (var property in document.Properties)
                {
                    json.WritePropertyName(property.Name);
                    PropertyJson.Write(json, property.Type, Value(property));
                }

                json.WriteEndObject();
            }

            return Encoding.UTF8.GetString(stream.ToArray());
        });
        var texts = entries.ToList();
        return texts.Count == 0 ? default : PropertyValue.Of($"[{string.Join(",", texts)}]");
    }

    private double NumberOf(PropertyModel property)
    {
        double[] interesting = [0, 1, 0.1, 1.0 / 3, 0.30000000000000004, 5e-324, 1e21, 123456789.123, -2.5e-7, 1e15, 44_640];
        return Math.Clamp(interesting[_random.Next(interesting.Length)], property.Min, property.Max);
    }

    private string TextOf(PropertyModel property) => property.Format switch
    {
        TextFormat.Email => $"navn{_random.Next(1000)}@example.dk",
        TextFormat.Domain => $"firma{_random.Next(1000)}.dk",
        TextFormat.Currency => "EUR",
        TextFormat.Country => "SE",
        _ => "x" + Words(Math.Min(40, property.LengthMax - 1)),
    };

    private string Words(int lengthMax)
    {
        var text = new StringBuilder();
        for (var i = _random.Next(lengthMax / 3); i > 0; i--)
        {
            text.Append(Letters[_random.Next(Letters.Length)]);
        }

        return Normal.Nfc(text.ToString());
    }

    private RecordId OneOf(PropertyModel property) =>
        Any(property.Refers.Count == 0 ? RecordKind.Network : property.Refers[_random.Next(property.Refers.Count)]);

    private RecordId Any(RecordKind kind) => _ids[kind][_random.Next(_perKind)];

    private List<string> Several(Func<string> make) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => make())];
}
