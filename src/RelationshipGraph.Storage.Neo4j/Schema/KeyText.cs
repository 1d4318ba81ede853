using System.Globalization;
using RelationshipGraph.Model;

namespace RelationshipGraph.Storage.Neo4j.Schema;

/// <summary>A natural key as one text, for one unique index. Two keys never have one text.</summary>
internal static class KeyText
{
    public static string Of(NaturalKey key) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(int)key.Kind}|{key.FromId.Value}|{key.ToId.Value}|{key.Source.Length}|{key.Source}|{key.Local}");
}
