using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>A graph as it was read, people and groups by successive numbers, before it is laid out.</summary>
/// <remarks>
/// Employees are added before contacts and companies before networks, all in the order of their ids; then what joins them. What
/// has an end that was not added is passed over.
/// </remarks>
internal sealed class ReadGraph
{
    private readonly Dictionary<long, int> _people = [];
    private readonly Dictionary<long, int> _groups = [];
    private readonly List<int> _personAccess = [];
    private readonly List<bool> _employeeActive = [];
    private readonly List<int> _groupAccess = [];
    private readonly List<bool> _groupSensitive = [];

    public List<long> PersonIds { get; } = [];

    public int EmployeeCount { get; private set; }

    public List<long> GroupIds { get; } = [];

    public int CompanyCount { get; private set; }

    public GrowingTable<Tie> Ties { get; } = new();

    public GrowingTable<ReadMembership> Memberships { get; } = new();

    public AccessTable Access { get; } = new();

    public IReadOnlyList<int> PersonAccess => _personAccess;

    /// <summary>Of each employee, whether still at work here.</summary>
    public IReadOnlyList<bool> EmployeeActive => _employeeActive;

    public IReadOnlyList<int> GroupAccess => _groupAccess;

    public IReadOnlyList<bool> GroupSensitive => _groupSensitive;

    public void AddPerson(RecordId id, Visibility visibility, RecordId owner, bool isActive)
    {
        _people.Add(id.Value, PersonIds.Count);
        PersonIds.Add(id.Value);
        _personAccess.Add(Access.NumberOf(visibility, owner));
        if (id.Kind == RecordKind.Employee)
        {
            EmployeeCount++;
            _employeeActive.Add(isActive);
        }
    }

    /// <summary>The number of a person; -1 for one that was not added.</summary>
    public int FindPerson(RecordId id) => _people.TryGetValue(id.Value, out var number) ? number : -1;

    public void AddGroup(RecordId id, Visibility visibility, RecordId owner, bool isSensitive)
    {
        _groups.Add(id.Value, GroupIds.Count);
        GroupIds.Add(id.Value);
        _groupAccess.Add(Access.NumberOf(visibility, owner));
        _groupSensitive.Add(isSensitive);
        CompanyCount += id.Kind == RecordKind.Company ? 1 : 0;
    }

    public void AddTie(Link link)
    {
        if (link.FromId != link.ToId
            && _people.TryGetValue(link.FromId.Value, out var a) && _people.TryGetValue(link.ToId.Value, out var b))
        {
            Ties.Add(GraphWriter.TieOf(link, a, b, Access));
        }
    }

    /// <summary>A tie that was worked out.</summary>
    public void AddTie(RecordId from, RecordId to, Tie tie)
    {
        if (_people.TryGetValue(from.Value, out var a) && _people.TryGetValue(to.Value, out var b))
        {
            Ties.Add(tie with { A = a, B = b });
        }
    }

    public void AddMembership(RecordId member, RecordId group, Membership membership)
    {
        if (NumberOf(member) is { } number && _groups.TryGetValue(group.Value, out var of))
        {
            Memberships.Add(new ReadMembership(number, of, membership));
        }
    }

    private int? NumberOf(RecordId member) => member.Kind == RecordKind.Company
        ? _groups.TryGetValue(member.Value, out var company) ? ~company : null
        : _people.TryGetValue(member.Value, out var person) ? person : null;
}

/// <summary>A membership as it was read: the person, or the complement of the company, and the group.</summary>
internal readonly record struct ReadMembership(int Member, int Group, Membership Membership);
