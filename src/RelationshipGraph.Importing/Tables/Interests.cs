namespace RelationshipGraph.Importing.Tables;

/// <summary>What persons are interested in, gathered before the persons are read: a row for each person and tag.</summary>
internal sealed class Interests
{
    private readonly Dictionary<string, (long Line, List<int> Tags)> _byPerson = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _tags = [];

    /// <summary>The file they came from, for refusals.</summary>
    public string File { get; set; } = string.Empty;

    public void Add(string person, string tag, long line)
    {
        if (!_places.TryGetValue(tag, out var place))
        {
            place = _tags.Count;
            _places.Add(tag, place);
            _tags.Add(tag);
        }

        if (!_byPerson.TryGetValue(person, out var interests))
        {
            interests = (line, []);
            _byPerson.Add(person, interests);
        }

        interests.Tags.Add(place);
    }

    /// <summary>A person's tags, which are then no longer kept.</summary>
    public IReadOnlyList<string> Take(string person) =>
        _byPerson.Remove(person, out var interests) ? [.. interests.Tags.Select(place => _tags[place])] : [];

    /// <summary>Those whose person was in no file: their persons must be in the store.</summary>
    public IEnumerable<Entry> Rest() => _byPerson
        .OrderBy(person => person.Value.Line)
        .Select(person => new InterestEntry(
            person.Value.Line, person.Key, SourceRow.ListOf(person.Value.Tags.Select(place => _tags[place]))));
}
