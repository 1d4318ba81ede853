using RelationshipGraph.Model;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>One network of the demo as it is declared: what its record shows, and the two numbers that stay hidden.</summary>
/// <param name="Name">Fictional.</param>
/// <param name="Kind">What sort of body it is.</param>
/// <param name="Purposes">What it is for.</param>
/// <param name="Topics">Its tags.</param>
/// <param name="Level">The members' usual level, 1 to 4. Not in the record; shows in who the members are.</param>
/// <param name="Place">Where it meets.</param>
/// <param name="Region">The region of the place; null where it is nationwide.</param>
internal sealed record DemoNetwork(
    string Name, NetworkKind Kind, NetworkPurpose[] Purposes, string[] Topics, int Level, string Place, string? Region)
{
    /// <summary>The network it is a group of; empty where it is none.</summary>
    public string Parent { get; init; } = string.Empty;

    /// <summary>The trades it is for; empty: any. Shows in who the members are.</summary>
    public DemoTrade[] Trades { get; init; } = [];

    public NetworkAccess Access { get; init; } = NetworkAccess.Application;

    public NetworkForm Form { get; init; } = NetworkForm.InPerson;

    public double MeetingsAYear { get; init; } = 6;

    public double HoursAMeeting { get; init; } = 3;

    /// <summary>Members in all; more than the company knows of.</summary>
    public int Members { get; init; } = 30;

    /// <summary>Entry, company, seat and group fee in kroner; 0 where there is none.</summary>
    public (int Entry, int Company, int Seat, int Group) Fees { get; init; }

    public int NoticeMonths { get; init; } = 3;

    public int? AbsencesMax { get; init; }

    public bool Substitutes { get; init; } = true;

    public bool OnePerTrade { get; init; }

    public Confidentiality Confidentiality { get; init; } = Confidentiality.Open;

    public NetworkStatus Status { get; init; } = NetworkStatus.Member;

    public bool IsSensitive { get; init; }

    /// <summary>Seats the company has or had there.</summary>
    public int Seats { get; init; }

    /// <summary>What the network itself does for the yield of a meeting. Hidden: nothing in the record tells of it.</summary>
    public double Pay { get; init; } = 1;
}
