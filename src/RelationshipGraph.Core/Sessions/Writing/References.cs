using System.Globalization;
using System.Text.Json;
using RelationshipGraph.Model;

namespace RelationshipGraph.Sessions;

/// <summary>One place where a record names another.</summary>
/// <param name="Path">The property; for an end <c>from</c> or <c>to</c>.</param>
/// <param name="Id">What is named.</param>
/// <param name="IsEnd">Whether it is an end of a relationship, without which it cannot be.</param>
internal readonly record struct Reference(string Path, RecordId Id, bool IsEnd);

/// <summary>The records that a record names.</summary>
internal static class References
{
    // For each kind its properties that name other records.
    private static readonly PropertyModel[][] Naming = [.. Enumerable.Range(0, 64).Select(kind => GraphModel.Kinds
        .Where(k => (int)k.Kind == kind)
        .SelectMany(k => k.Properties)
        .Where(p => p.Type is PropertyType.Id or PropertyType.IdList && p.Name != "id")
        .ToArray())];

    public static IEnumerable<Reference> Of(Record record)
    {
        foreach (var property in Naming[(int)record.Id.Kind])
        {
            var value = property.Get(record);
            if (property.Type == PropertyType.Id && !value.IsNothing && value.Integer != 0)
            {
                yield return property.Name switch
                {
                    "fromId" => new Reference("from", value.ToId(), true),
                    "toId" => new Reference("to", value.ToId(), true),
                    _ => new Reference(property.Name, value.ToId(), false),
                };
            }
            else if (!value.IsNothing && property.Type == PropertyType.IdList)
            {
                foreach (var reference in OfList(property, value.Text))
                {
                    yield return reference;
                }
            }
        }
    }

    private static IEnumerable<Reference> OfList(PropertyModel property, string text)
    {
        var position = 0;
        foreach (var entry in JsonSerializer.Deserialize<string[]>(text)!)
        {
            if (RecordId.TryParse(entry, out var id))
            {
                yield return new Reference(
                    string.Create(CultureInfo.InvariantCulture, $"{property.Name}.{position}"), id, false);
            }

            position++;
        }
    }
}
