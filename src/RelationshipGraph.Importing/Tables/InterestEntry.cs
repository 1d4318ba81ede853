using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

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

    public override void Make(Drafting drafting)
    {
        Kind = Ends[0].Kind;
        var person = drafting.Add(this, Kind, _person);
        person.IsAdding = true;
        Say(person, "topics", _topics, "tag");
    }
}
