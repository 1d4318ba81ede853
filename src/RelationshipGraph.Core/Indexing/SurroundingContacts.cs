using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Indexing;

/// <summary>What contacts make of the ties in a surrounding, as one viewer sees them.</summary>
internal sealed class SurroundingContacts
{
    private readonly GraphView _contacts;
    private readonly Sight _sight;
    private readonly KnownTies _known;
    private readonly ReadTies _declared;
    private readonly HashSet<(int A, int B)> _pairs = [];

    /// <param name="contacts">Who was in contact with whom by the end of the day.</param>
    /// <param name="scope">What the viewer may see.</param>
    public SurroundingContacts(GraphView contacts, ViewScope scope)
    {
        _contacts = contacts;
        _sight = new Sight(contacts, scope);
        _declared = new ReadTies(contacts);
        _known = new KnownTies(contacts, contacts.Acts!, _declared);
    }

    /// <summary>The last commit of the feed that the contacts hold.</summary>
    public long Sequence => _contacts.Sequence;

    /// <summary>A tie that somebody declared, of two people who are seen.</summary>
    public void AddDeclared(Link link) => _declared.Add(link);

    /// <summary>Takes in everybody with whom a person was in contact. All declared ties of the person have been added.</summary>
    /// <param name="id">The person, who is seen.</param>
    /// <param name="onlyEmployees">Whether only ties to employees are wanted.</param>
    /// <returns>Those who were not there with this person before.</returns>
    public IEnumerable<RecordId> Grow(RecordId id, bool onlyEmployees)
    {
        var person = _contacts.FindPerson(id);
        if (person < 0)
        {
            yield break;
        }

        foreach (var other in _known.ContactsOf(person))
        {
            var otherId = _contacts.PersonId(other);
            if ((!onlyEmployees || otherId.Kind == RecordKind.Employee) && _sight.SeesPerson(other)
                && _known.Of(person, other).Any(IsSeen(person, other))
                && _pairs.Add((Math.Min(person, other), Math.Max(person, other))))
            {
                yield return otherId;
            }
        }
    }

    /// <summary>Puts the ties beside the declared ones.</summary>
    public void AddTo(ReadGraph read)
    {
        foreach (var (a, b) in _pairs.Order())
        {
            foreach (var one in _known.Of(a, b).Where(IsSeen(a, b)))
            {
                var strength = new SilentTie(_contacts.Model, one.Moment).After(days: 0);
                read.AddTie(_contacts.PersonId(a), _contacts.PersonId(b), new Tie(
                    one.Knows, 0, 0, strength, int.MinValue, int.MaxValue,
                    read.Access.NumberOf(one.Access.Visibility, one.Access.OwnerId)));
            }
        }
    }

    private Func<KnownTie, bool> IsSeen(int person, int other) =>
        one => one is { HasOwn: true, HasContacts: true } && _sight.See(one.Access, person, other) != Seen.Hidden;
}
