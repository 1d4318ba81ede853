using System.Collections.Concurrent;
using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>The arrays that one search needs, kept for the next one. They hold nothing between searches.</summary>
internal sealed class SearchMemory
{
    private static readonly ConcurrentBag<SearchMemory> Idle = [];

    /// <summary>The neighbours of the person that is being looked at.</summary>
    public NeighbourList Neighbours { get; } = new();

    /// <summary>Strength of each group that has been looked at, as of the query's day; 0 where it does not connect.</summary>
    public Stamped<(double Strength, long Cost)> Groups { get; } = new();

    /// <summary>Cost to the source by exactly one hop, two hops, …</summary>
    public Stamped<long>[] Ball { get; } = [new(), new(), new()];

    /// <summary>Who has a cost in the ball at all.</summary>
    public PersonSet InBall { get; } = new();

    /// <summary>The end of a search by ties where its paths start.</summary>
    public TieEnd SourceEnd { get; } = new();

    /// <summary>The end of a search by ties that is to be reached.</summary>
    public TieEnd TargetEnd { get; } = new();

    /// <summary>Ties of two people that are being looked at, where not all of them count.</summary>
    public List<Arc>[] Ties { get; } = [[], []];

    /// <summary>By which partial path each person has been reached.</summary>
    public Stamped<int> Reached { get; } = new();

    /// <summary>What is reached from the person who asks.</summary>
    public SearchSide NearSide { get; } = new();

    /// <summary>What is reached from the people to be reached.</summary>
    public SearchSide FarSide { get; } = new();

    /// <summary>The contacts of the person whose contacts' contacts are looked at, each by the strongest tie.</summary>
    public List<Arc> Contacts { get; } = [];

    /// <summary>How many contacts lead to people at two steps.</summary>
    public CommonContacts Common { get; } = new();

    /// <summary>People at two steps, and what speaks for them.</summary>
    public Stamped<Candidate> Candidates { get; } = new();

    /// <summary>The people among them, in the order in which they were found.</summary>
    public List<int> Found { get; } = [];

    /// <summary>The strongest tie of one person to each other.</summary>
    public Stamped<long> OwnTies { get; } = new();

    /// <summary>Who is known already.</summary>
    public PersonSet Known { get; } = new();

    public PartialPaths Partial { get; } = new();

    public static SearchMemory Rent() => Idle.TryTake(out var memory) ? memory : new SearchMemory();

    /// <summary>Keeps the arrays for another search; at most as many as can run at once.</summary>
    public void Return()
    {
        Partial.Clear();
        if (Idle.Count < Environment.ProcessorCount)
        {
            Idle.Add(this);
        }
    }
}
