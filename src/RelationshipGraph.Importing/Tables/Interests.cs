using RelationshipGraph.Model;

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

/// <summary>One row: a person and a tag.</summary>
internal sealed class InterestTable(Header header) : Table
{
    private readonly Column _person = header.Find("person_id");
    private readonly Column _tag = header.Find("tag");

    public override RecordKind Kind => RecordKind.Contact;

    protected override Entry ReadFields(SourceRow row, long line) => new InterestRow(line, row.Id(_person), row.Id(_tag));
}

/// <summary>A row of interests, which is gathered and not written by itself.</summary>
internal sealed class InterestRow(long line, string person, string tag) : Entry(RecordKind.Contact, line)
{
    public string Person => person;

    public string Tag => tag;

    public override void Make(DateOnly today) { }
}

/// <summary>The tags of one person that is in the store.</summary>
internal sealed class InterestEntry : Entry
{
    private readonly string _person;
    private readonly PropertyValue _topics;

    public InterestEntry(long line, string person, PropertyValue topics)
        : base(RecordKind.Contact, line)
    {
        _person = person;
        _topics = topics;
        Refs = [new NodeRef(NodeSpace.Person, person, "person_id")];
    }

    public override void Make(DateOnly today)
    {
        Kind = Ends[0].Kind;
        Say(Add(new Draft(Kind, _person) { IsAdding = true }), "topics", _topics, "tag");
    }
}
