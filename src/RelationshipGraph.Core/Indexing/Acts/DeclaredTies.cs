namespace RelationshipGraph.Indexing;

/// <summary>The ties that somebody declared, whenever they hold.</summary>
internal interface IDeclaredTies
{
    /// <summary>Everybody to whom a person has one; somebody may be in it more than once.</summary>
    IEnumerable<int> Of(int person);

    /// <summary>Those of two people.</summary>
    IEnumerable<DeclaredTie> Between(int person, int other);
}

/// <summary>One tie that somebody declared.</summary>
/// <param name="Id">The KNOWS record's number.</param>
/// <param name="Strength">Declared, or what stands for an undeclared one.</param>
/// <param name="From">First day, as days since 1970-01-01.</param>
/// <param name="Until">First day after.</param>
/// <param name="Access">Who may see it.</param>
internal readonly record struct DeclaredTie(long Id, double Strength, int From, int Until, RecordAccess Access)
{
    public bool Holds(int day) => From <= day && day < Until;
}

/// <summary>The declared ties of a graph that holds them.</summary>
internal sealed class ViewTies(GraphView view) : IDeclaredTies
{
    public IEnumerable<int> Of(int person)
    {
        var others = new List<int>();
        foreach (ref readonly var arc in view.ArcsOf(person, out _))
        {
            if (!arc.IsComputed)
            {
                others.Add(arc.Person);
            }
        }

        return others;
    }

    public IEnumerable<DeclaredTie> Between(int person, int other)
    {
        // From the end that has fewer.
        var arcs = view.ArcsOf(person, out _);
        var back = view.ArcsOf(other, out _);
        var end = arcs.Length <= back.Length ? other : person;
        var ties = new List<DeclaredTie>();
        foreach (ref readonly var arc in end == other ? arcs : back)
        {
            if (arc.Person == end && !arc.IsComputed)
            {
                ref readonly var tie = ref view.TieOf(arc);
                ties.Add(new DeclaredTie(tie.Id, tie.Strength, tie.From, tie.Until, view.Access[tie.Access].Tie));
            }
        }

        return ties;
    }
}

/// <summary>Declared ties as they were read for a question, beside a graph that holds none.</summary>
/// <param name="view">The graph, which has the people.</param>
internal sealed class ReadTies(GraphView view) : IDeclaredTies
{
    private readonly Dictionary<int, HashSet<int>> _others = [];
    private readonly Dictionary<(int A, int B), List<DeclaredTie>> _ties = [];

    public void Add(Storage.Link link)
    {
        var (from, to) = (view.FindPerson(link.FromId), view.FindPerson(link.ToId));
        if (from < 0 || to < 0 || from == to)
        {
            return;
        }

        var pair = PairOf(from, to);
        if (!_ties.TryGetValue(pair, out var ties))
        {
            ties = [];
            _ties.Add(pair, ties);
        }

        if (ties.All(tie => tie.Id != link.Id.Value))
        {
            ties.Add(new DeclaredTie(
                link.Id.Value, GraphWriter.StrengthOf(link), link.From, link.Until,
                RecordAccess.Of(link.Visibility, link.OwnerId)));
            OthersOf(from).Add(to);
            OthersOf(to).Add(from);
        }
    }

    public IEnumerable<int> Of(int person) => _others.TryGetValue(person, out var others) ? others : [];

    public IEnumerable<DeclaredTie> Between(int person, int other) => _ties.GetValueOrDefault(PairOf(person, other), []);

    private HashSet<int> OthersOf(int person)
    {
        if (!_others.TryGetValue(person, out var others))
        {
            others = [];
            _others.Add(person, others);
        }

        return others;
    }

    private static (int A, int B) PairOf(int person, int other) => (Math.Min(person, other), Math.Max(person, other));
}
