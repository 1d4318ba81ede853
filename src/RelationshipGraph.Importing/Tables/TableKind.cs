using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Tables;

/// <summary>A table that can be imported: what its file is called, the columns it needs, and how it is read.</summary>
/// <param name="Names">The file's name without its endings; the first is the one that the guide names.</param>
/// <param name="Needed">Columns that must be there; of several names one is enough.</param>
/// <param name="Bind">Binds it to the columns of a file.</param>
internal sealed record TableKind(string[] Names, string[][] Needed, Func<Header, TableContext, Table> Bind)
{
    /// <summary>Every table, in the order in which they are read: nodes before what joins them.</summary>
    public static readonly IReadOnlyList<TableKind> All =
    [
        new(["companies"], [["id"]], (header, _) => new CompanyTable(header)),
        new(["networks"], [["id"]], (header, _) => new NetworkTable(header)),
        new(["groups"], [["group_id"], ["kind"]], (header, _) => new GroupTable(header)),
        new(["interests"], [["person_id"], ["tag"]], (header, _) => new InterestTable(header)),
        new(["people", "persons"], [["id", "person_id"]], (header, context) => new PersonTable(header, context)),
        new(["memberships", "member_of"], [["person_id", "person", "company_id", "company"],
            ["group_id", "network_id", "network", "company_id", "company"]], (header, _) => new MembershipTable(header)),
        new(["ties", "knows"], [["a", "from_id"], ["b", "to_id"]], (header, _) => new TieTable(header)),
        new(["interactions"], [["from_id", "a"], ["to_id", "b"], ["at"], ["channel"]],
            (header, context) => new InteractionTable(header, context)),
        new(["events", "meetings"], [["event_id", "id"], ["starts_at"]], (header, _) => new EventTable(header)),
        new(["attendance"], [["person_id", "person"], ["event_id", "meeting"]], (header, _) => new AttendanceTable(header)),
    ];

    public static string AllNames => string.Join(", ", All.Select(kind => kind.Names[0] + ".csv")) + ", *.jsonl";

    public bool IsInterests => Names[0] == "interests";

    /// <summary>Whether it is read after the persons, so that what is still unknown of them stays so.</summary>
    public bool IsAfterPersons => Names[0] is not ("companies" or "networks" or "groups" or "interests" or "people");

    /// <summary>The table of that file name, or null.</summary>
    public static TableKind? Named(string stem) => All.FirstOrDefault(kind => kind.Names.Contains(stem, StringComparer.Ordinal));

    /// <summary>The only table that such columns can be; null where none or several can.</summary>
    public static TableKind? Shaped(Header header)
    {
        // Most tables name persons; the one that needs most of the columns at hand is meant.
        var fitting = All.Where(kind => kind.MissingFrom(header) is null).OrderByDescending(kind => kind.Needed.Length).ToList();
        return fitting.Count == 0 || (fitting.Count > 1 && fitting[1].Needed.Length == fitting[0].Needed.Length)
            ? null
            : fitting[0];
    }

    /// <summary>A column that is needed and not there, as a problem.</summary>
    public Problem? MissingFrom(Header header) => Needed
        .Where(names => !names.Any(header.Has))
        .Select(names => Problem.Of(ProblemCode.ColumnMissing, names[0], ("column", names[0])))
        .FirstOrDefault();
}
