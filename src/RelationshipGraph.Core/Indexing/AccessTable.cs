using RelationshipGraph.Model;

namespace RelationshipGraph.Indexing;

/// <summary>Who may see one record.</summary>
/// <param name="Visibility">Its visibility.</param>
/// <param name="OwnerId">Its owner; none where it has none, or where everyone may see it.</param>
internal readonly record struct RecordAccess(Visibility Visibility, RecordId OwnerId) : IComparable<RecordAccess>
{
    public int CompareTo(RecordAccess other)
    {
        var byVisibility = Visibility.CompareTo(other.Visibility);
        return byVisibility != 0 ? byVisibility : OwnerId.CompareTo(other.OwnerId);
    }

    public static RecordAccess Of(Visibility visibility, RecordId owner) =>
        visibility == Visibility.Everyone ? default : new(visibility, owner);
}

/// <summary>Who may see something that rests on up to three records: all of them must be seen.</summary>
/// <param name="Tie">A relationship that a person is an end of.</param>
/// <param name="Node">A node in between; everyone where there is none.</param>
/// <param name="Far">A relationship that no person is an end of; everyone where there is none.</param>
internal readonly record struct AccessRule(RecordAccess Tie, RecordAccess Node, RecordAccess Far);

/// <summary>Every different rule once, by a number; 0 is the rule of what everyone may see.</summary>
/// <remarks>One writer, many readers: a number once given keeps its rule.</remarks>
internal sealed class AccessTable
{
    private readonly Dictionary<AccessRule, int> _numbers = [];
    private readonly GrowingTable<AccessRule> _rules = new();

    public AccessTable() => NumberOf(default(AccessRule));

    /// <summary>The rules in the order of their numbers.</summary>
    public GrowingTable<AccessRule> Rules => _rules;

    /// <summary>The table that gives the rules the same numbers.</summary>
    /// <exception cref="InvalidDataException">A rule is there twice, or the first is not that of everyone.</exception>
    public static AccessTable Of(GrowingTable<AccessRule> rules)
    {
        var table = new AccessTable();
        for (var number = 0; number < rules.Count; number++)
        {
            if (table.NumberOf(rules[number]) != number)
            {
                throw new InvalidDataException("The rules are not those of an access table.");
            }
        }

        return table;
    }

    /// <summary>Whether anything at all is discreet.</summary>
    public bool HasDiscreet { get; private set; }

    public ref readonly AccessRule this[int number] => ref _rules[number];

    public int NumberOf(AccessRule rule)
    {
        if (!_numbers.TryGetValue(rule, out var number))
        {
            number = _rules.Add(rule);
            HasDiscreet |= rule.Tie.Visibility == Visibility.Discreet || rule.Far.Visibility == Visibility.Discreet;
            _numbers.Add(rule, number);
        }

        return number;
    }

    public int NumberOf(Visibility visibility, RecordId owner) => visibility == Visibility.Everyone
        ? 0
        : NumberOf(new AccessRule(RecordAccess.Of(visibility, owner), default, default));
}
