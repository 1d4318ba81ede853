namespace RelationshipGraph.Model;

/// <summary>The three letters that stand before an id's number. They never change.</summary>
internal static class RecordTag
{
    private static readonly string?[] Tags = new string?[64];

    static RecordTag()
    {
        (RecordKind Kind, string Tag)[] all =
        [
            (RecordKind.Employee, "emp"), (RecordKind.Department, "dep"), (RecordKind.Contact, "con"), (RecordKind.Company,
                "com"),
            (RecordKind.Segment, "seg"), (RecordKind.Network, "net"), (RecordKind.Strategy, "str"), (RecordKind.Seat, "sea"),
            (RecordKind.Meeting, "mee"), (RecordKind.Idea, "ide"), (RecordKind.Insight, "ins"), (RecordKind.Goal, "goa"),
            (RecordKind.Outcome, "out"), (RecordKind.Lead, "lea"), (RecordKind.Contribution, "cbn"), (RecordKind.Introduction,
                "itr"),
            (RecordKind.Guideline, "gui"), (RecordKind.Recommendation, "rec"),
            (RecordKind.StrengthFit, "fit"), (RecordKind.WorksAt, "wat"),
            (RecordKind.InDepartment, "ind"), (RecordKind.ReportsTo, "rpt"), (RecordKind.Knows, "kno"),
            (RecordKind.Interaction, "int"), (RecordKind.Interacted, "itd"), (RecordKind.Holds, "hol"), (RecordKind.SeatIn,
                "sin"),
            (RecordKind.MemberOf, "mem"), (RecordKind.Attended, "att"), (RecordKind.HeldBy, "hel"), (RecordKind.CameFrom, "cam"),
            (RecordKind.About, "abo"), (RecordKind.Serves, "ser"), (RecordKind.RelatedTo, "rel"), (RecordKind.CreditedTo, "cre"),
        ];
        foreach (var (kind, tag) in all)
        {
            Tags[(int)kind] = tag;
        }
    }

    public static bool Exists(RecordKind kind) => Tags[(int)kind & 63] is not null;

    public static string Of(RecordKind kind) => Tags[(int)kind & 63] ?? throw new ArgumentOutOfRangeException(nameof(kind));
}
