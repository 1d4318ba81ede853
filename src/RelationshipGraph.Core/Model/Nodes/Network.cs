namespace RelationshipGraph.Model;

/// <summary>A formal network, or a group within one.</summary>
[Node(RecordKind.Network, "networks", "A formal network, or a group within one.", Writers = Roles.Strategy)]
public sealed record Network : Node
{
    [Property("What it is called.", Name = true)]
    public required string Name { get; init; }

    [Property("What sort of body it is.")]
    public NetworkKind Kind { get; init; } = NetworkKind.BusinessNetwork;

    [Property("The network it is a group of.", Refers = [RecordKind.Network])]
    public RecordId? ParentId { get; init; }

    [Property("Subjects and labels.", Search = true)]
    public ValueList<string> Tags { get; init; } = [];

    [Property("The part of society it belongs to.", Search = true)]
    public string? Sector { get; init; }

    [Property("How one becomes a member.")]
    public NetworkAccess? Access { get; init; }

    [Property("What it is for; several where they mix.")]
    public ValueList<NetworkPurpose> Purposes { get; init; } = [];

    [Property("How people meet.")]
    public NetworkForm? Form { get; init; }

    [Property("Meetings.", Unit = "meetings a year", Min = 0, Max = 366)]
    public double? MeetingsAYear { get; init; }

    [Property("Length of a meeting, without travel.", Unit = "hours a meeting")]
    public Hours? HoursAMeeting { get; init; }

    [Property("Where it meets.", Search = true)]
    public string? Place { get; init; }

    [Property("Number of members.", Min = 0)]
    public int? MemberCount { get; init; }

    [Property("Currency of the fees.", Format = TextFormat.Currency)]
    public string Currency { get; init; } = "DKK";

    [Property("Paid once on entry.", Unit = "minor units")]
    public MinorUnits? EntryFee { get; init; }

    [Property("Paid by the company for the fee period.", Unit = "minor units")]
    public MinorUnits? CompanyFee { get; init; }

    [Property("Paid for each seat and fee period.", Unit = "minor units")]
    public MinorUnits? SeatFee { get; init; }

    [Property("Paid for the group and fee period.", Unit = "minor units")]
    public MinorUnits? GroupFee { get; init; }

    [Property("VAT on the fees, as a part of the amount without it.")]
    public Share? VatRate { get; init; }

    [Property("Length of the fee period.", Unit = "months", Min = 1, Max = 120)]
    public int? FeePeriodMonths { get; init; }

    [Property("Notice needed to leave.", Unit = "months", Min = 0, Max = 120)]
    public int? NoticeMonths { get; init; }

    [Property("The next day by which notice must be given, local date.")]
    public DateOnly? NoticeBy { get; init; }

    [Property("Absences allowed within the window.", Min = 0)]
    public int? AbsencesMax { get; init; }

    [Property("Length of the absence window.", Unit = "months", Min = 1)]
    public int? AbsenceWindowMonths { get; init; }

    [Property("Whether a colleague may come instead.")]
    public bool? SubstitutesAllowed { get; init; }

    [Property("Whether only one member of each trade is taken.")]
    public bool? OnePerTrade { get; init; }

    [Property("Guest visits allowed before one must decide.", Min = 0)]
    public int? GuestVisitsMax { get; init; }

    [Property("What may be told of what was said there.")]
    public Confidentiality Confidentiality { get; init; } = Confidentiality.Open;

    [Property("Where the company stands with it.")]
    public NetworkStatus Status { get; init; } = NetworkStatus.Candidate;

    [Property("Whether membership tells of faith, politics, union or health. Then only the member sees the membership.")]
    public bool IsSensitive { get; init; }

    [Property("The day it was founded.")]
    public DateOnly? FoundedOn { get; init; }

    [Property("The day it ended.")]
    public DateOnly? EndedOn { get; init; }
}
