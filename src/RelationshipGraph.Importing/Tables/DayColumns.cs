namespace RelationshipGraph.Importing.Tables;

/// <summary>The columns of days that several tables share.</summary>
internal readonly record struct DayColumns(Column From, Column Until, Column KnownSince, Column LastSeen)
{
    public static DayColumns Of(Header header) => new(
        header.Find("joined", "since", "from_date", "valid_from"),
        header.Find("left", "until", "valid_until"),
        header.Find("first_seen", "known_since"),
        header.Find("last_seen", "last_at"));

    public Days Read(SourceRow row) =>
        new(row.Day(From), row.Day(Until), row.Day(KnownSince), row.Day(LastSeen), From.Name, Until.Name);
}
