using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Core.Model;

public sealed class RecordKindTests
{
    // Part of every id that was ever written. A line may be added; none may ever change.
    private static readonly string[] Pinned =
    [
        "1 emp Employee", "2 dep Department", "3 con Contact", "4 com Company", "5 seg Segment", "6 net Network",
        "7 str Strategy", "8 sea Seat", "9 mee Meeting", "10 ide Idea", "11 ins Insight", "12 goa Goal", "13 out Outcome",
        "14 lea Lead", "15 cbn Contribution", "16 itr Introduction", "17 gui Guideline", "18 rec Recommendation",
        "19 fit StrengthFit",
        "32 wat WorksAt", "33 ind InDepartment", "34 rpt ReportsTo", "35 kno Knows", "36 int Interaction", "37 itd Interacted",
        "38 hol Holds", "39 sin SeatIn", "40 mem MemberOf", "41 att Attended", "42 hel HeldBy", "43 cam CameFrom", "44 abo About",
        "45 ser Serves", "46 rel RelatedTo", "47 cre CreditedTo",
    ];

    [Fact]
    public void Numbers_and_tags_never_change() => Assert.Equal(
        Pinned,
        Enum.GetValues<RecordKind>().Select(kind => $"{(byte)kind} {RecordTag.Of(kind)} {kind}"));

    [Fact]
    public void Tags_differ_and_are_three_small_letters()
    {
        var tags = Enum.GetValues<RecordKind>().Select(RecordTag.Of).ToList();

        Assert.Equal(tags.Count, tags.Distinct().Count());
        Assert.All(tags, tag => Assert.Matches("^[a-z]{3}$", tag));
    }

    [Fact]
    public void A_number_without_a_kind_has_no_tag()
    {
        Assert.False(RecordTag.Exists((RecordKind)20));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordTag.Of((RecordKind)20));
    }
}
