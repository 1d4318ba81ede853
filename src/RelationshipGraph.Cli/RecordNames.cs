using RelationshipGraph.Model;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;
using RelationshipGraph.Text;

namespace RelationshipGraph.Cli;

/// <summary>Finds the record that a user means: by id, by <c>source:externalId</c>, or by its exact name.</summary>
internal static class RecordNames
{
    /// <summary>Matches that are told; more than these help nobody choose.</summary>
    private const int MatchesMax = 50;

    /// <returns>All that are meant, as far as the viewer may see them; by kind, then by id.</returns>
    public static async Task<IReadOnlyList<Node>> FindAsync(Session session, string text, params IReadOnlyList<RecordKind> kinds)
    {
        if (RecordId.TryParse(text, out var id))
        {
            return kinds.Contains(id.Kind) && await session.Records.ReadAsync(id) is Node node ? [node] : [];
        }

        var byKey = await session.FindAsync([.. KeysOf(text, kinds)]);
        return byKey.Count > 0
            ? [.. byKey.Values.OfType<Node>().OrderBy(node => node.Id.Kind).ThenBy(node => node.Id)]
            : await FindByNameAsync(session, text, kinds);
    }

    /// <summary>What a record is called.</summary>
    public static string NameOf(Record record) => record switch
    {
        Person person => person.Name,
        Company company => company.Name,
        Network network => network.Name,
        _ => record.Id.ToString(),
    };

    /// <summary>What tells records of one name from each other.</summary>
    public static string DetailOf(Record record) => record switch
    {
        Person { Title: { } title, Emails: [var mail, ..] } => $"{title}, {mail}",
        Person { Title: { } title } => title,
        Person { Emails: [var mail, ..] } => mail,
        Company company => string.Join(", ", new[] { company.Industry, company.Region }.OfType<string>()),
        _ => string.Empty,
    };

    // A colon may stand in either part, so every one is tried.
    private static IEnumerable<NaturalKey> KeysOf(string text, IReadOnlyList<RecordKind> kinds) =>
        from at in Enumerable.Range(1, Math.Max(0, text.Length - 2))
        where text[at] == ':'
        from kind in kinds
        select NaturalKey.OfNode(kind, Normal.Nfc(text[..at]), Normal.Nfc(text[(at + 1)..]));

    private static async Task<IReadOnlyList<Node>> FindByNameAsync(Session session, string text, IReadOnlyList<RecordKind> kinds)
    {
        var name = PropertyValue.Of(Normal.Nfc(text.Trim()));
        var found = new List<Node>();
        foreach (var kind in kinds.Order())
        {
            var query = new ListQuery(kind)
            {
                Filter = new RecordFilter.Compare(GraphModel.Of(kind).NameProperty!, Comparison.Equal, name),
                Page = new PageArguments(First: MatchesMax),
                AtAnyTime = true,
            };
            found.AddRange((await session.ListAsync(query)).Records.OfType<Node>());
        }

        return found;
    }
}
