using System.Runtime.InteropServices;
using RelationshipGraph.Model;

namespace RelationshipGraph.Indexing;

/// <summary>
/// The people and groups that one batch of changes touches, copied to be changed and then put in place at once.
/// </summary>
internal sealed class Drafts(GraphView view)
{
    private readonly Dictionary<int, PersonDraft> _people = [];
    private readonly Dictionary<int, GroupDraft> _groups = [];

    /// <summary>A node that had no number so far.</summary>
    public void AddNew(RecordId id, int number, bool isPerson)
    {
        if (isPerson)
        {
            _people.Add(number, new PersonDraft { Id = id });
        }
        else
        {
            _groups.Add(number, new GroupDraft { Id = id });
        }
    }

    public void SetPerson(int number, bool isThere, int access, bool mayStart)
    {
        var person = Person(number);
        person.IsThere = isThere;
        if (person.Access != access || person.MayStart != mayStart)
        {
            // What everyone may see at the other ends depends on it, and what a tie to an employee costs there.
            (person.Access, person.MayStart) = (access, mayStart);
            foreach (var arc in person.Arcs)
            {
                Person(arc.Person);
            }

            foreach (var joining in person.Joinings)
            {
                Group(joining.Group);
            }
        }
    }

    public void SetGroup(int number, bool isThere, int access, bool isSensitive)
    {
        var group = Group(number);
        if (group.Id.Kind == RecordKind.Company && (group.Access != access || group.IsSensitive != isSensitive))
        {
            // Whether everyone may know that two of them work at one place depends on it, and so how strong their tie is.
            foreach (var member in group.Members.Where(member => member.Person >= 0))
            {
                Person(member.Person);
            }
        }

        (group.IsThere, group.Access, group.IsSensitive) = (isThere, access, isSensitive);
    }

    public void RemoveArcs(Tie tie, int number)
    {
        Person(tie.A).Arcs.RemoveAll(arc => arc.Tie == number);
        Person(tie.B).Arcs.RemoveAll(arc => arc.Tie == number);
    }

    public void AddArcs(Tie tie, int number)
    {
        var cost = HopCost.Of(tie.Strength);
        Person(tie.A).Arcs.Add(new Arc(cost, tie.B, number, isPublic: false, tie.HasPeriod));
        Person(tie.B).Arcs.Add(new Arc(cost, tie.A, number, isPublic: false, tie.HasPeriod));
    }

    public void RemoveMembership(long record, int member, int group)
    {
        Group(group).Members.RemoveAll(one => one.Record == record && one.Person == member);
        if (member >= 0)
        {
            Person(member).Joinings.RemoveAll(one => one.Record == record && one.Group == group);
        }
    }

    public void AddMembership(int member, int group, Membership membership)
    {
        Group(group).Members.Add(membership.Of(member));
        if (member >= 0)
        {
            Person(member).Joinings.Add(membership.To(group));
        }
    }

    /// <summary>The draft of a group; from then on it is settled anew what everyone may see of its members.</summary>
    public GroupDraft Group(int number)
    {
        if (!_groups.TryGetValue(number, out var draft))
        {
            draft = new GroupDraft
            {
                Id = view.GroupId(number),
                Access = view.GroupAccess(number),
                IsSensitive = view.IsSensitive(number),
                IsThere = view.FindGroup(view.GroupId(number)) >= 0,
                Members = [.. view.MembersOf(number, out _)],
            };
            _groups.Add(number, draft);
        }

        return draft;
    }

    /// <summary>What the changed people and groups are from now on.</summary>
    public (Dictionary<int, PersonEntry> People, Dictionary<int, GroupEntry> Groups) Finish(GrowingTable<Tie> ties) => (
        _people.ToDictionary(one => one.Key, one => Finish(one.Value, ties)),
        _groups.ToDictionary(one => one.Key, one => Finish(one.Value)));

    private PersonEntry Finish(PersonDraft draft, GrowingTable<Tie> ties)
    {
        var arcs = new Arc[draft.Arcs.Count];
        for (var i = 0; i < arcs.Length; i++)
        {
            var arc = draft.Arcs[i];
            arcs[i] = arc.Seen(ties[arc.Tie].Access == 0 && draft.Access == 0 && AccessOf(arc.Person) == 0);
        }

        arcs.AsSpan().Sort();
        var publicCount = SnapshotBuilder.PublicArcs(arcs);
        return new PersonEntry(
            draft.Id, draft.IsThere, draft.Access, draft.MayStart, arcs, publicCount,
            CostBounds.Of(arcs, publicCount, MayStart), [.. draft.Joinings]);
    }

    private GroupEntry Finish(GroupDraft draft)
    {
        var members = CollectionsMarshal.AsSpan(draft.Members);
        foreach (ref var member in members)
        {
            var memberAccess = member.Person >= 0 ? AccessOf(member.Person) : GroupAccessOf(~member.Person);
            member = member with
            {
                IsPublic = member.Access == 0 && memberAccess == 0 && draft is { Access: 0, IsSensitive: false },
            };
        }

        members.Sort();
        return new GroupEntry(
            draft.Id, draft.IsThere, draft.Access, draft.IsSensitive, members.ToArray(), SnapshotBuilder.PublicMembers(members));
    }

    private PersonDraft Person(int number)
    {
        if (!_people.TryGetValue(number, out var draft))
        {
            draft = new PersonDraft
            {
                Id = view.PersonId(number),
                Access = view.PersonAccess(number),
                MayStart = view.MayStart(number),
                IsThere = view.FindPerson(view.PersonId(number)) >= 0,
                Arcs = [.. view.ArcsOf(number, out _)],
                Joinings = [.. view.JoiningsOf(number)],
            };
            _people.Add(number, draft);
        }

        return draft;
    }

    private int AccessOf(int person) => _people.TryGetValue(person, out var draft) ? draft.Access : view.PersonAccess(person);

    private int GroupAccessOf(int group) => _groups.TryGetValue(group, out var draft) ? draft.Access : view.GroupAccess(group);

    private bool MayStart(int person) =>
        _people.TryGetValue(person, out var draft) ? draft.MayStart : view.MayStart(person);

    private sealed class PersonDraft
    {
        public required RecordId Id { get; init; }

        public bool IsThere { get; set; }

        public int Access { get; set; }

        public bool MayStart { get; set; }

        public List<Arc> Arcs { get; init; } = [];

        public List<Joining> Joinings { get; init; } = [];
    }

    internal sealed class GroupDraft
    {
        public required RecordId Id { get; init; }

        public bool IsThere { get; set; }

        public int Access { get; set; }

        public bool IsSensitive { get; set; }

        public List<Member> Members { get; init; } = [];
    }
}
