using System.Text.Json;
using RelationshipGraph.Model;
using RelationshipGraph.Text;

namespace RelationshipGraph.Storage;

/// <summary>What text search knows of a node.</summary>
/// <param name="SortKey">Its name's sort key; empty where it has no name.</param>
/// <param name="Name">Its folded name; null where it has none.</param>
/// <param name="Words">Every folded word of its searched texts once.</param>
public sealed record SearchEntry(string SortKey, string? Name, string Words)
{
    /// <summary>The entry of a node whose kind is searched.</summary>
    public static SearchEntry Of(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var model = GraphModel.Of(node.Id);
        var name = model.NameProperty?.Get(node).Text;
        var words = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in model.Properties.Where(property => property.IsSearched))
        {
            foreach (var word in Texts(property, node).SelectMany(SearchText.Tokens))
            {
                if (seen.Add(word))
                {
                    words.Add(word);
                }
            }
        }

        return new SearchEntry(
            name is null ? string.Empty : Text.SortKey.Of(name),
            name is null ? null : string.Join(' ', SearchText.Tokens(name)),
            string.Join(' ', words));
    }

    private static string[] Texts(PropertyModel property, Node node)
    {
        var value = property.Get(node);
        if (value.IsNothing)
        {
            return [];
        }

        // Brackets, commas and quotes separate words as well as anything; only escapes would become part of one.
        return property.IsList && value.Text.Contains('\\', StringComparison.Ordinal)
            ? JsonSerializer.Deserialize<string[]>(value.Text)!
            : [value.Text];
    }
}
