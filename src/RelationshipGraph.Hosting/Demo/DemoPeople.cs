using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>The demo employees with a part in the tour: one for each role, and those whom a network suits best.</summary>
public static class DemoPeople
{
    /// <summary>Managing director, with a dear seat that brings nothing and one that does.</summary>
    public static readonly DemoPerson Director = Named(0, "Birgitte Brisgaard", "Administrerende direktør",
        Roles.Employee | Roles.Strategy,
        "Pays for two circles of top managers. One of them has never led to anything.");

    /// <summary>Key account manager: looks for introductions.</summary>
    public static readonly DemoPerson Sales = Named(1, "Mads Højlund Krogh", "Nøglekundechef",
        Roles.Employee | Roles.Sales,
        "Owns accounts in food and water, and asks colleagues for introductions to those who decide.");

    /// <summary>Head of strategy: weighs networks, seats and goals.</summary>
    public static readonly DemoPerson Strategy = Named(2, "Signe Aabling", "Strategichef",
        Roles.Employee | Roles.Strategy,
        "Decides which networks to join or leave, whom to send, and what is expected of them.");

    /// <summary>Bookkeeper: an ordinary employee whose small circle pays far above its fee.</summary>
    public static readonly DemoPerson Bookkeeper = Named(3, "Kirsten Bøgelund", "Bogholder",
        Roles.Employee,
        "Goes to a circle of bookkeepers that costs 900 kroner a year and brings home more than the dear ones.");

    /// <summary>Trainee: in the first year, and already an ambassador.</summary>
    public static readonly DemoPerson Trainee = Named(4, "Emil Sødring", "Automatiktrainee",
        Roles.Employee,
        "Started in August 2025, sits among the young in industry, and knows people nobody else here knows.");

    /// <summary>Head of IT: administrates the graph.</summary>
    public static readonly DemoPerson Administrator = Named(5, "Jørgen Lauritzen Åberg", "IT-chef",
        Roles.Employee | Roles.Administrator,
        "Sees everything: imports, exports, backs up, and answers for who may see what.");

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<DemoPerson> All { get; } = [Director, Sales, Strategy, Bookkeeper, Trainee, Administrator];

    /// <summary>The day an employee started, which is the day the company knew of the person.</summary>
    internal static DateOnly StartOf(int position) => position switch
    {
        0 => new(2009, 3, 1),
        1 => new(2016, 8, 1),
        2 => new(2019, 2, 1),
        3 => new(2012, 10, 1),
        4 => new(2025, 8, 1),
        _ => new(2014, 5, 1),
    };

    private static DemoPerson Named(int position, string name, string title, Roles roles, string story) => new(
        DemoRecords.IdOf(RecordKind.Employee, StartOf(position), position), name, title, roles, story);
}
