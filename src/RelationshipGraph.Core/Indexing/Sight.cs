using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>How much of something a viewer sees.</summary>
internal enum Seen : byte
{
    /// <summary>As if it were not there.</summary>
    Hidden,

    /// <summary>A discreet tie of others: it counts in paths, but nothing is told of it.</summary>
    Closed,

    /// <summary>All of it.</summary>
    Open,
}

/// <summary>One viewer's eyes on a view of the graph: the rules of <see cref="ViewScope"/> over its access table.</summary>
internal sealed class Sight
{
    private readonly GraphView _view;
    private readonly ViewScope _scope;
    private readonly int _viewer;

    public Sight(GraphView view, ViewScope scope)
    {
        _view = view;
        _scope = scope;
        _viewer = scope.Viewer.IsNone ? -1 : view.FindPerson(scope.Viewer);
    }

    public bool SeesPerson(int person) => SeesNode(_view.PersonAccess(person));

    public bool SeesGroup(int group) => SeesNode(_view.GroupAccess(group));

    /// <summary>How much is seen of a relationship between a person and something else, both of which are seen.</summary>
    /// <param name="access">Its rule.</param>
    /// <param name="person">The person.</param>
    public Seen See(int access, int person) => See(access, person, person);

    /// <summary>How much is seen of a tie between two people who are both seen.</summary>
    public Seen See(int access, int person, int other)
    {
        if (access == 0 || _scope.Everything)
        {
            return Seen.Open;
        }

        ref readonly var rule = ref _view.Access[access];
        if (!SeesNode(rule.Node))
        {
            return Seen.Hidden;
        }

        var isEnd = _viewer >= 0 && (person == _viewer || other == _viewer);
        var tie = SeeRelationship(rule.Tie, isEnd);
        var far = SeeRelationship(rule.Far, isEnd: false);
        return tie < far ? tie : far;
    }

    /// <summary>How much is seen of a tie between two people who are both seen.</summary>
    public Seen See(RecordAccess access, int person, int other) => _scope.Everything
        ? Seen.Open
        : SeeRelationship(access, isEnd: _viewer >= 0 && (person == _viewer || other == _viewer));

    private bool SeesNode(int access) => access == 0 || _scope.Everything || SeesNode(_view.Access[access].Tie);

    private bool SeesNode(RecordAccess access) =>
        access.Visibility != Visibility.Discreet ? SeeRelationship(access, isEnd: false) == Seen.Open : Owns(access);

    private Seen SeeRelationship(RecordAccess access, bool isEnd) => access.Visibility switch
    {
        Visibility.Everyone => Seen.Open,
        _ when Owns(access) => Seen.Open,
        Visibility.Discreet => isEnd ? Seen.Open : Seen.Closed,
        Visibility.Team when !access.OwnerId.IsNone && _scope.Team.AsSpan().BinarySearch(access.OwnerId) >= 0 => Seen.Open,
        _ => Seen.Hidden,
    };

    private bool Owns(RecordAccess access) => !_scope.Viewer.IsNone && access.OwnerId == _scope.Viewer;
}
